/** How much of a text is looked at. */
const SAMPLE = 20_000

/** A wrong decoding: the bytes were in one encoding and read in another. */
export interface WrongDecoding {
  /** With an example: UTF-8 that was read as GBK (鍏充簬 for 关于). */
  name: string
  written: 'utf-8' | 'gb18030'
  read: 'gb18030' | 'windows-1252'
}

/** How to tell a wrong decoding by what it leaves behind, and how much of that no letter has by chance. */
const WRONG_DECODINGS: (WrongDecoding & { remains: RegExp; share: number })[] = [
  {
    name: 'UTF-8 that was read as GBK (鍏充簬 for 关于)',
    written: 'utf-8',
    read: 'gb18030',
    remains:
      /[骞鏈鍔鏀鏃眬鎶浼闈鎻瀹垮鐨鎴浣鍒戞宸鍖佸ㄥ戝甯ヤ鈥鏂佷鎵鐢烘灏寮椤哄閫浠氬傛鍚紒鍥佹笟鍏鍙鏄涓绗樺姝紝锛銆闂闃鍜鎮鍑]/g,
    share: 0.12,
  },
  {
    name: 'UTF-8 that was read as Latin-1 (å…³äºŽ for 关于)',
    written: 'utf-8',
    read: 'windows-1252',
    remains: /[\u00e3-\u00e9][\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}/g,
    share: 0.15,
  },
  {
    name: 'GBK that was read as Latin-1 (¹ØÓÚ for 关于)',
    written: 'gb18030',
    read: 'windows-1252',
    remains: /[\u00b0-\u00f7][\u00a1-\u00fe]/g,
    share: 0.2,
  },
]

/** Which wrong decoding a text has gone through, if any. */
export function mojibakeOf(document: string): WrongDecoding | undefined {
  const sample = document.slice(0, SAMPLE).replace(/[\s\w<>/="']+/g, '')
  if (sample.length < 20) return undefined
  return WRONG_DECODINGS.find(
    ({ remains, share }) => (sample.match(remains)?.length ?? 0) / sample.length > share,
  )
}

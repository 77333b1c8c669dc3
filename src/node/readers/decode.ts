import { matcher } from '../../unicode.js'

/** Bytes as text, and the encoding that they were read in. */
export interface DecodedText {
  text: string
  encoding: string
}

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** What letters are published in where they neither say nor are UTF-8; of equals the earlier one is taken. */
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']

/** In bytes: where a web page declares its encoding, and how much of a text is looked at to guess it. */
const DECLARATION = 4_096
const SAMPLE = 65_536

const DECLARED =
  /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w-]{2,20})|^\s*<\?xml[^>]{0,100}?\bencoding\s*=\s*["']([\w-]{2,20})/i

/** Characters of which every letter is full, Simplified or Traditional, and the marks between them. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经部门政市县区局提案建议答复委员代表关您收悉现将月日第号工作。，、；：“”（）《》案議復覆員關與會長時為國個們這來發經對後產過實際點',
)
const isDamaged = matcher(String.raw`[\ufffd\p{C}]`)
const PLAIN = /[\t\n\r -~]/

/**
 * Reads bytes as what they are: by a byte order mark; as UTF-8 where they are valid UTF-8, which other encodings of Chinese
 * are not by chance, whatever a page declares; by the declaration of a web page; else by what reads as Chinese.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) return decoded(bytes, marked[0])
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8')
  const declared = declaredEncoding(bytes)
  if (declared) {
    const result = decoded(bytes, declared)
    if (!result.text.includes('\ufffd')) return result
  }
  const sample = bytes.subarray(0, SAMPLE)
  const scores = [...(declared ? [declared] : []), ...CANDIDATES].map((encoding) => ({
    encoding,
    score: likeness(decoded(sample, encoding).text),
  }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  return decoded(bytes, best.encoding)
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** NUL is valid UTF-8, and what half of the bytes of UTF-16 are in Latin text. */
function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION))
  const [, meta, xml] = DECLARED.exec(start) ?? []
  const label = meta ?? xml
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    // A declaration that could be read as single bytes was not written in UTF-16.
    return encoding.startsWith('utf-16') ? undefined : encoding
  } catch {
    return undefined
  }
}

/** The share of characters that a letter is likely to hold, less that of characters that none holds; at most 1. */
function likeness(text: string): number {
  let likely = 0
  let plain = 0
  let damaged = 0
  let count = 0
  for (const character of text) {
    count++
    if (FREQUENT.has(character)) likely++
    else if (PLAIN.test(character)) plain++
    else if (isDamaged(character)) damaged++
  }
  // Markup is plain in every encoding that has ASCII in it.
  return count === 0 ? 0 : (likely + plain / 10 - 2 * damaged) / count
}

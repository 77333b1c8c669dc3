import { NUMERAL } from './numerals.js'

/** The ordinal of a session; that of a meeting may have been lost (第次会议). */
const N = `第?[${NUMERAL}]{1,4}`
const LOST_N = `第?[${NUMERAL}]{0,4}`
const LEVEL = '(?:全国|自治[区州县旗]|[省市州盟县区旗乡镇])'
const BODY = '(?:(?:中国人民)?政治协商会议|人民政协|政协|人民代表大会|人大)'
const MEETING = `(?:${LOST_N}次(?:全体(?:委员)?|全委)?(?:会议|大会|全会|会)?)`
const PLACE = '(?:(?![代对]|关于|建议|提案|议案)\\p{Script=Han}){0,16}?'

/**
 * A session in any of its orders, relative to the office that writes: a place before the level is no part
 * of it (株洲市政协十届四次会议 gives 市政协十届四次会议), one inside it stays (政协青禾县第九届委员会…).
 */
const SESSION = new RegExp(
  [
    // 市政协十届四次会议, 县人大十五届四次会议, 中国人民政治协商会议青禾县委员会九届二次会议
    `${LEVEL}?${BODY}${PLACE}${N}届(?:大会)?(?:${MEETING}|${PLACE}(?:委员会|人民代表大会)${MEETING}?)?`,
    // Together, for V8 compiles each beginning anew:
    // 县十八届人大二次会议, 十三届全国人大四次会议, 十三届市政协二次会议, 县第十六届人民代表大会第三次会议,
    // 市六届二次人代会, 县十届三次政协会议,
    // 六届四次第109号代表建议, 十二届三次会议第109号提案
    `${LEVEL}?${N}届(?:${[
      `${LEVEL}?${BODY}(?:常委会|委员会)?${MEETING}?`,
      `${N}次(?:人代会|${BODY}(?:全体)?(?:会议|大会|全会|会)?|(?:会议)?(?=第[^第号]{1,16}号))`,
    ].join('|')})`,
    // 市十二届三次会议, which does not say who met
    `${LEVEL}${N}届${N}次会议`,
  ].join('|'),
  'gu',
)

/** The session that a text without white space names first: 市政协十届四次会议. */
export function findSession(text: string): string | undefined {
  return findSessions(text)[0]
}

/** All that it names, in order. */
export function findSessions(text: string): string[] {
  return text.includes('届') ? (text.match(SESSION) ?? []) : []
}

/** Before the level, with which a session begins: 青禾 in 青禾县第十八届人大二次会议. */
const OWN_PLACE =
  /^(?!关于|对)\p{Script=Han}{1,8}?(?=[省市州盟县区旗乡镇](?:第?[一二三四五六七八九十]|人大|政协|人民))/u

/** Whether a text without white space is a session and nothing else but the name of its place. */
export function isSession(text: string): boolean {
  const session = findSession(text)
  return session !== undefined && (session === text || session === text.replace(OWN_PLACE, ''))
}

import { numberOf } from './numerals.js'

/**
 * A number within a class or of all years, which a letter prints beside the number: 第01234号（教育类123号）,
 * 第00123（教育034）号, 第91号（总第305号）.
 */
const WITHIN_CLASS = /[（(](?:\p{Script=Han}{2,12}(?:类第?\d{1,4}号|\d{1,4})|总第?\d{1,6}号)[）)]/gu
/** The year of a number that is counted by years: 第〔2023〕12号. */
const YEAR = /[〔（([](?:19|20)\d\d[〕）)\]](?=\d)/

/** 社情民意第5号 is no proposal. */
const OF_OTHERS = /(?:社情民意|大会发言)(?:信息)?第[^第号]{1,16}号/g
/** 第8号至第10号 is 第8至10号. */
const BETWEEN_NUMBERS = /号([至到~～—–]{1,2})第?(?=\d{1,6}号)/g
/** 第会议122号 was 第四次会议第122号. */
const LOST_ORDINALS = /^次?会议?(?=\d)/

const NUMBER = /^(?:[\p{Script=Han}A-Za-z]{1,3}[-－—]?)?\d[\dA-Za-z.-]{0,15}$/u

const CHINESE = /^[一二三四五六七八九十百〇零]{1,7}$/

/** How proposals are numbered, the surest way first; in the last, extraction has lost 第 or 号 around the digits. */
const PRINTED: RegExp[] = [
  /(?:第|(?<=第(?:[\w.-]{1,16}号(?:[、和及与]|[（(]并)){1,8})(?=\d))([^第号]{1,40})号/g,
  /(?:委员|政协|代表|人大)(?:提案|建议|议案)[〔【[（(](?:19|20)\d\d[〕】\]）)]第?(\d{1,6})号/g,
  /((?:(?<=会议)\p{Script=Han}|(?:19|20)\d\d-)?\d{1,10})号(?=提案|建议|议案|代表|委员|[“《）)])/gu,
  /N[Oo][.．:：]?(\d{1,10})号?(?=(?:重点|代表|委员)?(?:提案|建议|议案)|关于|[《》）)])/g,
  /第([一二三四五六七八九十百〇零]{1,7})号(?=(?:重点|代表|委员)?(?:提案|建议|议案))/g,
  /(?:提案|建议|议案)?(?:编号|号)[：:]([A-Za-z]{0,3}\d[\dA-Za-z.-]{0,15})(?=[）)]|$)/g,
  /(?:第|会议?|编号[：:]?)((?<!\d)\d[\d.]{0,9})(?=号|(?:重点|代表|委员)?(?:提案|建议|议案)|的?(?:答复|复函))/g,
  // 《关于修渠的建议》（0641）; four digits may be a year.
  /[》”][（(]((?!(?:19|20)\d\d[）)])\d{2,5})[）)]/g,
]

/** The numbers of the proposals that a text without white space names: 第21、38号 gives 21 and 38, 第十二号 gives 12. */
export function proposalNumbers(words: string): string[] {
  const text = words.replace(WITHIN_CLASS, '').replace(OF_OTHERS, '').replace(BETWEEN_NUMBERS, '$1')
  for (const pattern of PRINTED) {
    const numbers = [...text.matchAll(pattern)]
      .flatMap((match) => (match[1] ?? '').split(/[、，,和及与并]/))
      .flatMap(numbersOfRange)
      .map((number) =>
        number
          .replace(YEAR, '')
          .replace(LOST_ORDINALS, '')
          .replace(/[〔〕[\]（）()“”号第]/g, ''),
      )
      .filter((number) => NUMBER.test(number) || CHINESE.test(number))
      .map((number) => (CHINESE.test(number) ? String(ofHundreds(number) ?? number) : number))
    if (numbers.length > 0) return [...new Set(numbers)]
  }
  return []
}

/** 四百一十一, 一百零八, 十二 */
function ofHundreds(numeral: string): number | undefined {
  const [, hundreds, rest = ''] =
    /^([一二三四五六七八九])百(?:[〇零](?=.$)|(?=$|.?十))(.*)$/.exec(numeral) ?? []
  if (!hundreds) return numberOf(numeral)
  const less = rest === '' ? 0 : numberOf(rest)
  return less === undefined ? undefined : numberOf(hundreds)! * 100 + less
}

/** 第19至21号 is three numbers; with a hyphen, which parts the year from a number as well, 19-21 is, and 12-5 is one. */
const RANGE = /^(\d{1,6})(?:([-－])|[至到~～—–]{1,2})(\d{1,6})$/
const MOST_IN_RANGE = 30
const MOST_BEHIND_HYPHEN = 9

function numbersOfRange(text: string): string[] {
  const [, from = '', hyphen, to = ''] = RANGE.exec(text) ?? []
  const more = Number(to) - Number(from)
  const isRange =
    more > 0 && (hyphen ? from.length === to.length && more <= MOST_BEHIND_HYPHEN : more < MOST_IN_RANGE)
  if (!isRange) return [text]
  return Array.from({ length: more + 1 }, (_, i) => String(Number(from) + i).padStart(from.length, '0'))
}

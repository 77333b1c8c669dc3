import { mayBeDated } from '../grammar/dates.js'
import { CATEGORY_LABEL } from '../grammar/labels.js'
import { NUMERAL } from '../grammar/numerals.js'
import { isOffice } from '../grammar/offices.js'
import { isPageFooter } from './page-footer.js'
import { isDateLine, isSignatureLine } from './signature.js'

/** Where the parts of a head begin and end that has lost its line breaks: number, category, disclosure, title, labels. */
const IN_HEAD = [
  /(?<=^|\s|[A-D]\s?类|[A-D][）)])(?!关于)\p{Script=Han}{2,20}\s?[〔[【（(]\s?(?:19|20)\d\d\s?[〕\]】）)]\s?第?\s?[\d-]{1,8}\s?号/gu,
  /(?<=^|\s)\p{Script=Han}{2,20}〔20\d{3,6}(?=\s|$)/gu,
  /(?<=^|\s|号)[（(【[〔]?[A-D]\s?类?[）)】\]〕]?类?(?=\s|$)/g,
  /(?<=^|^\d、|\s)(?:(?:\p{Script=Han}{2,6}|类\s?别)[：:])?[（(]?[A-D]\s?类[）)]?(?=\p{Script=Han}{2,12}〔)/gu,
  /(?<=^|\s)(?:\p{Script=Han}{2,6}|类\s?别)[：:]\s?[（(]?[A-D]\s?类?[）)]?(?=\s|$)/gu,
  /(?<=\s)(?:此件)?(?:同意|主动|依申请)(?:对外)?公开(?:发布)?(?=\s|$)/g,
  // 办理结果：(C)青水函〔2023〕8号, 类别：B青禾县水利局签发人：顾南星; but of A已解决B正在解决 none is chosen.
  new RegExp(
    `(?:${CATEGORY_LABEL}|分类|类型|类\\s?别)[：:]\\s?[（(]?[A-D]\\d?[）)]?\\s?类?[）)]?(?=\\p{Script=Han}{2,40}(?:[：:]?[〔[【]|签发人|关于|[：:]))`,
    'gu',
  ),
]
/** 青水函〔2023〕18号关于…, 青水函〔2023〕18号签发人：…; but not 第二次会议〔2023〕第45号建议. */
const NUMBER_END =
  /[〔[【［](?:19|20)\d\d[〕\]】］]\s?第?[\d-]{1,8}号(?=关于|对|签\s?发|[（(]?[A-D]\s?类|\p{Script=Han}{2,30}(?:局|政府|委员会|厅|办公室)(?:关于|对)|(?:同意|主动|此件)|$)/gu
const BEGINS_IN_HEAD =
  /(?<=\s)(?:关于|对(?=\S{2,40}第))|(?<=[\s号类级局府会厅委办开是）)A-D])签\s?发\s?人(?=[：:])|(?<=签发人[：:]\s?\p{Script=Han}{2,4})(?:关于|对)(?=\S{2,40}第)|(?<=[\s：:])(?<!人[：:]\s?)\p{Script=Han}{2,30}(?:关于|对)(?=[^：:]{2,60}第\S{1,16}号)/gu

/** A title ends before a gap, whatever the page says behind it, and before a label, a number or another title. */
export const TITLE_END: RegExp =
  /(?:答\s?复\s?函?(?:摘\s?要)?|复\s?函|回\s?复|的\s?函|(?:会办|协办|答复|办理)意见)(?:[（(][^（）()]{1,30}[）)]|[[【][^[\]【】]{1,30}[\]】])?(?=\s|关于|(?!如下)\p{Script=Han}{2,6}[：:]|(?!的?函)\p{Script=Han}{2,12}〔)/gu

/** A numbered heading ends before the first gap if no sentence does. */
const HEADING =
  /(?<=^|\s)(?:[一二三四五六七八九十]{1,2}、\s?|[（(][一二三四五六七八九十]{1,2}[）)])[^\s。；;！？!?]{2,50}(?=\s)/g

/** The same of a sign-off: dates, and what a label says. */
const DATE = new RegExp(
  `[${NUMERAL}]{4}\\s?年\\s?[${NUMERAL}]{1,3}\\s?月\\s?[${NUMERAL}]{1,3}\\s?日|(?<=\\s)20\\d{2}(?:\\s?年)?\\s?\\d{2,4}日?(?=\\s|$)`,
  'g',
)
const BEGINS_IN_SIGNATURE =
  /(?<=[\s）)日\d])(?:[（(]?(?:联\s?系\s?人|承\s?办\s?人|经\s?办\s?人|(?:联系)?电话|抄\s?送|抄\s?报|承办单位|承办负责人|办理结果|办理类别|公开方式|是否公开|附\s?件|签发人|领导签发|联系单位))[^\s：:]{0,6}[：:]/g

/** How many sentences are looked at from the end: 抄送 and remarks end in a full stop as well. */
const MOST_ENDS = 4
const LONGEST = 600
/** What stands below a sign-off is short: the files that can be downloaded, a name without its label. */
const LONGEST_REST = 80
const LONGEST_OFFICE = 40
const PARAGRAPH = /^.{20,}[。；：]$/s
const LONGEST_TITLE = 200

/** Where a head on one line is to be cut. */
export function cutsOfHead(head: string): number[] {
  const whole = IN_HEAD.flatMap((pattern) =>
    [...head.matchAll(pattern)].flatMap(({ 0: part, index }) => [index, index + part.length]),
  )
  return [
    ...whole,
    ...[...head.matchAll(BEGINS_IN_HEAD)].map(({ index }) => index),
    ...endsOf(TITLE_END, head),
    ...endsOf(NUMBER_END, head).filter((end) => !isCited(head.slice(Math.max(0, end - LONGEST_TITLE), end))),
  ]
}

/** Whether the number that a head ends with stands within a title: 关于落实云政发〔2023〕18号关于就业的意见的答复. */
function isCited(head: string): boolean {
  const title = endsOf(TITLE_END, head).at(-1) ?? 0
  return /关于|《/.test(head.slice(title))
}

/** Where the headings of a text on one line end. */
export function cutsOfHeadings(text: string): number[] {
  return endsOf(HEADING, text)
}

/** Where, behind a place of the line, the page below the letter begins; the end of the line if nowhere. */
export function startOfFooter(text: string, from: number): number {
  const words = [...text.slice(from).matchAll(/\S+/g)]
  const wordAt = (i: number) => words[i]?.[0].slice(0, 80)
  const first = words.findIndex((_, i) => isPageFooter(wordAt(i)!, wordAt(i + 1)))
  return first === -1 ? text.length : from + words[first]!.index
}

function endsOf(pattern: RegExp, text: string): number[] {
  return [...text.matchAll(pattern)].map(({ 0: part, index }) => index + part.length)
}

/** Where the sign-off of a line is to be cut, its start first; nowhere if the line, behind a place of it, has none. */
export function cutsOfSignature(text: string, behind: number): number[] {
  const cuts = cutsOfLastWords(text)
  return cuts.length > 0 ? cuts : cutsOfDate(text, behind)
}

/** Where the sign-off of a line is to be cut that ends with it, if it has a date, and more where a paragraph follows. */
export function cutsOfDatedEnd(text: string, next: string): number[] {
  const cuts = mayBeDated(text.slice(-LONGEST)) ? cutsOfLastWords(text) : []
  const parts = cuts.map((cut, i) => text.slice(cut, cuts[i + 1])).filter((part) => /[\p{L}\d]/u.test(part))
  const isSignOff = parts.some(isDateLine) && (parts.length > 1 || !PARAGRAPH.test(next))
  return isSignOff ? cuts : []
}

/** Of a sign-off that a page goes on below: from the first date that stands apart, and the office before it. */
function cutsOfDate(text: string, behind: number): number[] {
  for (const { 0: date, index } of text.matchAll(DATE)) {
    const end = index + date.length
    const before = /(?<![^。！!？])[^。！!？]*$/.exec(
      text.slice(Math.max(behind, index - LONGEST_REST), index),
    )![0]
    const start = index - before.length + (LEAVE.exec(before)?.[0].length ?? 0)
    const signed = text.slice(start, index)
    const rest = text.slice(end, end + LONGEST_REST)
    const isApart = /^(?:\s(?![，,、。；我经])|$|\s*[|｜（(])/.test(rest)
    // 2023年6月5日 县水利局组织了验收。 is a sentence of the letter.
    const isSigned = signed.trim() === '' ? !/^\s*\S*[。！!]/.test(rest) : isSignatureLine(signed)
    if (index > behind && isApart && isSigned) return [start, index, end]
  }
  return []
}

/** Of a sign-off that the line ends with. */
function cutsOfLastWords(text: string): number[] {
  const from = Math.max(0, text.length - LONGEST)
  const ends = [...text.slice(from).matchAll(/[。！!？]/g)].map(({ index }) => from + index + 1)
  for (const end of ends.slice(-MOST_ENDS)) {
    const start = end + (LEAVE.exec(text.slice(end))?.[0].length ?? 0)
    const cuts = partsOf(text.slice(start)).map((cut) => start + cut)
    const lines = cuts.map((cut, i) => text.slice(cut, cuts[i + 1]).trimEnd()).filter(Boolean)
    if (lines.length > 0 && (lines.every(isSignatureLine) || isDated(lines))) return cuts
  }
  return []
}

/** What may stand between the last sentence and the sign-off, as words of the letter. */
const LEAVE = /^\s*(?:特此(?:函|答|回)复|[专谨]此(?:答复|函复|奉复)|此复|此函|此致\s*敬礼)[！!。]?/

/** Whether a sign-off ends with its date, and what follows are no sentences. */
function isDated(lines: string[]): boolean {
  const end = lines.findIndex(isDateLine) + 1
  return (
    end > 0 &&
    lines.slice(0, end).every(isSignatureLine) &&
    lines.slice(end).every((line) => line.length <= LONGEST_REST && !isOfSentence(line))
  )
}

/** What follows a date with no gap, or ends a sentence, goes on with it: 2023年6月5日正式通水, 2023年6月5日 县水利局验收。 */
function isOfSentence(line: string): boolean {
  const goesOn = /^\s*[，,]|[，,。；]./.test(line)
  return goesOn || (/^\p{Script=Han}|。$/u.test(line) && !isSignatureLine(line))
}

function partsOf(tail: string): number[] {
  const copies = /(?:^|\s)抄\s?[送报][：:]/.exec(tail)?.index ?? tail.length
  // Whoever gets a copy signs nothing: 抄送：县人大办公室 县政府办公室.
  const offices = [...tail.slice(0, copies).matchAll(/[^\s]{4,40}/g)].filter(({ 0: word }) => isOffice(word))
  const whole = [...tail.matchAll(DATE), ...offices].flatMap(({ 0: part, index }) => [
    index,
    index + part.length,
  ])
  const labels = [...tail.matchAll(BEGINS_IN_SIGNATURE)].map(({ index }) => index)
  const glued = [...tail.matchAll(DATE)].flatMap(({ index }) => startOfOffice(tail, index))
  return [...new Set([0, ...whole, ...labels, ...glued])].sort((a, b) => a - b)
}

/** 电话：000-1234567青禾县水利局2023年6月5日 */
function startOfOffice(tail: string, date: number): number[] {
  const office = /(?<=[）)\d])\p{Script=Han}{4,30}$/u.exec(
    tail.slice(Math.max(0, date - LONGEST_OFFICE), date),
  )?.[0]
  return office !== undefined && isOffice(office) ? [date - office.length] : []
}

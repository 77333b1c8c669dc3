import { compact, type Line } from '../lines/line.js'

/** How much of a line is looked at: a lead-in stands at the start, however long its paragraph is. */
const REACH = 600

const LEAD_IN =
  /收悉|悉收|[答回函谨]复[^。]{0,12}如下|(?:意见|办理情况)[^。]{0,8}如下|提出?如下[^。]{0,8}意见|现提出[^。]{0,12}意见|协助贵.{0,6}办理|(?:[您你贵]|阁下).{0,40}提[出交]的|(?:交|由)我.{0,12}办(?:理|[，,。])|等?(?:委员|代表).{0,40}提出的|^关于[^。：:]{2,120}的?(?:提案|建议|议案)[，,]/

/** How many lines may stand between salutation and lead-in: a greeting, a thanks. */
const WITHIN = 3

/** Whether a line opens a reply: `您提出的《…》收悉，现答复如下：`. */
export function isLeadIn(line: string): boolean {
  return LEAD_IN.test(opening(line))
}

/** How many lines below `start`, where a body begins, its lead-in stands; -1 if it has none. */
export function indexOfLeadIn(lines: readonly Line[], start = 0): number {
  return lines.slice(start, start + WITHIN).findIndex(({ text }) => isLeadIn(text))
}

/** The part of the lead-in that names the proposals: up to 收悉, else to its first full stop or colon. */
export function proposalsPart(leadIn: string): string {
  const text = opening(leadIn)
  const end = /(?:已经?)?收悉|悉收/.exec(text) ?? /[。：:]/.exec(text)
  return text.slice(0, end?.index)
}

/** The titles that a lead-in names, quoted or bare: `您提出的关于修订《条例》的建议收悉` names one, and not 条例. */
export function titlesOf(printed: string): string[] {
  const part = printed
    .replace(STRAIGHT, '“$1”')
    .replace(printed.includes('《') ? /$^/ : UNUSUAL, '“$<title>”')
  const quoting = QUOTING.exec(part)
  if (quoting?.[1] !== undefined) return [/“(关于.*)”/.exec(quoting[1])?.[1] ?? quoting[1]]
  const bare = Array.from(part.matchAll(BARE), ([, title = '']) => title)
  return bare.length === 0 ? quotedTitles(part) : [...new Set(bare)]
}

/** 提出的关于修渠的建议（第8号）、关于筑坝的建议收悉, 提出的关于修渠的建议和鲁木槿代表提出的关于筑坝的建议收悉. */
const BARE =
  /(?:提[出交]的?|收到[您你贵]|(?<=[）)议案])[、和及与](?=关于|第|.{2,20}提[出交]的?关于))[^关《“]{0,30}?(关于[^。：:]{2,120}?(?:提案|建议|议案))(?=[，,（(”后]|[、和及与](?:关于|第|[^关]{2,20}提[出交]的?关于)|已|办理|交由?|现?[答回]复如下|$)/g

/** 您提出的关于“修渠的建议”的议案, or 关于“关于修渠的建议”的建议. */
const QUOTING =
  /提[出交]的?[^关《“]{0,30}?(关于“[^“”。：:]{2,120}(?:提案|建议|议案)”(?:的?(?:提案|建议|议案))?)/

/** "关于修渠的建议": many a web page has straight marks only. */
const STRAIGHT = /"(关于[^"]*)"/g

/** '关于修渠的建议', 〈关于修渠的建议〉: the marks of a title where there are no others. */
const UNUSUAL =
  /(?:<<|[〈【‘'＜])(?<title>关于[^〈〉【】‘’'<>＜＞《]{2,120}(?:提案|建议|议案))(?:>>|[〉】’'＞])/g

/** “关于修订《条例》的建议”: what is quoted in it is no title of its own. */
const AROUND_BOOKS = /“关于[^“”]{0,60}《[^“”]{2,120}(?:提案|建议|议案)”/
const IN_QUOTATION_MARKS = /“(关于[^“”]{2,180}(?:提案|建议|议案))”/g

/** 以下简称《建议》 is no title. */
const SHORT_FOR_ONE = /^(?:提案|建议|议案)?$/

/** The titles that a text quotes, without their quotation marks, each once. */
export function quotedTitles(text: string): string[] {
  if (AROUND_BOOKS.test(text)) {
    const titles = quotedBy(text.replace(IN_QUOTATION_MARKS, '《$1》'), '《', '》')
    return [...new Set(titles.filter((title) => /^关于.*(?:提案|建议|议案)$/.test(title)))]
  }
  const books = quotedBy(text, '《', '》').filter((title) => !SHORT_FOR_ONE.test(title))
  const titles = books.length > 0 ? books : quotedBy(text, '“', '”').filter((title) => title.length > 3)
  return [...new Set(titles.map(withoutRest))]
}

/** 关于增设护栏的建议，由我局承办: the mark that closes a title may come too late. */
function withoutRest(title: string): string {
  return /(?:提案|建议|议案)$/.test(title) ? title : title.replace(/(?<=提案|建议|议案)[，,。].*/, '')
}

const NUMBER_BEHIND =
  /^[》”"]?(?:的?(?:提案|建议|议案))?[（(](?:提案|建议|议案)?(?:编号[：:]?|案号[：:]?)?第?([\w.-]{1,16})号?[）)]/
const NUMBER_BEFORE = /第([\w.-]{1,16})号(?:提案|建议|议案)?的?[《“"]?$/

/** 008 is 8. */
export function withoutZeros(number: string): string {
  return number.replace(/^0+/, '')
}

/** The title that each number of a lead-in stands beside, where all of them stand behind their titles or all before. */
export function titlesByNumber(
  part: string,
  titles: readonly string[],
): ReadonlyMap<string, string> | undefined {
  for (const isBehind of [true, false]) {
    const pairs = titles.flatMap((title): [string, string][] => {
      const at = part.indexOf(title)
      const number = isBehind
        ? NUMBER_BEHIND.exec(part.slice(at + title.length, at + title.length + 40))
        : NUMBER_BEFORE.exec(part.slice(Math.max(0, at - 30), at))
      return at === -1 || !number?.[1] ? [] : [[withoutZeros(number[1]), title]]
    })
    const byNumber = new Map(pairs)
    if (byNumber.size === titles.length) return byNumber
  }
  return undefined
}

function opening(line: string): string {
  // The colon of the salutation may begin it.
  return compact(line.slice(0, REACH)).replace(/^[：:]/, '')
}

/** What stands between the outermost marks; one that is never closed ends with the text, or at a bracket. */
function quotedBy(text: string, open: string, close: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === open && depth++ === 0) start = i + 1
    if (text[i] === close && depth > 0 && --depth === 0) found.push(text.slice(start, i))
  }
  if (depth > 0) found.push(text.slice(start).replace(/[（(].*/, ''))
  return found
}

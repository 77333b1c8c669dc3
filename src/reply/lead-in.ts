import { compact, type Line } from './line.js'

/** How much of a line is looked at: a lead-in stands at the start, however long its paragraph is. */
const REACH = 600

const LEAD_IN =
  /收悉|悉收|[答回函]复[^。]{0,12}如下|意见[^。]{0,8}如下|[您你贵].{0,40}提[出交]的|交由?我.{0,12}办理|等?(?:委员|代表).{0,40}提出的/

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

/** The titles of the proposals that a text quotes or names, without their quotation marks. */
export function quotedTitles(text: string): string[] {
  const books = quotedBy(text, '《', '》')
  if (books.length > 0) return books
  return quotedBy(text, '“', '”').filter((title) => title.length > 3)
}

/** The title that a lead-in names without quotation marks: `您提出的关于修渠的建议收悉`. */
export function bareTitle(part: string): string | undefined {
  return /提[出交]的?[^关]{0,30}?(关于[^。：:]{2,120}?(?:提案|建议|议案))(?=[，,（(]|已|$)/.exec(part)?.[1]
}

function opening(line: string): string {
  return compact(line.slice(0, REACH))
}

/** What stands between the outermost marks; an unclosed quotation ends with the last mark there is. */
function quotedBy(text: string, open: string, close: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === open && depth++ === 0) start = i + 1
    if (text[i] === close && depth > 0 && --depth === 0) found.push(text.slice(start, i))
  }
  const last = text.lastIndexOf(close)
  if (depth > 0 && last > start) found.push(text.slice(start, last))
  return found
}

import type { Line } from '../lines/line.js'
import type { Heading } from './headings.js'

/** What a number counts though a space parts them: 1.2 亿元, 3 月份. */
const AMOUNT =
  /^[\d.]{1,12}\s*(?:[万亿][余多]?[元人户个吨亩米]|元(?![宵旦])|公里|公顷|平方|立方|千米|千瓦|亩(?!均)|月份|月底|月[上中下]旬)/
/** 2.1 标准体系, 2.1.1 地理标志, 1 产业现状; 3.2公里 and 2.5万元 are amounts. */
const NUMBERED =
  /^(\d{1,2}(?:\.\d{1,2}){1,3}(?=\s|(?![万亿千百元米公平立吨亩个倍年月日号时分度级以])\p{Script=Han})|\d{1,2}(?=\s{1,4}\p{Script=Han}))\s*(?=[^\s。；！？]{2,40}$)/u
const ANY_NUMBER = /^\d{1,2}(?:\.\d{1,2}){0,3}(?=[\s.．、]|\p{Script=Han})/u
const FEWEST = 3
/** Within （一）: 1 has the rank of 1. */
const OUTERMOST = 4
const STEP = 0.25

/** The headings of a text that is divided as 1, 1.1, 1.1.1, by their lines; none where the numbers do not go on like that. */
export function decimalHeadings(body: readonly Line[]): Map<Line, Heading> {
  const headings = new Map<Line, Heading>()
  let path: number[] = []
  let isDeep = false
  for (const line of body) {
    const number =
      line.table === 'row' || AMOUNT.test(line.text) ? undefined : ANY_NUMBER.exec(line.text)?.[0]
    const next = number?.split('.').map(Number)
    if (!next || !goesOn(path, next)) continue
    path = next
    isDeep ||= next.length > 1
    const [marked, marker] = NUMBERED.exec(line.text) ?? []
    if (marked === undefined || marker === undefined) continue
    const rank = OUTERMOST + STEP * (next.length - 1)
    headings.set(line, { rank, marker, title: line.printed.slice(marked.length).replace(/[：:]$/, '') })
  }
  return isDeep && headings.size >= FEWEST ? headings : new Map()
}

/** Whether a number is the next of those around the one before it, or the first below that. */
function goesOn(path: readonly number[], next: readonly number[]): boolean {
  const depth = next.length - 1
  if (depth > path.length || next.slice(0, depth).some((part, i) => part !== path[i])) return false
  return next[depth] === (path[depth] ?? 0) + 1
}

import { numberOf } from '../grammar/numerals.js'
import { standsAlone } from '../grammar/offices.js'
import { compact, type Line } from '../lines/line.js'
import { isDateLine, isSignatureLine, signatoriesOfLine } from './signature.js'

/** The ways to count the parts of a letter, each a group of its own. */
const MARKER =
  /^(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]|(\d{1,2})[、．.](?!\d)|第([一二三四五六七八九十]{1,2})[，,、：:]|([一二三四五六七八九十]{1,2})[是要])/

/** What stands below the last sentence of a letter; a page thanks its visitors, too, but below its links. */
const LEAVE = /^(?:特此|[专谨]此|此复|此函)|^.{0,12}感谢[您你贵].{0,40}(?:工作|事业|发展|建设)/

const ENCLOSURE = /^附(?:件|[：:]|$)/
const SENTENCE = /[。；！？]$/
const PROSE = /^.{12,}[。；]$/s

/** Where a letter goes on, so that what looks like its end is none. */
export interface Course {
  /** Whether a date on a line of its own is one that the letter tells of, or that of an answer it quotes. */
  goesOnBelowDate(at: number): boolean
  /** Whether a line that begins as the foot of a page does is one of the letter. */
  goesOnBelowFooter(at: number): boolean
}

/** What stands below a line tells whether it was the last: the next number of a count, the sign-off, words of leave. */
export function courseOf(lines: readonly Line[]): Course {
  const isCounting = countsAcross(lines)
  const isDate = lines.map(({ text, table }) => table !== 'row' && isDateLine(text))
  const offices = lines.map((_, i) => (isDate[i] ? officesAround(lines, i) : []))
  const enclosures = totals(lines, ({ text }) => ENCLOSURE.test(text))
  const prose = totals(lines, ({ text }) => PROSE.test(text))
  const lastSigned = lastOfKind(offices, ({ length }) => length > 0)
  const lastOf = new Map(offices.flatMap((names, i) => names.map((name) => [name, i] as const)))
  const lastLeave = lastOfKind(
    lines,
    ({ text }, i) => LEAVE.test(text) && SENTENCE.test(lines[i - 1]?.text ?? ''),
  )

  function goesOnBelowDate(at: number): boolean {
    if (isCounting[at]) return true
    const signed = offices[at]!
    if (signed.length === 0) {
      return (lastSigned > at && enclosures[lastSigned] === enclosures[at]) || lastLeave > at
    }
    const again = signed.every(standsAlone)
      ? Math.max(...signed.map((name) => lastOf.get(name)!))
      : lastSigned
    // What is signed alike once more is a copy.
    const isCopy = compact(lines[again]!.text) === compact(lines[at]!.text)
    return again > at && !isCopy && prose[again]! > prose[at]! && enclosures[again] === enclosures[at]
  }

  let end = 0
  while (end < lines.length && !(isDate[end] && !goesOnBelowDate(end))) end++

  return {
    goesOnBelowDate,
    goesOnBelowFooter: (at) => isCounting[at] === true || (at < end && Math.max(lastSigned, lastLeave) > at),
  }
}

/** For each line whether a number stands above it, or on it, and the next of the same count as the first below it. */
function countsAcross(lines: readonly Line[]): boolean[] {
  const last = new Map<number, { number: number; at: number }>()
  const across = lines.map(() => false)
  let filled = 0
  for (const [at, { text }] of lines.entries()) {
    const numerals = MARKER.exec(text.slice(0, 8))?.slice(1) ?? []
    const system = numerals.findIndex((numeral) => numeral !== undefined)
    if (system === -1) continue
    const number = numberOf(numerals[system]!) ?? 0
    const before = last.get(system)
    if (before && number === before.number + 1) {
      across.fill(true, Math.max(before.at, filled), at)
      filled = at
    }
    last.set(system, { number, at })
  }
  return across
}

/** The offices that sign on the line of a date, on the last line of another kind above it, or right below. */
function officesAround(lines: readonly Line[], date: number): string[] {
  const textAt = (i: number) => lines[i]?.text ?? ''
  const isLabelled = isSignatureLine(textAt(date - 1)) && signatoriesOfLine(textAt(date - 1)).length === 0
  return (
    [date, date - 1, ...(isLabelled ? [date - 2] : []), date + 1]
      .map((i) => signatoriesOfLine(textAt(i)))
      .find(({ length }) => length > 0) ?? []
  )
}

/** Where the last of a kind stands; -1 if nowhere. */
function lastOfKind<Item>(items: readonly Item[], isOfKind: (item: Item, at: number) => boolean): number {
  let last = items.length - 1
  while (last >= 0 && !isOfKind(items[last]!, last)) last--
  return last
}

/** How many lines up to each are of a kind. */
function totals(lines: readonly Line[], isOfKind: (line: Line) => boolean): number[] {
  let total = 0
  return lines.map((line) => (total += isOfKind(line) ? 1 : 0))
}

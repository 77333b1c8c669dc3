import { readLabels } from '../grammar/labels.js'
import { readMarkings } from '../grammar/markings.js'
import { isPageLine } from '../letter/page-labels.js'
import { isSalutationAlone } from '../letter/salutation.js'
import { isSignatureLine } from '../letter/signature.js'
import { isWholeTitle } from '../letter/title.js'
import { joinLines, type Line, type Lines, offsetAt } from '../lines/line.js'
import { isBetweenRows } from '../lines/rows.js'
import { readMarker } from './headings.js'
import { endsSentence, noteJoint } from './repair.js'

/** What is narrower is a list, what is wider are paragraphs. */
const NARROWEST = 18
const WIDEST = 60

/** A sign that may begin no line takes the character before it along. */
const SLACK = 2
const FEWEST_CUTS = 3
const FEWEST_STARTS = 2
const INDENT = 2
/** Behind more a line is aligned, and not set in. */
const WIDEST_INDENT = 8
/** How many lines the names of a salutation may take. */
const MOST_NAMES = 8

/** A line, and where it ends, counted from where most lines begin. */
interface Row {
  line: Line
  end: number
  /** Whether it is set in from the line above, or parted from it by an empty line. */
  isSetOff: boolean
  /** Whether it is set in as the first line of a paragraph is. */
  isSetIn: boolean
}

/** unified plugin: joins the lines of a text that was wrapped at one width, as mails are and what is copied from PDF. */
export function joinWrappedLines(): (lines: Lines, document: { toString(): string }) => Lines {
  return (lines, document) => {
    const gaps = gapsOf(lines.children, document.toString())
    const [printed, counted] = [columnsOf, charactersOf].map((measure) => {
      const rows = rowsOf(lines.children, gaps, measure)
      return { rows, ...widthOf(rows) }
    })
    const { rows, width } = printed!.cuts > counted!.cuts ? printed! : counted!
    if (width === 0) return lines
    const groups: Line[][] = []
    const isIndented = setsParagraphsIn(rows, width)
    for (const [i, row] of rows.entries()) {
      const above = rows[i - 1]
      const isSame =
        above &&
        ((isCut(above, width) && goesOn(groups.at(-1)!, row)) ||
          (isIndented && isFull(above, width) && isWithinParagraph(above, row, width)))
      if (isSame) groups.at(-1)!.push(row.line)
      else groups.push([row.line])
    }
    const notes = groups.filter(({ length }) => length > 1).map(noteJoint)
    return { ...lines, children: groups.map(joinLines), notes: [...(lines.notes ?? []), ...notes] }
  }
}

/** Whether paragraphs begin set in: below lines that end in mid-line, where it can be seen, most do. */
function setsParagraphsIn(rows: readonly Row[], width: number): boolean {
  const starts = rows.filter(({ line }, i) => {
    const above = rows[i - 1]
    // Neither headings nor sign-offs are as long.
    return line.text.length >= NARROWEST && above && !isFull(above, width) && endsSentence(above.line.text)
  })
  const setIn = starts.filter(({ isSetIn }) => isSetIn).length
  return setIn >= FEWEST_STARTS && setIn >= starts.length * 0.8
}

/** Whether a line that is not set in goes on below a sentence that ends where the line above does. */
function isWithinParagraph({ line: above }: Row, row: Row, width: number): boolean {
  const { line, isSetOff } = row
  if (isSetOff || !endsSentence(above.text) || isBetweenRows(above, line)) return false
  // A heading need not be set in as paragraphs are.
  if (!isFull(row, width) && !endsSentence(line.text)) return false
  return (
    ![above, line].some(({ text }) => isSalutationAlone(text)) &&
    !isLabelled(line.text) &&
    !isSignatureLine(line.text)
  )
}

/** Whether a line can go on from those above it, the last of which is as wide as the text. */
function goesOn(above: readonly Line[], { line, isSetOff }: Row): boolean {
  const last = above.at(-1)!.text
  if (isBetweenRows(above.at(-1)!, line)) return false
  if (isSetOff || isWholeTitle(last) || isLabelled(line.text)) return false
  if (readMarker(line.text) && !line.text.startsWith('、') && !/[，、,]$/.test(last)) return false
  if (!isSalutationAlone(line.text)) return true
  return isSalutationAlone(joinLines([...above.slice(-MOST_NAMES), line]).text)
}

function isLabelled(text: string): boolean {
  const { before, values } = readLabels(text)
  return (
    isPageLine(text) || (before === '' && values.length > 0) || Object.keys(readMarkings(text)).length > 0
  )
}

/** Whether a line is as wide as the text and ends in mid-sentence. */
function isCut(row: Row, width: number): boolean {
  return isFull(row, width) && !endsSentence(row.line.text)
}

function isFull({ end }: Row, width: number): boolean {
  return end >= width - SLACK
}

/** The width that a text was wrapped at, and how many sentences were cut there; both 0 where it was not wrapped. */
function widthOf(rows: readonly Row[]): { width: number; cuts: number } {
  const counts = new Map<number, number>()
  for (const { end } of rows) counts.set(Math.ceil(end), (counts.get(Math.ceil(end)) ?? 0) + 1)
  const near = (width: number) => [0, 1, 2].reduce((sum, less) => sum + (counts.get(width - less) ?? 0), 0)
  let width = NARROWEST
  for (let other = NARROWEST; other <= WIDEST; other++) if (near(other) > near(width)) width = other
  // However wide a whole title is, nothing was cut at its end.
  const full = rows.filter(({ line, end }) => end >= width - SLACK && !isWholeTitle(line.text))
  const cuts = full.filter((row) => isCut(row, width)).length
  const wider = full.filter(({ end }) => end > width + SLACK).length
  if (cuts < Math.max(FEWEST_CUTS, full.length * 0.6, wider * 10)) return { width: 0, cuts: 0 }
  const broken = rows.filter(({ line: { text }, end }) => {
    const isShort = text.length >= NARROWEST - SLACK && end < width - SLACK
    return isShort && !endsSentence(text) && !isLabelled(text) && !isWholeTitle(text)
  }).length
  return broken <= cuts / 2 ? { width, cuts } : { width: 0, cuts: 0 }
}

/** What stands between a line and the one above it: how many ends of lines, and how far it is set in. */
interface Gap {
  feeds: number
  indent: number
}

function gapsOf(lines: readonly Line[], document: string): Gap[] {
  return lines.map((line, i) => {
    const above = lines[i - 1]
    const start = above ? offsetAt(above, above.text.length - 1) + 1 : 0
    const gap = document.slice(start, offsetAt(line, 0)).split('\n')
    return { feeds: gap.length, indent: gap.at(-1)!.length }
  })
}

/** The lines of a document; most that begin in mid-sentence begin at one place. */
function rowsOf(lines: readonly Line[], gaps: readonly Gap[], measure: (text: string) => number): Row[] {
  const within = gaps.filter((_, i) => {
    const above = lines[i - 1]?.text ?? ''
    return above.length >= NARROWEST - SLACK && !endsSentence(above)
  })
  const feeds = mostFrequent(within.map((gap) => gap.feeds))
  const usual = mostFrequent(within.map((gap) => gap.indent))
  return lines.map((line, i) => {
    const gap = gaps[i]!
    const indent = gap.indent - usual
    const isAligned = indent < 0 || indent > WIDEST_INDENT
    const isSetOff = gap.feeds > feeds || indent >= INDENT
    const isSetIn = indent >= INDENT && !isAligned
    return { line, end: measure(line.text) + (isAligned ? 0 : indent), isSetOff, isSetIn }
  })
}

/** The most frequent number, the smallest of several. */
function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b)[0]?.[0] ?? 0
}

function charactersOf(text: string): number {
  return text.length
}

/** In a printed line two Latin letters or digits are as wide as one other character. */
function columnsOf(text: string): number {
  return text.length - (text.match(/[ -~]/g)?.length ?? 0) / 2
}

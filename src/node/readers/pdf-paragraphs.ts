import { areRows, printedCells } from '../../reply/lines/rows.js'
import { type PrintedLine, widthOf } from './pdf-lines.js'

export interface PrintedParagraph {
  text: string
  /** Whether it stands out from the text, as headings do. */
  strong: boolean
  /** Of a row of a table. */
  cells: string[]
}

/** In widths of a character. */
const INDENTED = 1.2
const SLACK = 0.6
/** How much further than usual a line stands below the one before it where a paragraph begins. */
const WIDE_LEADING = 1.35
/** Fonts of one size are given in slightly different ones. */
const SAME_SIZE = 1.1

const PAGE_NUMBER =
  /^(?:[-—–－―·•\s]*\d{1,4}[-—–－―·•\s]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d+.*)$/i

/** What may not stand at the start of a line, and so takes the character before it along. */
const NO_START = /^[，。、；：！？”’）》】〕…,.;:!?)]+/
/** The end of a sentence, and a heading that begins on the next line. */
const SENTENCE_END = /[。：:；！？”]$/
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/
const WORD = /^[\w.%/@-]+/

/** Puts printed lines together to the paragraphs that were written, over the ends of pages. */
export function printedParagraphs(pages: readonly (readonly PrintedLine[])[]): PrintedParagraph[] {
  const lines = pages.flatMap((page) => withoutPageNumbers(page, pages))
  const layout = layoutOf(lines)
  const rows = rowsAmong(lines)
  const paragraphs: PrintedLine[][] = []
  for (const line of lines) {
    const paragraph = paragraphs.at(-1)
    const last = paragraph?.at(-1)
    const isRow = rows.has(line) || (last !== undefined && rows.has(last))
    if (paragraph && last && !isRow && goesOn(last, line, layout)) paragraph.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.map((paragraph) => ({
    cells: rows.get(paragraph[0]!) ?? [],
    text: paragraph.map(({ text }, i) => spaceBefore(text, paragraph[i - 1]?.text) + text).join(''),
    strong: layout.hasHeadings && paragraph.every(({ family }) => family !== layout.family),
  }))
}

interface Layout {
  /** Where the lines of the text begin and end. */
  start: number
  end: number
  /** From one baseline to the next, in sizes of the font. */
  leading: number
  family: string
  /** Whether some of the text is set in a font with serifs and the lesser part without. */
  hasHeadings: boolean
}

function layoutOf(lines: readonly PrintedLine[]): Layout {
  const size = mostOf(lines, ({ size }) => Math.round(size))
  const text = lines.filter((line) => Math.round(line.size) === size)
  const leadings = text
    .slice(1)
    .map((line, i) => (line.page === text[i]!.page ? (text[i]!.y - line.y) / line.size : 0))
    .filter((leading) => leading > 0)
    .sort((a, b) => a - b)
  const family = mostOf(lines, ({ family }) => family) ?? ''
  return {
    start: Math.min(...text.map(({ start }) => start)),
    end: Math.max(...text.map(({ end }) => end)),
    leading: leadings[leadings.length >> 1] ?? 1.5,
    family,
    hasHeadings: family === 'serif',
  }
}

/** The value that most characters have. */
function mostOf<Value>(
  lines: readonly PrintedLine[],
  keyOf: (line: PrintedLine) => Value,
): Value | undefined {
  const counts = new Map<Value, number>()
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + line.text.length)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** Whether `next` goes on where `line` ends, because there was no more room on it. */
function goesOn(line: PrintedLine, next: PrintedLine, layout: Layout): boolean {
  const size = Math.max(line.size, next.size)
  if (size > Math.min(line.size, next.size) * SAME_SIZE) return false
  if (next.start > layout.start + INDENTED * size) return false
  if (line.page === next.page && line.y - next.y > layout.leading * WIDE_LEADING * size) return false
  if (areRows(line.text, next.text)) return false
  // Of short paragraphs the longest ends where the text does.
  if (SENTENCE_END.test(line.text) && HEADING.test(next.text)) return false
  return line.end + (widthOf(firstUnit(next.text)) + SLACK) * size > layout.end
}

/** The rows of tables, which stand next to one another, and their cells; cells that stand close are told by as many in the next. */
function rowsAmong(lines: readonly PrintedLine[]): Map<PrintedLine, string[]> {
  const close = lines.map(({ row = '' }) => printedCells(row))
  const cells = lines.map(({ text }, i) => {
    const { length } = close[i]!
    const isLikeNext = [close[i - 1], close[i + 1]].some((other) => other?.length === length)
    return length > 0 && isLikeNext ? close[i]! : printedCells(text)
  })
  const isRow = (i: number) => (cells[i]?.length ?? 0) > 0
  return new Map(
    lines.flatMap((line, i) => (isRow(i) && (isRow(i - 1) || isRow(i + 1)) ? [[line, cells[i]!]] : [])),
  )
}

/** What is not divided between lines: a character or a word, with the marks that may not begin a line. */
function firstUnit(text: string): string {
  const first = WORD.exec(text)?.[0] ?? text.slice(0, 1)
  return first + (NO_START.exec(text.slice(first.length))?.[0] ?? '')
}

function spaceBefore(text: string, before = ''): string {
  return /[a-z,.;:]$/i.test(before) && /^[a-z]/i.test(text) ? ' ' : ''
}

/** Without the first and last lines of a page that are its number, or the same on every page. */
function withoutPageNumbers(
  page: readonly PrintedLine[],
  pages: readonly (readonly PrintedLine[])[],
): readonly PrintedLine[] {
  const isMargin = ({ text }: PrintedLine): boolean => {
    if (PAGE_NUMBER.test(text)) return true
    const wanted = text.replace(/\d+/g, '')
    const isThere = (other: readonly PrintedLine[]): boolean =>
      [other[0], other.at(-1)].some((line) => line?.text.replace(/\d+/g, '') === wanted)
    return pages.length >= 3 && pages.every(isThere)
  }
  const start = page[0] && isMargin(page[0]) ? 1 : 0
  const end = page.length > start && isMargin(page.at(-1)!) ? page.length - 1 : page.length
  return page.slice(start, end)
}

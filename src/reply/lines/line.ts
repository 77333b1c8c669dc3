import type { Note } from '../reply.js'

/** From the character `at` of a line on, its characters follow those from `offset` on in the document. */
export interface Piece {
  at: number
  offset: number
}

/** One line of a document without its markup: what Markdown, text and HTML have in common. */
export interface Line {
  /** As printed, without white space at its ends. */
  printed: string
  /** `printed` as the grammar reads it, character for character: see `plain` and `readDotsAsStops`. */
  text: string
  /** Where the characters stand in the document, in UTF-16 code units. */
  pieces: Piece[]
  /** How many characters from the start of `text` are set off as a heading or in bold. */
  strong: number
  /** What it is of a table, a row, its cells side by side, or one cell alone; or that it is an item of a list or a footnote. */
  table?: TablePart | undefined
}

export type TablePart = 'row' | 'cell' | 'item' | 'note'

/** What a web page says in its head: `<title>` and `<meta>`. */
export interface PageHead {
  title?: { value: string; offset: number }
  entries: { label: string; value: string; offset: number }[]
}

/** A document as its lines, top to bottom; empty lines are left out. */
export interface Lines {
  type: 'lines'
  children: Line[]
  head?: PageHead
  notes?: Note[]
}

/** The text without any white space: official letters spread words (`答 复`, `承 办 人`) to align them. */
export function compact(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text
}

/** Where a character of a line stands in the document. */
export function offsetAt({ pieces }: Line, index: number): number {
  const piece = pieces[pieceAt(pieces, index)]
  return piece ? piece.offset + index - piece.at : 0
}

/** The number of the piece that a character of a line belongs to. */
function pieceAt(pieces: readonly Piece[], index: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pieces[middle]!.at <= index) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the part of a line between two of its positions stands in the document. */
export function spanOf(
  line: Line,
  start = 0,
  end: number = line.text.length,
): { start: number; end: number } {
  const from = offsetAt(line, start)
  return { start: from, end: end > start ? offsetAt(line, end - 1) + 1 : from }
}

/** Several lines as one; a space parts them only where words of Latin letters would run together. */
export function joinLines(lines: readonly Line[]): Line {
  if (lines.length === 1) return lines[0]!
  const parts: string[] = []
  const texts: string[] = []
  const pieces: Piece[] = []
  let length = 0
  let strong = 0
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1]?.text.slice(-1) ?? ''
    const gap = partsWords(last, line.text[0] ?? '') ? ' ' : ''
    if (strong === length && line.strong > 0) strong += gap.length + line.strong
    parts.push(gap, line.printed)
    texts.push(gap, line.text)
    length += gap.length
    for (const { at, offset } of line.pieces) pieces.push({ at: at + length, offset })
    length += line.printed.length
  }
  return { printed: parts.join(''), text: texts.join(''), pieces, strong }
}

/** A number that is cut in two is one: 20 / 23年. */
function partsWords(last: string, next: string): boolean {
  return (/[a-z]/i.test(last) && /\w/.test(next)) || (/[\d,.]/.test(last) && /[a-z]/i.test(next))
}

/** The part of a line between two of its positions, without white space at its ends. */
export function sliceLine(line: Line, start: number, end: number): Line {
  const part = line.printed.slice(start, end)
  const from = start + part.length - part.trimStart().length
  return keepParts(line, [[from, from + part.trim().length]])
}

/** A line without what stands between some of its parts, in order. */
export function keepParts(line: Line, parts: readonly (readonly [start: number, end: number])[]): Line {
  const pieces: Piece[] = []
  let printed = ''
  let text = ''
  let strong = 0
  for (const [start, end] of parts) {
    if (end <= start) continue
    if (strong === printed.length) strong += Math.min(Math.max(line.strong - start, 0), end - start)
    for (const { at, offset } of piecesBetween(line.pieces, start, end)) {
      pieces.push({ at: at - start + printed.length, offset })
    }
    printed += line.printed.slice(start, end)
    text += line.text.slice(start, end)
  }
  return { printed, text, pieces, strong, ...(line.table && { table: line.table }) }
}

function piecesBetween(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const found: Piece[] = []
  for (let i = pieceAt(pieces, start); i < pieces.length && pieces[i]!.at < end; i++) {
    const { at, offset } = pieces[i]!
    found.push(at < start ? { at: start, offset: offset + start - at } : { at, offset })
  }
  return found
}

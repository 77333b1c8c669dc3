import type { Line } from './line.js'

/** What parts the cells of a table that was copied as text, or printed. */
const GAP = /[\t|｜]|[ \u3000\u00a0]{2,}/
const FEWEST_CELLS = 3
/** How many characters a printed cell has on average, with the gap before it. */
const LEAST = 3
/** What rows have none of; a sign-off has labels with gaps between them. */
const STOP = /[。；，：]/

/** Whether a line or the next is a row of a table: no sentence goes on from one to the other. */
export function isBetweenRows(line: Line, next: Line): boolean {
  return line.table === 'row' || next.table === 'row' || areRows(line.text, next.text)
}

/** Whether one of two texts, or both of them, look like rows of a table. */
export function areRows(text: string, next: string): boolean {
  const [cells, more] = [cellsOf(text), cellsOf(next)]
  return (cells > 1 && more > 1) || cells >= FEWEST_CELLS || more >= FEWEST_CELLS
}

/** The cells of a row that is printed, with gaps however narrow; none for anything else. */
export function printedCells(text: string): string[] {
  const cells = STOP.test(text) || /[A-Za-z,.] [A-Za-z]/.test(text) ? [] : text.split(/\s+/)
  // 关 于 修 渠 is set wide.
  return cells.length >= FEWEST_CELLS && text.length >= cells.length * LEAST ? cells : []
}

/** 1 for a sentence, whatever gaps it has. */
function cellsOf(text: string): number {
  return STOP.test(text) ? 1 : text.split(GAP).filter((cell) => cell.trim() !== '').length
}

import type { Line } from './line.js'

/** What parts the cells of a table that was copied as text, or printed. */
const GAP = /[\t|｜]|[ \u3000\u00a0]{2,}/
const FEWEST_CELLS = 3
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

/** 1 for a sentence, whatever gaps it has. */
function cellsOf(text: string): number {
  return STOP.test(text) ? 1 : text.split(GAP).filter((cell) => cell.trim() !== '').length
}

import type { TablePart } from './line.js'

/** A cell of several lines that is longer, or says what a letter does, may be layout: 青禾县水利局 / 2023年6月5日. */
const LONGEST_OF_LINES = 40
const OF_A_LETTER = /[：:，。；]|日$/

/** What a row says at most, of however many paragraphs its cells are. */
const LONGEST = 600
/** Of what the cells of a form hold, and not those of a table: a salutation, a lead-in, a heading, a sign-off. */
const PART_OF_LETTER =
  /收悉|感谢[您你]|(?:敬礼|日|委员|代表|如下。?|[：:])$|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|联系|承办|经办|签发|抄送|附)/
/** What heads such a part in the cell before it: 一、关于修渠, 答复内容. */
const HEADING = /^[一二三四五六七八九十]{1,3}、|(?:内容|答复|回复|意见|情况|结果)[：:]?$/

/** How many cells the longest of those rows has whose cells are data each for itself; cells are given by their lines. */
export function columnsOf(rows: readonly (readonly string[][])[]): number {
  const counts = rows.map((cells) => (isRowOfData(cells) ? cells.length : 0))
  return counts.reduce((most, count) => Math.max(most, count), 0)
}

/** What the filled cells of a row are, in a table with rows of data of so many cells; old sites set letters in rows. */
export function kindOfCells(cells: readonly string[][], columns: number): TablePart | undefined {
  if (cells.length < 2) return cells[0]?.length === 1 ? 'cell' : undefined
  return isRowOfData(cells) || (cells.length <= columns && isRowOfParagraphs(cells)) ? 'row' : undefined
}

/** Whether each cell of a row, given by its lines, is data for itself; old sites set letters in rows. */
function isRowOfData(cells: readonly string[][]): boolean {
  return cells.every((lines) => {
    const isShort = lines.join('').length <= LONGEST_OF_LINES
    return lines.length === 1 || (isShort && !lines.some((line) => OF_A_LETTER.test(line)))
  })
}

/** Whether a row beside rows of data is one of them, though its cells hold paragraphs: 增设车位 | 新建3处。/ 明年投用。 | 县住建局. */
function isRowOfParagraphs(cells: readonly string[][]): boolean {
  const lines = cells.flatMap((cell) => (cell.length > 1 ? cell : []))
  const isHeaded = cells.length === 2 && HEADING.test(cells[0]?.[0] ?? '')
  return (
    !isHeaded && cells.flat().join('').length <= LONGEST && !lines.some((line) => PART_OF_LETTER.test(line))
  )
}

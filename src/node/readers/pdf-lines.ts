/** A piece of text on a page, as a PDF places it: in points, upwards from the lower left corner of the page. */
export interface PlacedText {
  text: string
  x: number
  /** Of its baseline. */
  y: number
  width: number
  /** Of the font. */
  size: number
  /** Of fonts: `serif`, `sans-serif`. */
  family: string
}

/** A printed line. */
export interface PrintedLine {
  text: string
  /** The same with each space that there is room for, if a column begins in it: cells may stand close to each other. */
  row?: string
  /** From where to where it is printed. */
  start: number
  end: number
  y: number
  size: number
  family: string
  /** From 0. */
  page: number
}

/** In widths of a Han character: what parts words, Han characters, and columns, and how much is drawn for it at most. */
const SPACE = 0.28
const HAN_SPACE = 0.8
const COLUMN = 1.5
/** Nobody types a space before these. */
const BEFORE_CLOSING = / (?=[，。；：、！？）》”’】])/g
const WIDEST_GAP = 20

const FULL_WIDTH = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u

/** The printed lines of a page, top to bottom: what stands on one baseline, left to right. */
export function printedLines(texts: readonly PlacedText[], page: number): PrintedLine[] {
  const rows: PlacedText[][] = []
  for (const text of [...texts].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && row[0]!.y - text.y < Math.max(row[0]!.size, text.size) / 2) row.push(text)
    else rows.push([text])
  }
  return rows
    .map((row) =>
      printedLine(
        row.sort((a, b) => a.x - b.x),
        page,
      ),
    )
    .filter(({ text }) => text !== '')
}

function printedLine(row: readonly PlacedText[], page: number): PrintedLine {
  const main = row.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  const first = row[0]!
  let text = ''
  let spaced = ''
  let end = first.x
  let isRow = false
  for (const piece of row) {
    const gap = (piece.x - end) / piece.size
    isRow ||= text !== '' && gap >= COLUMN
    text += gapBefore(piece, text, end) + withoutFalseSpaces(piece)
    spaced += (gap < SPACE ? '' : ' ') + piece.text
    end = Math.max(end, piece.x + piece.width)
  }
  text = text.trim().replace(BEFORE_CLOSING, '')
  const printed = { text, start: first.x, end, y: main.y, size: main.size, family: main.family, page }
  return isRow ? { ...printed, row: spaced.trim() } : printed
}

function gapBefore({ text, x, size }: PlacedText, before: string, end: number): string {
  const gap = (x - end) / size
  if (before === '' || gap < SPACE || before.endsWith(' ') || text.startsWith(' ')) return ''
  if (gap >= COLUMN) return '\u3000'.repeat(Math.min(Math.round(gap), WIDEST_GAP))
  // Programs set Han characters and digits a little apart.
  const isHan = FULL_WIDTH.test(before.slice(-1)) || FULL_WIDTH.test(text.charAt(0))
  return isHan && gap < HAN_SPACE ? '' : ' '
}

/**
 * Han characters that are set apart to fill a line come with spaces that nobody typed, and that no room was left for. Those
 * beside digits and Latin letters are set by most programs themselves: none is kept.
 */
function withoutFalseSpaces({ text, width, size }: PlacedText): string {
  const set = text.replace(/(?<=\p{Script=Han}) (?=[\dA-Za-z])|(?<=[\dA-Za-z]) (?=\p{Script=Han})/gu, '')
  const typed = set.replace(/(?<=\p{Script=Han}|[，。、；：]) (?=\p{Script=Han})/gu, '')
  const room = width / size
  return Math.abs(room - widthOf(typed)) < Math.abs(room - widthOf(set)) ? typed : set
}

/** In widths of a Han character, if the font is like most. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += FULL_WIDTH.test(character) ? 1 : 0.5
  return width
}

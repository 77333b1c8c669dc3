import type { Element, Nodes } from 'hast'
import type { TablePart } from './line.js'

/** Where a cell, or a break, begins a line of its own. */
const BLOCKS = new Set('p div br h1 h2 h3 h4 h5 h6 li section article'.split(' '))

/** A cell of several lines that is longer, or says what a letter does, is layout: 青禾县水利局 / 2023年6月5日. */
const LONGEST_OF_LINES = 40
const OF_A_LETTER = /[：:，。；]|日$/

export function isCell(node: Nodes): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th')
}

/** What a row of a table is whose cells hold data; old sites set letters in rows. */
export function kindOfRow(row: Element): TablePart | undefined {
  const cells = row.children.filter(isCell).map(linesOfCell)
  if (!cells.every((lines) => lines !== undefined)) return undefined
  const filled = cells.filter((lines) => lines.length > 0)
  if (filled.length > 1) return filled.every(isData) ? 'row' : undefined
  return filled[0]?.length === 1 ? 'cell' : undefined
}

/** Whether a cell holds nothing but one line, whatever stands beside it. */
export function isCellOfOneLine(cell: Element): boolean {
  return linesOfCell(cell)?.length === 1
}

function isData(lines: string[]): boolean {
  const isShort = lines.join('').length <= LONGEST_OF_LINES
  return lines.length === 1 || (isShort && !lines.some((line) => OF_A_LETTER.test(line)))
}

/** The lines of a cell that have text; undefined if there are tables in it, or more lines than data has. */
function linesOfCell(cell: Element): string[] | undefined {
  const lines = ['']
  const isRead = readLines(cell, lines)
  return isRead ? lines.map((line) => line.trim()).filter(Boolean) : undefined
}

function readLines({ children }: Element, lines: string[]): boolean {
  return children.every((node) => {
    if (node.type === 'text') lines.push((lines.pop() ?? '') + node.value)
    if (node.type !== 'element') return true
    const isBlock = BLOCKS.has(node.tagName)
    if (node.tagName === 'table' || lines.length > LONGEST_OF_LINES) return false
    if (isBlock) lines.push('')
    const isRead = readLines(node, lines)
    if (isBlock) lines.push('')
    return isRead
  })
}

import type { Element, Nodes } from 'hast'
import { columnsOf, kindOfCells } from './data-rows.js'
import type { TablePart } from './line.js'

/** Where a cell, or a break, begins a line of its own. */
const BLOCKS = new Set('p div br h1 h2 h3 h4 h5 h6 li section article'.split(' '))

/** What may stand between a table and its rows. */
const PARTS = new Set(['tbody', 'thead', 'tfoot'])

/** More lines than data has, ends of blocks counted as well. */
const MOST_LINES = 40

export function isCell(node: Nodes): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th')
}

/** How many cells the longest row of a table has whose cells are data each for itself. */
export function columnsOfTable(table: Element): number {
  const rows = table.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return PARTS.has(child.tagName) ? child.children : [child]
  })
  return columnsOf(
    rows.flatMap((row) => {
      const cells = row.type === 'element' && row.tagName === 'tr' ? filledCells(row) : undefined
      return cells ? [cells] : []
    }),
  )
}

/** What a row is, in a table with rows of data of so many cells; old sites set letters in rows. */
export function kindOfRow(row: Element, columns: number): TablePart | undefined {
  const cells = filledCells(row)
  return cells && kindOfCells(cells, columns)
}

/** The lines of those cells that have text; undefined if one of them has more than data has. */
function filledCells(row: Element): string[][] | undefined {
  const cells = row.children.filter(isCell).map(linesOfCell)
  return cells.every((lines) => lines !== undefined) ? cells.filter(({ length }) => length > 0) : undefined
}

/** Whether a cell holds nothing but one line, whatever stands beside it. */
export function isCellOfOneLine(cell: Element): boolean {
  return linesOfCell(cell)?.length === 1
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
    if (node.tagName === 'table' || lines.length > MOST_LINES) return false
    if (isBlock) lines.push('')
    const isRead = readLines(node, lines)
    if (isBlock) lines.push('')
    return isRead
  })
}

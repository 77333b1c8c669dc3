import type { Note } from '../reply.js'
import { type Line, type Lines, sliceLine, spanOf } from './line.js'

const BORDER = /[\s|｜]/

/** unified plugin: leaves out the borders of rows with one cell, of a table that was copied as text: `| 沈一禾委员： | |`. */
export function openOnlyCells(): (lines: Lines) => Lines {
  return (lines) => {
    const rows: Line[] = []
    const children = lines.children.map((line, i) => {
      if (!/[|｜]/.test(line.text)) return line
      const [above, below] = [lines.children[i - 1], lines.children[i + 1]]
      // Between rows of more cells it is a row of theirs: | 一、渠道 | |
      const cell = above && below && hasCells(above) && hasCells(below) ? line : onlyCellOf(line)
      if (cell !== line) rows.push(line)
      return cell
    })
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last) return lines
    const note: Note = {
      kind: 'page chrome',
      message: `The borders of table rows that have one cell were left out (${rows.length}).`,
      start: spanOf(first).start,
      end: spanOf(last).end,
    }
    return { ...lines, children, notes: [...(lines.notes ?? []), note] }
  }
}

function hasCells({ text }: Line): boolean {
  return text.split(/[|｜]/).filter((cell) => cell.trim() !== '').length > 1
}

function onlyCellOf(line: Line): Line {
  const { text } = line
  let start = 0
  let end = text.length
  while (start < end && BORDER.test(text.charAt(start))) start++
  while (end > start && BORDER.test(text.charAt(end - 1))) end--
  const borders = text.slice(0, start) + text.slice(end)
  const isOnly = start < end && /[|｜]/.test(borders) && !/[|｜]/.test(text.slice(start, end))
  return isOnly ? sliceLine(line, start, end) : line
}

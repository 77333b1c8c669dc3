import stringWidth from 'string-width'
import { figureOf, librariesOf, type Result, setsOf } from './results.js'
import { type Language, ROWS, type Row } from './rows.js'

/** A Markdown table, one column for each set and library; rows that nothing was measured for are left out. */
export function tableOf(results: readonly Result[], language: Language, of: readonly Row[] = ROWS): string {
  const columns = setsOf(results).flatMap((set) => librariesOf(results).map((library) => ({ set, library })))
  const header = ['', ...columns.map(({ set, library }) => `${set}: ${library}`)]
  const rows = of
    .map((row) => ({
      row,
      values: columns.map(({ set, library }) => figureOf(results, set, library, row.key)),
    }))
    .filter(({ values }) => values.some((value) => !Number.isNaN(value)))
  const lines = rows.map(({ row, values }) => [row[language], ...values.map((value) => format(value, row))])
  return layOut([header, ...lines])
}

export function format(value: number, { unit }: Pick<Row, 'unit'>): string {
  if (Number.isNaN(value)) return '–'
  switch (unit) {
    case 'score':
      return value.toFixed(3)
    case 'gain':
      return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
    case 'count':
      return String(value)
    case 'share':
      // Rounded down, so that only what is complete reads as such.
      return `${(Math.floor(value * 1000 + 1e-9) / 10).toFixed(1)} %`
  }
}

export function layOut(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(4, ...lines.map((line) => stringWidth(line[column] ?? ''))),
  )
  const pad = (cell: string, column: number): string => {
    const space = ' '.repeat((widths[column] ?? 0) - stringWidth(cell))
    return column === 0 ? cell + space : space + cell
  }
  const written = lines.map((line) => `| ${line.map(pad).join(' | ')} |`)
  const rule = `|${widths.map((width, column) => (column === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [written[0], rule, ...written.slice(1)].join('\n')
}

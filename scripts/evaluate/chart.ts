import { figureOf, librariesOf, type Result, setsOf } from './results.js'
import { type Language, ROWS, type Row } from './rows.js'
import { format } from './table.js'

const WIDTH = 720
const LABELS = 250
const BAR = 11
const LEGEND_STEP = 165
const GAP = 14
const TOP = 40
const SCALE = WIDTH - LABELS - 60

/** Dark enough on white, bright enough on black. */
const COLOURS = ['#2f7fd8', '#c2802b', '#8a8f98']
const INK = '#7a828c'

/** Bars from 0 to 1, one group for each charted row and one bar for each library: the mean over the sets. */
export function chartOf(results: readonly Result[], language: Language): string {
  const libraries = librariesOf(results)
  const groups = ROWS.filter((row) => row.charted).map((row) => ({
    row,
    values: libraries.map((library) => meanOf(results, library, row)),
  }))
  const step = libraries.length * BAR + GAP
  const height = TOP + groups.length * step + 4
  const bars = groups.flatMap(({ row, values }, group) => {
    const y = TOP + group * step
    return [
      text(LABELS - 8, y + (libraries.length * BAR) / 2 + 4, row[language], 'end'),
      ...values.flatMap((value, i) => bar(y + i * BAR, value, row, COLOURS[i % COLOURS.length] as string)),
    ]
  })
  const legend = libraries.flatMap((library, i) => {
    const x = LABELS - 60 + i * LEGEND_STEP
    return [
      `<rect x="${x}" y="10" width="10" height="10" fill="${COLOURS[i % COLOURS.length]}"/>`,
      text(x + 15, 19, library),
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="12" role="img">`,
    `<title>${escaped(setsOf(results).join(', '))}</title>`,
    ...legend,
    `<path d="M${LABELS} ${TOP - 6}V${height - 6}" stroke="${INK}" stroke-width="1"/>`,
    ...bars,
    '</svg>\n',
  ].join('\n')
}

function meanOf(results: readonly Result[], library: string, { key }: Row): number {
  const values = setsOf(results)
    .map((set) => figureOf(results, set, library, key))
    .filter((value) => !Number.isNaN(value))
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function bar(y: number, value: number, row: Row, colour: string): string[] {
  const width = Math.round((Number.isNaN(value) ? 0 : value) * SCALE)
  return [
    `<rect x="${LABELS}" y="${y}" width="${width}" height="${BAR - 2}" fill="${colour}"/>`,
    text(LABELS + width + 6, y + 9, format(value, row), 'start', 10),
  ]
}

function text(x: number, y: number, content: string, anchor = 'start', size = 12): string {
  return `<text x="${x}" y="${y}" fill="${INK}" text-anchor="${anchor}" font-size="${size}">${escaped(content)}</text>`
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

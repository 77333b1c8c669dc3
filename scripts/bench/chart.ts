import type { Results } from './bench.js'
import { type EngineName, LABELS } from './engines/engine.js'
import { figure, format, type Language, ROWS } from './rows.js'

const WIDTH = 720
const LABEL = 240
const SCALE = WIDTH - LABEL - 70
const BAR = 11
const GAP = 12
const TOP = 36
/** Of the shortest bar: the scale is logarithmic, and each group has its own. */
const SHORTEST = 0.04

/** Dark enough on white, bright enough on black. */
const COLOURS: Record<EngineName, string> = {
  dafu: '#2f7fd8',
  opensearch: '#3f9c6b',
  minisearch: '#c2802b',
  sqlite: '#8a8f98',
  pagefind: '#7d5fb2',
}
const INK = '#7a828c'

/** One group of bars for each charted row, one bar for each engine. */
export function chartOf({ engines, paragraphs }: Results, language: Language): string {
  const names = Object.keys(engines) as EngineName[]
  const groups = ROWS.filter(({ charted }) => charted)
    .map((row) => ({ row, bars: names.filter((name) => figure(engines[name], row) !== undefined) }))
    .filter(({ bars }) => bars.length > 0)
  const body: string[] = []
  let y = TOP
  for (const { row, bars } of groups) {
    const values = bars.map((name) => figure(engines[name], row) as number)
    body.push(text(LABEL - 8, y + (bars.length * BAR) / 2 + 4, row[language], 'end'))
    bars.forEach((name, i) => {
      body.push(...bar(y + i * BAR, values[i] as number, Math.max(...values), COLOURS[name]))
    })
    y += bars.length * BAR + GAP
  }
  const legend = names.flatMap((name, i) => {
    const x = LABEL + i * 118
    return [
      `<rect x="${x}" y="10" width="10" height="10" fill="${COLOURS[name]}"/>`,
      text(x + 14, 19, LABELS[name], 'start', 11),
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" font-family="system-ui, sans-serif" font-size="12" role="img">`,
    `<title>${TITLES[language](format(paragraphs))}</title>`,
    ...legend,
    `<path d="M${LABEL} ${TOP - 6}V${y - 6}" stroke="${INK}"/>`,
    ...body,
    '</svg>\n',
  ].join('\n')
}

export const TITLES: Record<Language, (paragraphs: string) => string> = {
  en: (paragraphs) =>
    `${paragraphs} paragraphs; shorter is better, each group on a logarithmic scale of its own`,
  zh: (paragraphs) => `${paragraphs} 个段落；越短越好，每组各用一个对数刻度`,
}

/** A hundredth of the longest bar's value is half as long. */
function bar(y: number, value: number, longest: number, colour: string): string[] {
  const share = Math.max(SHORTEST, 1 + Math.log10(Math.max(value, 1e-9) / longest) / 4)
  const width = Math.round(share * SCALE)
  return [
    `<rect x="${LABEL}" y="${y}" width="${width}" height="${BAR - 2}" fill="${colour}"/>`,
    text(LABEL + width + 6, y + 9, format(value), 'start', 10),
  ]
}

function text(x: number, y: number, content: string, anchor = 'start', size = 12): string {
  return `<text x="${x}" y="${y}" fill="${INK}" text-anchor="${anchor}" font-size="${size}">${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`
}

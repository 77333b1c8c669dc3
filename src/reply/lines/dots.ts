import type { Line, Lines } from './line.js'

/** A dot that ends a sentence, and no number, name of a file or marker: `渠道已修好.` */
const STOP = /(?<=[\p{Script=Han}”》%])\.(?![.A-Za-z])|(?<=[）)\d])\.$/gu
const FEWEST = 3
/** In a text with a few full stops of its own, dots part names: 阿依努尔.某某. */
const MOST_STOPS = 1 / 4

/** unified plugin: lets the grammar read dots as the full stops that they stand for all through a document. */
export function readDotsAsStops(): (lines: Lines) => Lines {
  return (lines) => {
    const isDotted = hasDots(lines.children.map(({ text }) => text).join('\n'))
    return isDotted ? { ...lines, children: lines.children.map(withStops) } : lines
  }
}

/** The text with full stops for the dots that end its sentences, of the same length. */
export function dotsAsStops(text: string): string {
  return text.includes('.') ? text.replace(STOP, '。') : text
}

function hasDots(text: string): boolean {
  if (!text.includes('.')) return false
  const dots = text.split('\n').reduce((sum, line) => sum + (line.match(STOP)?.length ?? 0), 0)
  return dots >= FEWEST && text.split('。').length - 1 <= dots * MOST_STOPS
}

function withStops(line: Line): Line {
  return { ...line, text: dotsAsStops(line.text) }
}

import type { Line, Lines } from './line.js'

/** A dot that ends a sentence, and no number, name of a file or marker (`一.基本情况`): `渠道已修好.` */
const STOP = /(?<=[\p{Script=Han}”》%])(?<!^[一二三四五六七八九十]{1,3})\.(?![.A-Za-z])|(?<=[）)\d])\.$/gu
/** Lines of names, whose parts dots part: 阿依努尔.某某委员：, 联系人：阿依努尔.某某 */
const NAMES = /^[^，,。；;]{0,80}(?:委员|代表)[：:]?$|^[^，,。；;：:]{0,10}人[：:]/
const FEWEST = 3
/** In a text with a few full stops of its own, dots are no stops. */
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
  const dots = text.split('\n').reduce((sum, line) => sum + stopsOf(line), 0)
  return dots >= FEWEST && text.split('。').length - 1 <= dots * MOST_STOPS
}

function stopsOf(line: string): number {
  return NAMES.test(line) ? 0 : (line.match(STOP)?.length ?? 0)
}

function withStops(line: Line): Line {
  return NAMES.test(line.text) ? line : { ...line, text: dotsAsStops(line.text) }
}

import type { PageHead } from './line.js'

const FENCE = '---'
const MOST_LINES = 60
/** `date: 2024-07-01`, an item of a list, or nothing. */
const ENTRY = /^(?:([\p{L}_][\p{L}\d_-]{0,40}):(?=\s|$)|\s{0,8}-\s|(?=\s*$))/u

/** What a Markdown document says of itself between --- and --- at its top, as a page does in its head, and where that ends. */
export function readFrontMatter(document: string): { head?: PageHead; end: number } {
  const [fence = '', ...lines] = document.split('\n', MOST_LINES)
  const below = lines.findIndex((line) => line.trimEnd() === FENCE)
  const entries = lines.slice(0, Math.max(below, 0)).map((line) => ENTRY.exec(line))
  if (fence.trimEnd() !== FENCE || entries.length === 0 || entries.includes(null)) return { end: 0 }
  const head: PageHead = { entries: [] }
  let offset = fence.length + 1
  let label = ''
  for (const [i, entry] of entries.entries()) {
    const line = lines[i]!
    label = entry![1] ?? label
    const value = withoutQuotes(line.slice(entry![0].length).trim())
    if (value !== '') {
      const said = { value, offset: offset + line.indexOf(value, entry![0].length) }
      if (label === 'title') head.title ??= said
      else head.entries.push({ label, ...said })
    }
    offset += line.length + 1
  }
  return { head, end: offset + lines[below]!.length }
}

function withoutQuotes(value: string): string {
  const quote = value.charAt(0)
  return /["']/.test(quote) && value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : value
}

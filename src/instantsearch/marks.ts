import type { TextRange } from '../search/hit.js'
import type { HighlightedText, SearchParameters } from './protocol.js'

/** Puts marks into texts. */
export type Marker = (text: string, ranges: readonly TextRange[]) => string

// What InstantSearch asks for, and replaces by <mark> once it has escaped the text.
const BEFORE = '__ais-highlight__'
const AFTER = '__/ais-highlight__'

export function createMarker({ highlightPreTag, highlightPostTag }: SearchParameters): Marker {
  const before = highlightPreTag ?? BEFORE
  const after = highlightPostTag ?? AFTER
  return (text, ranges) => {
    let marked = ''
    let at = 0
    for (const { start, end } of ranges) {
      marked += text.slice(at, start) + before + text.slice(start, end) + after
      at = end
    }
    return marked + text.slice(at)
  }
}

/** Finds words in texts, the longest of those that begin at one place. */
export function finderOf(words: readonly string[]): (text: string) => TextRange[] {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const literals = longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  const pattern = new RegExp(literals.join('|') || '(?!)', 'gi')
  return (text) =>
    Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({ start: index, end: index + word.length }))
}

export function markedText(
  text: string,
  ranges: readonly TextRange[],
  query: string,
  mark: Marker,
): HighlightedText {
  const words = ranges.map(({ start, end }) => text.slice(start, end))
  return {
    value: mark(text, ranges),
    matchLevel: words.length === 0 ? 'none' : words.includes(query.trim()) ? 'full' : 'partial',
    matchedWords: [...new Set(words)],
  }
}

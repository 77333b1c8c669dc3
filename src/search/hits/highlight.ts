import { countedOf } from '../../query/parts/amounts.js'
import { isSingle, type Part } from '../../query/parts/parts.js'
import type { FoldedText } from '../../text/normalize.js'
import { NUMBER_EDGE, occurrencesOf, wholeOccurrences } from '../../text/number-edges.js'
import type { Run } from '../../text/runs.js'
import type { TextRange } from '../hit.js'

/** What to mark in a text: ranges of the original, which are half-open, sorted, disjoint and not empty. */
export type Highlighter = (text: FoldedText) => TextRange[]

/**
 * Marks the parts of a query where they stand whole, the words that they were cut into, and every common piece of three
 * or more characters; only where there is none of these, pairs; and only where there are no pairs, words of one character.
 *
 * @param words Folded.
 */
export function createHighlighter(parts: readonly Part[], words: Iterable<string>): Highlighter {
  const [strong, typed, pairs, short] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ]
  for (const word of words) ([...word].length === 1 ? short : strong).add(word)
  for (const part of parts) {
    typed.add(part.text)
    for (const form of [part, ...part.alternatives]) {
      const { runs, amounts } = countedOf(form)
      strong.add(form.text)
      if (form.text.includes(',')) typed.add(form.text)
      for (const amount of amounts) strong.add(amount)
      for (const run of runs) {
        const units = unitsOf(run)
        ;(isSingle(run) ? short : strong).add(run.text)
        addPieces(units, 3, strong)
        addPieces(units, 2, pairs)
      }
    }
  }
  const steps = [
    [strong, wholeOccurrences],
    // What was typed may be a piece of a number: 024 finds 2024, and 8900 finds 8,900万.
    [typed, occurrencesOf],
    [pairs, wholeOccurrences],
    [short, wholeOccurrences],
  ] as const

  return (folded) => {
    for (const [terms, find] of steps) {
      const ranges = rangesOf(folded, terms, find)
      if (ranges.length > 0) return ranges
    }
    return []
  }
}

/** An ideograph is a unit, and so is a whole Latin word or number. */
function unitsOf({ stretches }: Run): string[] {
  const units: string[] = []
  for (const { text, alphabetic } of stretches) {
    if (alphabetic) units.push(text)
    else for (const ideograph of text) units.push(ideograph)
  }
  return units
}

/** Every `size` neighbouring units, but for those that begin with what a number counts: 月15日 of 7月15日 is in 11月15日. */
function addPieces(units: readonly string[], size: number, pieces: Set<string>): void {
  for (let start = 0; start + size <= units.length; start++)
    if (!NUMBER_EDGE.test(units[start - 1] ?? '')) pieces.add(units.slice(start, start + size).join(''))
}

function rangesOf(
  { text, starts, ends }: FoldedText,
  terms: ReadonlySet<string>,
  find: typeof occurrencesOf,
): TextRange[] {
  const found: TextRange[] = []
  let last = 0
  let isSorted = true
  for (const term of terms) {
    for (const start of find(text, term)) {
      if (start < last) isSorted = false
      last = start
      found.push({ start, end: start + term.length })
    }
  }
  if (!isSorted) found.sort((a, b) => a.start - b.start)
  const ranges: TextRange[] = []
  let behind = 0
  for (const { start, end } of found) {
    if (end <= behind) continue
    const before = ranges[ranges.length - 1]
    // Neighbours in the folded text are one range, whatever was dropped between them; so are parts of one (½) or of two characters.
    if (before && (start <= behind || starts[start]! <= before.end)) before.end = ends[end - 1]!
    else ranges.push({ start: starts[start]!, end: ends[end - 1]! })
    behind = end
  }
  return ranges
}

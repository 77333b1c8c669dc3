import { countedOf } from '../../query/parts/amounts.js'
import { isSingle, type Part } from '../../query/parts/parts.js'
import type { FoldedText } from '../../text/normalize.js'
import { occurrencesOf, wholeOccurrences } from '../../text/number-edges.js'
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
  const forms = parts.flatMap((part) => [part, ...part.alternatives])
  const counted = forms.map(countedOf)
  const runs = counted.flatMap((form) => form.runs)
  const [short, long] = [new Set<string>(), new Set<string>()]
  for (const word of words) ([...word].length === 1 ? short : long).add(word)
  const strong = new Set([
    ...forms.map((form) => form.text),
    ...counted.flatMap(({ amounts }) => amounts),
    ...runs.filter((run) => !isSingle(run)).map((run) => run.text),
    ...long,
    ...runs.flatMap((run) => pieces(run, 3)),
  ])
  for (const run of runs) if (isSingle(run)) short.add(run.text)
  const steps = [
    [strong, wholeOccurrences],
    // What was typed may be a piece of a number: 024 finds 2024.
    [new Set(parts.map((part) => part.text)), occurrencesOf],
    [new Set(runs.flatMap((run) => pieces(run, 2))), wholeOccurrences],
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

/** Every `size` neighbouring units of a run: a unit is an ideograph, or a whole Latin word or number. */
function pieces(run: Run, size: number): string[] {
  const units = run.stretches.flatMap((stretch) => (stretch.alphabetic ? [stretch.text] : [...stretch.text]))
  return units.slice(size - 1).map((_, at) => units.slice(at, at + size).join(''))
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
    // Neighbours in the folded text are one range, whatever was dropped between them; so are parts of one character (½).
    if (before && (start <= behind || starts[start]! < before.end)) before.end = ends[end - 1]!
    else ranges.push({ start: starts[start]!, end: ends[end - 1]! })
    behind = end
  }
  return ranges
}

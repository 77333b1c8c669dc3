import type { Clause } from '../query/clause.js'
import { isBody, K1, lengthNorms } from './bm25.js'
import type { ExplanationPart } from './hit.js'
import { gainOf, type RankSource } from './rank.js'
import type { Addition } from './rescore.js'

/** The addends of a paragraph's score, in the order in which they were added. */
export function explainScore(
  ordinal: number,
  clauses: readonly Clause[],
  additions: readonly Addition[],
  source: RankSource,
): ExplanationPart[] {
  const norms = lengthNorms(source.averageLength)
  const parts: ExplanationPart[] = []
  for (const { field, entries, kind, weight } of metClauses(ordinal, clauses, source)) {
    for (const entry of entries) {
      const { paragraphs, frequencies } = source.postingsOf(entry)
      const frequency = frequencies[indexOf(paragraphs, ordinal)]!
      const norm = isBody(field) ? norms[source.lengths[ordinal]!]! : K1
      const score = (gainOf(entry, weight, source.paragraphs) * frequency) / (frequency + norm)
      parts.push({ field, term: entry.term, kind, frequency, weight, score })
    }
  }
  return [...parts, ...additions.map((addition) => ({ field: 'text', ...addition }))]
}

/** The clauses that a paragraph meets. */
export function metClauses(ordinal: number, clauses: readonly Clause[], source: RankSource): Clause[] {
  return clauses.filter(({ entries }) =>
    entries.every((entry) => indexOf(source.postingsOf(entry).paragraphs, ordinal) >= 0),
  )
}

/** The place of a value in an ascending list, or −1. */
function indexOf(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return sorted[low] === value ? low : -1
}

import type { Clause } from '../../query/clause.js'
import { isBody, K1 } from '../find/bm25.js'
import { join } from '../find/join.js'
import { gainOf, type RankSource } from '../find/rank.js'
import type { ExplanationPart } from '../hit.js'
import type { Addition } from '../order/rescore.js'

/** The addends of a paragraph's score, in the order in which they were added. */
export function explainScore(
  ordinal: number,
  clauses: readonly Clause[],
  additions: readonly Addition[],
  source: RankSource,
): ExplanationPart[] {
  const parts: ExplanationPart[] = []
  for (const clause of clauses) {
    const frequencies = frequenciesOf(clause, ordinal, source)
    clause.entries.forEach((entry, i) => {
      const frequency = frequencies[i]
      if (frequency === undefined) return
      const { field, kind, weight } = clause
      const norm = isBody(field) ? source.norms[source.lengths[ordinal]!]! : K1
      const score = (gainOf(entry, weight, source.paragraphs) * frequency) / (frequency + norm)
      parts.push({ field, term: entry.term, kind, frequency, weight, score })
    })
  }
  return [...parts, ...additions.map((addition) => ({ field: 'text', ...addition }))]
}

/** The clauses that each paragraph meets, by ordinal. */
export function metClauses(
  ordinals: readonly number[],
  clauses: readonly Clause[],
  source: RankSource,
): Map<number, Clause[]> {
  const sorted = Uint32Array.from(ordinals).sort()
  const met = new Map<number, Clause[]>(ordinals.map((ordinal) => [ordinal, []]))
  for (const clause of clauses) {
    for (const at of join(clause.entries.map(source.postingsOf), sorted).at)
      met.get(sorted[at]!)!.push(clause)
  }
  return met
}

/** Of each entry; none if the paragraph does not meet the clause. */
function frequenciesOf({ entries }: Clause, ordinal: number, source: RankSource): number[] {
  const { frequencies } = join(entries.map(source.postingsOf), Uint32Array.of(ordinal))
  return frequencies.flatMap((some) => [...some])
}

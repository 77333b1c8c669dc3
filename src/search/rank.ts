import type { Postings, TermEntry } from '../postings/posting-store.js'
import { type Clause, EXACT, TYPO } from '../query/clause.js'
import { inverseDocumentFrequency, isBody, K1, lengthNorms } from './bm25.js'
import { intersect } from './intersect.js'

export interface RankSource {
  paragraphs: number
  averageLength: number
  /** Coded, by ordinal. */
  lengths: Uint8Array
  postingsOf(entry: TermEntry): Postings
}

/** Stage 1: BM25, added over the clauses in their canonical order. */
export interface Scores {
  /** By ordinal; 0 where no clause is met. */
  readonly scores: Float64Array
  /** By ordinal, the first tier of a clause that is met; undefined where all clauses are exact. */
  readonly tiers: Uint8Array | undefined
}

/** One more than the last tier: no clause is met. */
const NO_TIER: number = TYPO + 1

export function scoreClauses(clauses: readonly Clause[], source: RankSource): Scores {
  const scores = new Float64Array(source.paragraphs)
  const tiers = clauses.some((clause) => clause.tier !== EXACT)
    ? new Uint8Array(source.paragraphs).fill(NO_TIER)
    : undefined
  const norms = lengthNorms(source.averageLength)
  for (const clause of clauses) {
    const lists = clause.entries.map(source.postingsOf)
    const { paragraphs, positions } = lists.length === 1 ? whole(lists[0] as Postings) : intersect(lists)
    clause.entries.forEach((entry, i) => {
      const { frequencies } = lists[i] as Postings
      const at = positions?.[i]
      const gain = gainOf(entry, clause.weight, source.paragraphs)
      const byLength = isBody(clause.field)
      for (let n = 0; n < paragraphs.length; n++) {
        const ordinal = paragraphs[n] as number
        const frequency = frequencies[at ? (at[n] as number) : n] as number
        const norm = byLength ? (norms[source.lengths[ordinal] as number] as number) : K1
        scores[ordinal] = (scores[ordinal] as number) + (gain * frequency) / (frequency + norm)
      }
    })
    if (tiers) {
      for (const ordinal of paragraphs) {
        if ((tiers[ordinal] as number) > clause.tier) tiers[ordinal] = clause.tier
      }
    }
  }
  // What meets a condition without a clause is no guess.
  tiers?.forEach((tier, ordinal) => {
    if (tier === NO_TIER) tiers[ordinal] = EXACT
  })
  return { scores, tiers }
}

/** What one entry adds to a score as its frequency grows without limit. */
export function gainOf(entry: TermEntry, weight: number, paragraphs: number): number {
  return weight * (K1 + 1) * inverseDocumentFrequency(entry.documentFrequency, paragraphs)
}

function whole({ paragraphs }: Postings): { paragraphs: Uint32Array; positions?: undefined } {
  return { paragraphs }
}

import type { PostingList } from '../../postings/posting-list.js'
import type { TermEntry } from '../../postings/posting-store.js'
import { type Clause, EXACT, TYPO } from '../../query/clause.js'
import { inverseDocumentFrequency, isBody, K1 } from './bm25.js'
import { join } from './join.js'

export interface RankSource {
  /** Of the whole index. */
  paragraphs: number
  /** Coded, by ordinal. */
  lengths: Uint8Array
  /** See `lengthNorms`. */
  norms: Float64Array
  /** Parallel to the entries. */
  listsOf(entries: readonly TermEntry[]): PostingList[]
}

/** Paragraphs and what they score; the arrays are parallel. */
export interface Ranked {
  /** Ascending. */
  readonly ordinals: Uint32Array
  readonly scores: Float64Array
  /** The first tier of a clause that is met; undefined where all clauses are exact. */
  readonly tiers: Uint8Array | undefined
}

/** One more than the last tier: no clause is met. */
const NO_TIER: number = TYPO + 1

/** Stage 1: BM25, added over the clauses in their canonical order. @param ordinals Ascending. */
export function rank(clauses: readonly Clause[], ordinals: Uint32Array, source: RankSource): Ranked {
  const scores = new Float64Array(ordinals.length)
  const tiers = areExact(clauses) ? undefined : new Uint8Array(ordinals.length).fill(NO_TIER)
  for (const { entries, field, weight, tier } of clauses) {
    const { at, frequencies } = join(source.listsOf(entries), ordinals)
    for (let i = 0; i < entries.length; i++) {
      const gain = gainOf(entries[i]!, weight, source.paragraphs)
      addGains(scores, gain, at, frequencies[i]!, ordinals, isBody(field), source)
    }
    if (tiers) for (const place of at) tiers[place] = Math.min(tiers[place]!, tier)
  }
  // What meets a condition without a clause is no guess.
  tiers?.forEach((tier, place) => {
    if (tier === NO_TIER) tiers[place] = EXACT
  })
  return { ordinals, scores, tiers }
}

/** By itself, so that V8 makes it once what a list of many paragraphs takes. */
function addGains(
  scores: Float64Array,
  gain: number,
  at: Uint32Array,
  frequencies: Uint8Array,
  ordinals: Uint32Array,
  byLength: boolean,
  { norms, lengths }: RankSource,
): void {
  for (let n = 0; n < at.length; n++) {
    const place = at[n]!
    const frequency = frequencies[n]!
    const norm = byLength ? norms[lengths[ordinals[place]!]!]! : K1
    scores[place]! += (gain * frequency) / (frequency + norm)
  }
}

export function areExact(clauses: readonly Clause[]): boolean {
  return clauses.every(({ tier }) => tier === EXACT)
}

/** What one entry adds to a score as its frequency grows without limit. */
export function gainOf(entry: TermEntry, weight: number, paragraphs: number): number {
  return weight * (K1 + 1) * inverseDocumentFrequency(entry.documentFrequency, paragraphs)
}

import type { Condition } from '../../query/clause.js'
import type { Plan } from '../../query/plan.js'
import type { SearchResult } from '../hit.js'
import { boundsOf, verifierFor } from './match.js'
import { includes } from './ordinal-sets.js'
import { areExact, type Ranked } from './rank.js'
import type { Reading } from './reading.js'
import { select } from './select.js'
import type { Before } from './top.js'

/** Paragraphs that may be hits. */
export interface Candidates {
  /** Ascending. */
  readonly ordinals: Uint32Array
  /** What is known of all hits where these are only some of them; else it is counted from these. */
  readonly counted?: Pick<SearchResult, 'total' | 'totalIsExact' | 'facets'>
  /** Those that are hits whatever their texts; left out where it takes no text to tell that all are. */
  readonly certain?: Uint32Array
}

/** Up to so many postings, looking at all of them is cheap, and tells how many hits there are. */
const FEW_POSTINGS = 20_000
/** Up to so many hits, scoring all of them is cheaper than to select the best. */
const FEW_HITS = 4_000

/** What postings and columns tell. @param enough How many of the best are needed; `Infinity` for all. */
export function findCandidates(plan: Plan, reading: Reading, enough: number): Candidates {
  const { clauses, condition = anyOf(plan) } = plan
  const mayLeaveOut = !plan.condition && enough < Infinity && areExact(clauses)
  let postings = 0
  /** Of the lists that bring hits alone. */
  let longest = 0
  for (const { entries } of clauses) {
    for (const { documentFrequency } of entries) {
      postings += documentFrequency
      if (entries.length === 1) longest = Math.max(longest, documentFrequency)
    }
  }
  // A list that is all there is tells by its length how many hits there are.
  if (mayLeaveOut && postings > (postings === longest ? FEW_HITS : FEW_POSTINGS)) {
    const ordinals = select(clauses, enough, reading)
    const total = Math.max(ordinals.length, longest)
    return { ordinals, counted: { total, totalIsExact: postings <= FEW_POSTINGS, facets: {} } }
  }
  const { certain, possible } = boundsOf(condition, reading)
  if (mayLeaveOut && possible.length > FEW_HITS) {
    const counted = { total: possible.length, totalIsExact: true, facets: {} }
    return { ordinals: select(clauses, enough, reading), counted }
  }
  return { ordinals: possible, ...(certain.length < possible.length && { certain }) }
}

function anyOf({ clauses }: Plan): Condition {
  return { kind: 'any', conditions: Array.from(clauses, ({ entries }) => ({ kind: 'entries', entries })) }
}

/** How many texts are read at once to tell whether a phrase stands in them. */
const BATCH = 64

/** Places among the ranked candidates. */
export interface Verified {
  /** Ascending. */
  readonly places: Uint32Array
  /** Whether they are all; else only the first `enough` are certain to be among them. */
  readonly complete: boolean
}

/**
 * Reads texts, in the order `before`, until so many hits are known as are needed.
 * @param certain See `Candidates`.
 */
export async function verify(
  { condition }: Plan,
  certain: Uint32Array,
  { ordinals }: Ranked,
  reading: Reading,
  before: Before,
  enough: number,
): Promise<Verified> {
  const meets = verifierFor(condition!, reading)
  const ordered = ordinals.map((_, place) => place).sort((a, b) => (before(a, b) ? -1 : 1))
  const found: number[] = []
  let at = 0
  while (at < ordered.length && found.length < enough) {
    const batch = [...ordered.subarray(at, at + BATCH)]
    const doubtful = batch.map((place) => ordinals[place]!).filter((ordinal) => !includes(certain, ordinal))
    await reading.fetchParagraphs(doubtful)
    for (const place of batch) {
      const ordinal = ordinals[place]!
      if (includes(certain, ordinal) || meets(ordinal, reading.foldedOf(ordinal).text)) found.push(place)
    }
    at += batch.length
  }
  return { places: Uint32Array.from(found).sort(), complete: at >= ordered.length }
}

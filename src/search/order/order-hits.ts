import type { Plan } from '../../query/plan.js'
import type { SearchOptions } from '../../query/query.js'
import type { Folding } from '../../text/normalize.js'
import { verify } from '../find/candidates.js'
import type { Found } from '../find/finder.js'
import { everyOrdinal } from '../find/ordinal-sets.js'
import { enoughOf, pageOf, RESCORED } from '../find/page.js'
import { type Ranked, rank } from '../find/rank.js'
import { bestOfReplies, byDate, byRelevance, first } from './order.js'
import { rescore } from './rescore.js'
import type { Addition } from './text-score.js'

/** What was found, in order; all places are among those that were ranked. */
export interface Ordered {
  readonly ranked: Ranked
  /** Of the hits, ascending. */
  readonly places: Uint32Array
  /** Of those on the page that is asked for, the first hit first. */
  readonly page: readonly number[]
  readonly total: number
  /** Whether the total counts them all. */
  readonly complete: boolean
  /** What the second stage added to their scores, by ordinal. */
  readonly additions: ReadonlyMap<number, Addition[]>
}

/** Ranks what was found, reads the texts that it takes to tell hits, and scores the first of them again. */
export async function orderHits(
  { reading, skipped, ordinals, certain }: Found,
  plan: Plan,
  options: SearchOptions,
  folding: Folding,
): Promise<Ordered> {
  const { sort = 'relevance', group = 'paragraph' } = options
  const ranked = rank(plan.clauses, ordinals, reading)
  const relevance = byRelevance(ranked)
  const before = sort === 'relevance' ? relevance : byDate(sort, reading.columnOf('date'), ranked, relevance)
  const { places, complete } = certain
    ? await verify(plan, certain, ranked, reading, before, enoughOf(options))
    : { places: everyOrdinal(ordinals.length), complete: true }

  const isRescored = sort === 'relevance' && skipped === 0
  // Loaded while texts are read; without it the order stays.
  const variety =
    isRescored && plan.guesses.length > 1 ? import('./variety.js').catch(() => undefined) : undefined
  const additions: Map<number, Addition[]> = isRescored
    ? await rescore(
        first(places, RESCORED, before),
        plan,
        ranked,
        reading,
        folding,
        options.explain !== undefined,
      )
    : new Map()
  if (variety) (await variety)?.vary(places, plan, ranked, reading, before, additions)

  const grouped =
    group === 'reply' ? bestOfReplies(places, reading.columnOf('reply'), ranked, before) : places
  const { start, end } = pageOf(options)
  return {
    ranked,
    places,
    page: first(grouped, end - skipped, before).slice(start - skipped),
    // Of texts that were not read, what is a hit whatever they say.
    total: complete ? grouped.length : Math.max(grouped.length, certain!.length),
    complete,
    additions,
  }
}

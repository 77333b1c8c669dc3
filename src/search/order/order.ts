import type { Column } from '../../postings/posting-store.js'
import type { Sort } from '../../query/query.js'
import type { Ranked } from '../find/rank.js'
import { type Before, Top } from '../find/top.js'

// All of these speak of paragraphs by their places among those that were ranked.

/** Hits of the first tier first, by score; ties go to the smaller ordinal. */
export function byRelevance({ scores, tiers }: Ranked): Before {
  return (a, b) => {
    if (tiers && tiers[a] !== tiers[b]) return tiers[a]! < tiers[b]!
    if (scores[a] !== scores[b]) return scores[a]! > scores[b]!
    return a < b
  }
}

/** By the letters' dates; those without one last, and letters of one day by relevance. */
export function byDate(
  sort: Exclude<Sort, 'relevance'>,
  dates: Column,
  { ordinals }: Ranked,
  relevance: Before,
): Before {
  const direction = sort === 'date' ? 1 : -1
  const keyOf = (place: number): number => {
    const ordinal = ordinals[place]!
    const at = dates.starts[ordinal]!
    return at < dates.starts[ordinal + 1]! ? direction * dates.numbers[at]! : Number.POSITIVE_INFINITY
  }
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)]
    return first === second ? relevance(a, b) : first < second
  }
}

/** The best paragraph of each reply. */
export function bestOfReplies(
  places: Iterable<number>,
  replies: Column,
  { ordinals }: Ranked,
  before: Before,
): number[] {
  const bestOf = new Map<number, number>()
  for (const place of places) {
    const reply = replies.numbers[replies.starts[ordinals[place]!]!]!
    const best = bestOf.get(reply)
    if (best === undefined || before(place, best)) bestOf.set(reply, place)
  }
  return [...bestOf.values()]
}

/** The first `size` places, in order. */
export function first(places: ArrayLike<number>, size: number, before: Before): number[] {
  const top = new Top(size, before)
  for (let i = 0; i < places.length; i++) top.offer(places[i]!)
  return top.sorted()
}

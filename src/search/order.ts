import type { Column } from '../postings/posting-store.js'
import type { Sort } from '../query/query.js'
import type { Scores } from './rank.js'
import type { Before } from './top.js'

/** Hits of the first tier first, by score; ties go to the smaller ordinal. */
export function byRelevance({ scores, tiers }: Scores): Before {
  return (a, b) => {
    if (tiers && tiers[a] !== tiers[b]) return tiers[a]! < tiers[b]!
    if (scores[a] !== scores[b]) return scores[a]! > scores[b]!
    return a < b
  }
}

/** By the letters' dates; those without one last, and letters of one day by relevance. */
export function byDate(sort: Exclude<Sort, 'relevance'>, dates: Column, relevance: Before): Before {
  const direction = sort === 'date' ? 1 : -1
  const keyOf = (ordinal: number): number => {
    const at = dates.starts[ordinal]!
    return at < dates.starts[ordinal + 1]! ? direction * dates.numbers[at]! : Number.POSITIVE_INFINITY
  }
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)]
    return first === second ? relevance(a, b) : first < second
  }
}

/** The best paragraph of each reply. */
export function bestOfReplies(candidates: Iterable<number>, replies: Column, before: Before): Int32Array {
  const bestOf = new Int32Array(replies.values.length).fill(-1)
  for (const ordinal of candidates) {
    const reply = replies.numbers[replies.starts[ordinal]!]!
    if (bestOf[reply] === -1 || before(ordinal, bestOf[reply]!)) bestOf[reply] = ordinal
  }
  return bestOf.filter((ordinal) => ordinal >= 0)
}

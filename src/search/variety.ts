import { EXACT } from '../query/clause.js'
import type { Plan } from '../query/plan.js'
import { boundsOf } from './match.js'
import { includes } from './ordinal-sets.js'
import type { Ranked } from './rank.js'
import type { Reading } from './reading.js'
import type { Addition } from './rescore.js'
import type { Before } from './top.js'

/**
 * Two letters stand for dozens of words: lets the first guesses be of different words, one paragraph for each that is in
 * none of those before, the most used first. Their scores are raised over those of the others.
 *
 * @param additions By ordinal; what is added here is added to them.
 */
export function vary(
  places: Iterable<number>,
  { guesses }: Plan,
  { ordinals, scores, tiers }: Ranked,
  reading: Reading,
  before: Before,
  additions: Map<number, Addition[]>,
): void {
  if (guesses.length < 2 || !tiers) return
  const guessed = [...places].filter((place) => tiers[place] !== EXACT)
  const placeOf = new Map(guessed.map((place) => [ordinals[place]!, place]))
  const open = guesses.map(({ text, condition }) => ({
    text,
    holding: boundsOf(condition, reading).certain.filter((ordinal) => placeOf.has(ordinal)),
  }))
  /** How many of the words that have no paragraph yet stand in each. */
  const counts = new Map<number, number>()
  const count = (holding: Uint32Array, by: number): void => {
    for (const ordinal of holding) counts.set(ordinal, (counts.get(ordinal) ?? 0) + by)
  }
  for (const { holding } of open) count(holding, 1)

  const leaders: { place: number; term: string }[] = []
  const met = new Set<Uint32Array>()
  for (const { text, holding } of open) {
    if (met.has(holding) || holding.length === 0) continue
    const best = holding.reduce((best, ordinal) => {
      const more = counts.get(ordinal)! - counts.get(best)!
      return more > 0 || (more === 0 && before(placeOf.get(ordinal)!, placeOf.get(best)!)) ? ordinal : best
    })
    leaders.push({ place: placeOf.get(best)!, term: text })
    for (const other of open) {
      if (met.has(other.holding) || !includes(other.holding, best)) continue
      met.add(other.holding)
      count(other.holding, -1)
    }
  }
  if (leaders.length < 2) return
  const highest = guessed.reduce((most, place) => Math.max(most, scores[place]!), 0)
  leaders.forEach(({ place, term }, rank) => {
    const ordinal = ordinals[place]!
    const score = highest - scores[place]! + leaders.length - rank
    const addition: Addition = { kind: 'variety', term, frequency: 1, weight: 1, score }
    additions.set(ordinal, [...(additions.get(ordinal) ?? []), addition])
    scores[place]! += score
  })
}

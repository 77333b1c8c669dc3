import { EXACT } from '../query/clause.js'
import type { Plan } from '../query/plan.js'
import { boundsOf } from './match.js'
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
  const leaders: { place: number; term: string }[] = []
  let open = guesses.map(({ text, condition }) => ({ text, holding: boundsOf(condition, reading).certain }))
  while (open.length > 0) {
    const first = open[0]!
    let best: number | undefined
    let most = 0
    for (const place of guessed) {
      const ordinal = ordinals[place]!
      if (!first.holding.has(ordinal)) continue
      const count = open.reduce((sum, { holding }) => sum + Number(holding.has(ordinal)), 0)
      if (best === undefined || count > most || (count === most && before(place, best))) {
        best = place
        most = count
      }
    }
    if (best !== undefined) leaders.push({ place: best, term: first.text })
    open = open.filter(({ holding }, i) => i > 0 && !(best !== undefined && holding.has(ordinals[best]!)))
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

import { EXACT } from '../../query/clause.js'
import { isLatin } from '../../query/parts/parts.js'
import type { Plan } from '../../query/plan.js'
import { boundsOf } from '../find/match.js'
import { includes } from '../find/ordinal-sets.js'
import type { Ranked } from '../find/rank.js'
import type { Reading } from '../find/reading.js'
import type { Before } from '../find/top.js'
import type { Addition } from './text-score.js'

/** A text that may be meant, and the paragraphs that hold it. */
interface Open {
  text: string
  holding: Uint32Array
}

/**
 * Two letters stand for dozens of words: lets the first paragraphs of a tier hold different ones, one paragraph for each
 * that is in none of those before, the most used first, under a title that holds it if there is one. Their scores are
 * raised over those of the others. Loaded where a plan has several guesses.
 *
 * @param additions By ordinal; what is added here is added to them.
 */
export function vary(
  places: Iterable<number>,
  plan: Plan,
  { ordinals, scores, tiers }: Ranked,
  reading: Reading,
  before: Before,
  additions: Map<number, Addition[]>,
): void {
  if (!tiers) return
  const exact: number[] = []
  const guessed: number[] = []
  for (const place of places) (tiers[place] === EXACT ? exact : guessed).push(place)
  let open = plan.guesses.map(({ text, titled, condition }) => ({
    text,
    titled: boundsOf(titled, reading).certain,
    whole: boundsOf(condition, reading).certain,
  }))
  for (const tier of isExactVaried(plan) ? [exact, guessed] : [guessed]) {
    const placeOf = new Map(tier.map((place) => [ordinals[place]!, place]))
    const isIn = (ordinal: number): boolean => placeOf.has(ordinal)
    const held = open.map(({ text, titled, whole }) => {
      const titles = titled.filter(isIn)
      return { text, holding: titles.length > 0 ? titles : whole.filter(isIn) }
    })
    const leaders = leadersOf(held, (a, b) => before(placeOf.get(a)!, placeOf.get(b)!))
    open = open.filter(({ whole }) => !leaders.some(({ ordinal }) => includes(whole, ordinal)))
    if (leaders.length < 2) continue
    const highest = tier.reduce((most, place) => Math.max(most, scores[place]!), 0)
    leaders.forEach(({ ordinal, text }, rank) => {
      const place = placeOf.get(ordinal)!
      const score = highest - scores[place]! + leaders.length - rank
      const addition: Addition = { kind: 'variety', term: text, frequency: 1, weight: 1, score }
      additions.set(ordinal, [...(additions.get(ordinal) ?? []), addition])
      scores[place]! += score
    })
  }
}

/**
 * Whether letters as typed tell nothing of the paragraphs that hold them, since they stand inside words alone: sh in
 * English. Those that are a word themselves are likely to be meant.
 */
export function isExactVaried({ clauses, parts }: Pick<Plan, 'clauses' | 'parts'>): boolean {
  const exact = clauses.filter(({ tier }) => tier === EXACT)
  return exact.length > 0 && exact.every(({ kind }) => kind !== 'word') && parts.every(isLatin)
}

/** For each text in turn that is in none of the paragraphs before, the paragraph that holds it and most of the others. */
function leadersOf(open: readonly Open[], before: Before): { ordinal: number; text: string }[] {
  /** How many of the texts that have no paragraph yet stand in each. */
  const counts = new Map<number, number>()
  const count = (holding: Uint32Array, by: number): void => {
    for (const ordinal of holding) counts.set(ordinal, (counts.get(ordinal) ?? 0) + by)
  }
  for (const { holding } of open) count(holding, 1)

  const leaders: { ordinal: number; text: string }[] = []
  const met = new Set<Uint32Array>()
  for (const { text, holding } of open) {
    if (met.has(holding) || holding.length === 0) continue
    const best = holding.reduce((best, ordinal) => {
      const more = counts.get(ordinal)! - counts.get(best)!
      return more > 0 || (more === 0 && before(ordinal, best)) ? ordinal : best
    })
    leaders.push({ ordinal: best, text })
    for (const other of open) {
      if (met.has(other.holding) || !includes(other.holding, best)) continue
      met.add(other.holding)
      count(other.holding, -1)
    }
  }
  return leaders
}

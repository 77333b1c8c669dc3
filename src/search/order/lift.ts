import type { Part } from '../../query/parts/parts.js'
import type { Folding } from '../../text/normalize.js'
import type { Ranked } from '../find/rank.js'
import type { Reading } from '../find/reading.js'
import { type Held, heldBy } from './held.js'
import type { Weighed } from './looked-for.js'
import type { Addition } from './text-score.js'

/**
 * Lifts paragraphs over those that hold less of the query. An opening or closing repeats the title that all paragraphs of
 * its letter stand under, and answers nothing; a paragraph of another letter may name the office that this one is by, and
 * have nothing of the rest; nor does what prints a telephone number print that of the contact who is named. What is lifted
 * is given what such a one scores beside its own share for the rest.
 *
 * @param places Of paragraphs that were rescored.
 * @param terms Bigrams of the query.
 * @param additions By ordinal; what is added here is added to them, with the id of what was lifted over.
 */
export function lift(
  places: readonly number[],
  terms: readonly Weighed[],
  parts: readonly Part[],
  { ordinals, scores }: Ranked,
  reading: Reading,
  folding: Folding,
  additions: ReadonlyMap<number, Addition[]>,
): void {
  // What stands around a text is made out only where some paragraph may hold less than another.
  if (places.every((place) => isWhole(reading.foldedOf(ordinals[place]!).text, terms))) return
  const paragraphs = Array.from(places, (place) => ({
    ...heldBy(ordinals[place]!, terms, parts, reading, folding),
    before: scores[place]!,
  }))
  for (let i = 0; i < places.length; i++) {
    const [score, term] = liftOf(paragraphs[i]!, paragraphs)
    if (score === 0) continue
    scores[places[i]!]! += score
    additions.get(ordinals[places[i]!]!)?.push({ kind: 'lift', term, frequency: 1, weight: 1, score })
  }
}

function isWhole(text: string, terms: readonly Weighed[]): boolean {
  return terms.every(({ term }) => text.includes(term))
}

/** What a paragraph is given, and the id of the one that it is lifted over; 0 for none. */
function liftOf(own: Scored, paragraphs: readonly Scored[]): [score: number, over: string] {
  let score = 0
  let over = ''
  for (const other of paragraphs) {
    if (other.idf >= own.idf) continue
    const given = other.before - (own.before * other.idf) / own.idf
    if (given <= score || !(other.reply === own.reply ? isLed(own, other) : isNamed(own, other))) continue
    score = given
    over = other.id
  }
  return [score, over]
}

interface Scored extends Held {
  readonly before: number
}

/** Whether the other but leads to what the letter answers. */
function isLed(own: Scored, other: Scored): boolean {
  return other.isCourtesy && !(own.isCourtesy && own.before > other.before)
}

/** Whether the other has nothing that what answers by its name has not. */
function isNamed(own: Scored, other: Scored): boolean {
  return own.isByName && [...other.terms].every((term) => own.terms.has(term))
}

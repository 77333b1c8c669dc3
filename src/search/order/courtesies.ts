import { namesOf, proposalTitles } from '../../postings/documents.js'
import type { Folding } from '../../text/normalize.js'
import type { Ranked } from '../find/rank.js'
import type { Reading } from '../find/reading.js'
import type { Weighed } from './looked-for.js'
import type { Addition } from './text-score.js'

/**
 * An opening or closing repeats the title that all paragraphs of its letter stand under, and answers nothing. A paragraph
 * that holds more of the query, with its titles, is given what the courtesy scores beside its own share for the rest.
 *
 * @param places Of paragraphs that were rescored.
 * @param terms Bigrams of the query.
 * @param additions By ordinal; what is added here is added to them, with the id of the courtesy.
 */
export function liftOverCourtesies(
  places: readonly number[],
  terms: readonly Weighed[],
  { ordinals, scores }: Ranked,
  reading: Reading,
  folding: Folding,
  additions: ReadonlyMap<number, Addition[]>,
): void {
  const letters = new Map<number | string, number[]>()
  for (const place of places) {
    const reply = reading.replyOf(ordinals[place]!)
    const own = letters.get(reply)
    if (own) own.push(place)
    else letters.set(reply, [place])
  }
  // What stands around a text is made out only where there may be something to lift.
  for (const own of letters.values()) if (own.length > 1) liftWithin(own)

  function liftWithin(own: readonly number[]): void {
    const paragraphs = own.map((place) => {
      const ordinal = ordinals[place]!
      const { paragraph, section, reply } = reading.paragraphOf(ordinal)
      const { path, role } = section
      const isOpening = role === 'opening'
      // A letter's names lead to its opening.
      const titles = [path, proposalTitles(reply), isOpening ? namesOf(reply) : []]
      const text = reading.foldedOf(ordinal).text + folding.fold(` ${titles}`)
      let held = 0
      for (const { term, idf } of terms) if (text.includes(term)) held += idf
      return {
        place,
        id: paragraph.id,
        isCourtesy: isOpening || role === 'closing',
        held,
        score: scores[place]!,
      }
    })
    for (const { place, isCourtesy, held, score } of paragraphs) {
      let lift = 0
      let over = ''
      for (const other of paragraphs) {
        if (!other.isCourtesy || other.held >= held || (isCourtesy && score > other.score)) continue
        const given = other.score - (score * other.held) / held
        if (given <= lift) continue
        lift = given
        over = other.id
      }
      if (lift === 0) continue
      scores[place]! += lift
      additions
        .get(ordinals[place]!)
        ?.push({ kind: 'courtesy', term: over, frequency: 1, weight: 1, score: lift })
    }
  }
}

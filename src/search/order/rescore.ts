import type { Plan } from '../../query/plan.js'
import type { Folding } from '../../text/normalize.js'
import type { Ranked } from '../find/rank.js'
import type { Reading } from '../find/reading.js'
import { lift } from './lift.js'
import { type LookedFor, lookedFor } from './looked-for.js'
import { type Addition, textScore } from './text-score.js'

/**
 * Stage 2: adds to the scores of the first hits what postings do not hold. Each addition is 0 or more, so that the first
 * stay the first.
 *
 * @param isExplained Whether the additions are asked for.
 * @returns The additions, by ordinal, in the order in which they were added.
 */
export async function rescore(
  places: readonly number[],
  plan: Plan,
  ranked: Ranked,
  reading: Reading,
  folding: Folding,
  isExplained: boolean,
): Promise<Map<number, Addition[]>> {
  const looked = lookedFor(plan, reading.paragraphs)
  const additions = new Map<number, Addition[]>()
  // There may be no text to read from a far file.
  if (!looked) return additions
  await reading.fetchParagraphs(Array.from(places, (place) => ranked.ordinals[place]!))
  addTextScores(places, looked, ranked, reading, isExplained ? additions : undefined)
  if (mayLift(plan)) lift(places, looked.bigrams, plan.parts, ranked, reading, folding, additions)
  return additions
}

function addTextScores(
  places: readonly number[],
  looked: LookedFor,
  { ordinals, scores }: Ranked,
  { norms, lengths, foldedOf }: Reading,
  additions: Map<number, Addition[]> | undefined,
): void {
  for (const place of places) {
    const ordinal = ordinals[place]!
    const added: Addition[] | undefined = additions && []
    if (added) additions?.set(ordinal, added)
    scores[place] = textScore(
      scores[place]!,
      foldedOf(ordinal).text,
      norms[lengths[ordinal]!]!,
      looked,
      added,
    )
  }
}

/** A letter that is named is led to by its opening; and of one word no paragraph holds more than another. */
function mayLift({ parts, lexicon }: Plan): boolean {
  if (parts.some(({ names }) => names?.length)) return false
  return parts.length > 1 || parts.some(({ text }) => !lexicon.get('words', text))
}

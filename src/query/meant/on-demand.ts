import type { TermKey, Vocabulary } from '../../postings/posting-store.js'
import type { Lexicon } from '../lexicon.js'
import { clausesOf } from '../parts/part-clauses.js'
import type { Part } from '../parts/parts.js'
import type { PlanContext } from '../plan-context.js'
import { isInDoubt, MOST_CORRECTED, NO_INITIALS, VOWEL } from './doubt.js'

// What tells what may be meant is loaded for queries that may need it.

/** In what is longer, more than one slip's pairs stand nowhere. */
const LONGEST_HEARD = 40

/**
 * What letters may spell, and what reads it, is loaded beside the words that they may be, and so is how the characters
 * of a part sound: that costs fewer rounds.
 */
export function readAhead(parts: readonly Part[], context: PlanContext): void {
  const { store, options } = context
  if (options.pinyin === false || parts.length > MOST_CORRECTED) return
  if (parts.some(({ text }) => /[a-z]/.test(text)))
    loadCorrect().then(
      (module) => module.readAhead(parts, context),
      () => {},
    )
  if (!store.readAhead) return
  const keysIn =
    (field: Vocabulary) =>
    (key: string): TermKey => ({ field, term: `${key}\0` })
  const keys = parts.flatMap(({ text }) => {
    const letters = text.match(/[a-z]{2,}/g) ?? []
    const characters = text.match(/\p{Script=Han}/gu) ?? []
    return [
      ...letters.filter((word) => VOWEL.test(word)).map(keysIn('readings')),
      ...letters.filter((word) => !NO_INITIALS.test(word)).map(keysIn('initials')),
      ...(characters.length <= LONGEST_HEARD ? characters : []).map(keysIn('syllables')),
    ]
  })
  store.readAhead(keys, options.signal)
}

/** Adds to parts that are in doubt what they may mean. */
export async function withGuesses(parts: Part[], lexicon: Lexicon, context: PlanContext): Promise<Part[]> {
  const { store, options } = context
  const { pinyin = true, typos = true } = options
  if (!(pinyin || typos) || !parts.some((part) => isInDoubt(part, lexicon))) return parts
  // What was typed is searched in any case, and most often alone.
  store.readPostingsAhead?.(
    clausesOf(parts, lexicon).flatMap(({ entries }) => entries),
    options.signal,
  )
  const { correct } = await loadCorrect().catch(() => ({ correct: undefined }))
  // A guess adds hits and takes none away, also where what guesses can no longer be loaded.
  return correct ? correct(parts, lexicon, context) : parts
}

function loadCorrect(): Promise<typeof import('./correct.js')> {
  return import('./correct.js')
}

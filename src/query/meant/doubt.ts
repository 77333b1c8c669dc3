import { bigramsOf } from '../../text/bigrams.js'
import { isKnownPair, type Lexicon } from '../lexicon.js'
import type { Part } from '../parts/parts.js'

/** Runs of at most this many characters, their numbers aside, are taken for one word. */
export const WORD = 4

/** With these letters no syllable begins: initials have them where they stand for a Latin word alone. */
export const NO_INITIALS: RegExp = /[iuv]/
/** Without one of these no word is spelled in full. */
export const VOWEL: RegExp = /[aeiouv]/

/** A query of more parts is a text, not words that someone typed and may have mistyped. */
export const MOST_CORRECTED = 8

/**
 * Whether a part may mean something else than it says: it has letters, which may be pinyin, a word that is none of the
 * index, or two characters that stand together nowhere. What is meant then is found by `correct.ts`, which is loaded
 * only for such parts.
 */
export function isInDoubt({ runs }: Part, lexicon: Lexicon): boolean {
  const stretches = runs.flatMap((run) => run.stretches)
  return stretches.some(({ text, alphabetic }) => {
    if (alphabetic) return /[a-z]/.test(text)
    const bigrams = bigramsOf(text)
    if (!bigrams.every((bigram) => isKnownPair(bigram, lexicon))) return true
    return bigrams.length > 0 && bigrams.length < WORD && lexicon.count(text) === 0
  })
}

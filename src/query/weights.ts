import type { Field } from '../postings/posting-store.js'

/**
 * What a match counts by where it stands. Source: `npm run evaluate`, which asks the questions of two public sets with
 * and without their articles' titles.
 */
export const FIELD_WEIGHTS: Record<Field, number> = {
  words: 0.8,
  bigrams: 1,
  characters: 1,
  sections: 0.7,
  proposals: 0.5,
  names: 2,
}

/** A word of one character counts in place of its bigram too, for it has none. Source: `npm run evaluate`. */
export const ONE_CHARACTER_WORD: number = FIELD_WEIGHTS.words + FIELD_WEIGHTS.bigrams

/** The fields that hold titles and names: bigrams, characters and Latin words in one list. */
export const TITLE_FIELDS = ['sections', 'proposals', 'names'] as const

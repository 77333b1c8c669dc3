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

/**
 * A word that counts in place of a bigram too: one of a single character has none, one of two is its own. Source:
 * `npm run evaluate`.
 */
export const WORD_AND_BIGRAM: number = FIELD_WEIGHTS.words + FIELD_WEIGHTS.bigrams

/** The fields that hold titles and names: bigrams, characters and Latin words in one list. */
export const TITLE_FIELDS = ['sections', 'proposals', 'names'] as const

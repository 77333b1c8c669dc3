import type { Field } from '../../postings/posting-store.js'
import { hashOf } from './hash.js'

// Terms as words of a `whitespace` analyzer, which cuts at white space and behind 255 characters.

/** What the terms of a text begin with in the one field that holds them all, so that its length is theirs together. */
const MARKS: Partial<Record<Field, string>> = { words: 'w', bigrams: 'b', characters: 'c' }
/** No term: it has none of these marks. */
export const FILLER = '-'
const LONGEST = 200
/** What is no word by itself: white space, and half a character. */
const NO_WORD = /[\s\p{Surrogate}]/u

/** A term as it stands in a field of the cluster's index. */
export function tokenOf(field: Field, term: string): string {
  return (MARKS[field] ?? '') + shortened(term)
}

/** Terms as they stand there, joined by spaces. */
export function tokensOf(field: Field, terms: readonly string[]): string {
  const mark = MARKS[field] ?? ''
  return terms.length > 0 ? mark + terms.map(shortened).join(` ${mark}`) : ''
}

function shortened(term: string): string {
  return term.length > LONGEST ? `${[...term].slice(0, 60).join('')}#${hashOf(term)}` : term
}

/** Every character of a folded text as a word, so that a phrase of them is a part of the text and nothing else. */
export function characterTokens(folded: string): string {
  return Array.from(folded, (character) =>
    NO_WORD.test(character) ? `u${character.charCodeAt(0).toString(16)}` : character,
  ).join(' ')
}

import type { Field } from '../postings/posting-store.js'
import { hashOf } from './hash.js'

// Terms as words of a `whitespace` analyzer, which cuts at white space and behind 255 characters.

/** What the terms of a text begin with in the one field that holds them all, so that its length is theirs together. */
const MARKS: Partial<Record<Field, string>> = { words: 'w', bigrams: 'b', characters: 'c' }
const LONGEST = 200
const LONE_SURROGATE = /^[\ud800-\udfff]$/

/** A term as it stands in a field of the cluster's index. */
export function tokenOf(field: Field, term: string): string {
  const token = term.length > LONGEST ? `${[...term].slice(0, 60).join('')}#${hashOf(term)}` : term
  return (MARKS[field] ?? '') + token
}

/** Every character of a folded text as a word, so that a phrase of them is a part of the text and nothing else. */
export function characterTokens(folded: string): string {
  return Array.from(folded, (character) => {
    if (/\s/u.test(character)) return `u${character.charCodeAt(0).toString(16)}`
    return LONE_SURROGATE.test(character) ? `u${character.charCodeAt(0).toString(16)}` : character
  }).join(' ')
}

import type { TermStore } from '../../postings/posting-store.js'
import { isOneEdit } from '../../text/one-edit.js'

/** Shorter words are too near to too many others. */
const SHORTEST = 4
/** Words with one beginning that are compared: a slip in the first half of a word may be missed among more. */
const MOST_COMPARED = 500
const MOST_FOUND = 8

/** The Latin words of the index one slip away: a letter more, fewer or other, or two exchanged; the most used first. */
export async function wordsWithinOneEdit(
  word: string,
  store: TermStore,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  if (word.length < SHORTEST || !/[a-z]/.test(word)) return []
  const beginnings = new Set([word.slice(0, word.length >> 1), word[0]!, word[1]!])
  const lists = await Promise.all(
    [...beginnings].map((letter) => store.prefix('words', letter, MOST_COMPARED, signal)),
  )
  const distinct = new Map(lists.flat().map((entry) => [entry.term, entry]))
  return [...distinct.values()]
    .filter(({ term }) => isOneEdit(word, term))
    .sort((a, b) => b.documentFrequency - a.documentFrequency)
    .slice(0, MOST_FOUND)
    .map(({ term }) => term)
}

import type { TermEntry } from '../../postings/posting-store.js'
import type { Lexicon } from '../lexicon.js'
import { clausesOf } from '../parts/part-clauses.js'
import { isGuess, type Part } from '../parts/parts.js'

/** Postings that are read for a query with guesses, as far as what was typed leaves room for them … */
const MOST_POSTINGS = 24_000
/** … and how many guesses of a part are read in any case. */
const FEWEST_GUESSES = 1

/** Leaves out the least used guesses of parts whose lists are long: what was typed is read first. */
export function withinReach(parts: readonly Part[], lexicon: Lexicon): Part[] {
  const read = new Set<TermEntry>()
  let postings = 0
  const add = (part: Part): void => {
    for (const entry of clausesOf([part], lexicon).flatMap(({ entries }) => entries)) {
      if (!read.has(entry)) postings += entry.documentFrequency
      read.add(entry)
    }
  }
  const kept = parts.map((part) => ({
    part,
    alternatives: part.alternatives.filter((form) => !isGuess(form)),
    guesses: part.alternatives.filter(isGuess),
  }))
  for (const { part, alternatives } of kept) add({ ...part, alternatives })
  const most = Math.max(...kept.map(({ guesses }) => guesses.length))
  for (let i = 0; i < most; i++) {
    for (const { alternatives, guesses } of kept) {
      const guess = guesses[i]
      if (!guess) continue
      add({ text: guess.text, runs: [], alternatives: [guess] })
      if (i >= FEWEST_GUESSES && postings > MOST_POSTINGS) guesses.length = i
      else alternatives.push(guess)
    }
  }
  return kept.map(({ part, alternatives }) => ({ ...part, alternatives }))
}

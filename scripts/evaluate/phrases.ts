import { between, oneOf, type Random, sample } from './random.js'
import type { Context } from './sets.js'

/** A piece of a paragraph's text. */
export interface Phrase {
  text: string
  context: string
}

/** Tries for each phrase that is wanted, before a set is taken to have no more. */
const TRIES = 200

/** Random pieces of texts, of `from` to `to` characters, all of which match `pattern`. */
export function samplePhrases(
  random: Random,
  contexts: readonly Context[],
  size: number,
  { from, to, pattern }: { from: number; to: number; pattern: RegExp },
): Phrase[] {
  const phrases: Phrase[] = []
  for (let tries = 0; phrases.length < size && tries < size * TRIES; tries++) {
    const { id, text } = oneOf(random, contexts)
    const length = between(random, from, to)
    const start = between(random, 0, Math.max(0, text.length - length))
    const piece = text.slice(start, start + length)
    if (piece.length === length && pattern.test(piece)) phrases.push({ text: piece, context: id })
  }
  return phrases
}

/** At most `size` of the phrases that match `pattern` (global), each once. */
export function sampleMatches(
  random: Random,
  contexts: readonly Context[],
  size: number,
  pattern: RegExp,
): Phrase[] {
  const found = new Map<string, Phrase>()
  for (const { id, text } of contexts) {
    for (const [match] of text.matchAll(pattern)) {
      if (!found.has(match)) found.set(match, { text: match, context: id })
    }
  }
  return sample(random, [...found.values()], size)
}

import { between, oneOf, type Random, sample } from './random.js'
import type { Context } from './sets.js'

/** A piece of a paragraph's text. */
export interface Phrase {
  text: string
  context: string
}

/** Tries for each phrase that is wanted, before a set is taken to have no more. */
const TRIES = 200

interface PhraseOptions {
  from: number
  to: number
  pattern: RegExp
  /** Where the words of a text end: for pieces that begin inside one word and end inside another. */
  across?: (context: Context) => ReadonlySet<number>
}

/** Random pieces of texts, of `from` to `to` characters, all of which match `pattern`. */
export function samplePhrases(
  random: Random,
  contexts: readonly Context[],
  size: number,
  { from, to, pattern, across }: PhraseOptions,
): Phrase[] {
  const phrases: Phrase[] = []
  for (let tries = 0; phrases.length < size && tries < size * TRIES; tries++) {
    const context = oneOf(random, contexts)
    const { id, text } = context
    const length = between(random, from, to)
    const start = between(random, 0, Math.max(0, text.length - length))
    const piece = text.slice(start, start + length)
    if (piece.length !== length || !pattern.test(piece)) continue
    if (across && !crosses(start, start + length, across(context))) continue
    phrases.push({ text: piece, context: id })
  }
  return phrases
}

function crosses(start: number, end: number, wordEnds: ReadonlySet<number>): boolean {
  if (start === 0 || wordEnds.has(start) || wordEnds.has(end)) return false
  for (let at = start + 1; at < end; at++) if (wordEnds.has(at)) return true
  return false
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

// What a query means where it does not stand in the index as it was typed: pinyin, initials, homophones, and one slip in
// a Latin word. Nothing is corrected that is a word of the index.

import type { PostingStore } from '../postings/posting-store.js'
import { bigramsOf } from '../text/bigrams.js'
import type { Folding } from '../text/normalize.js'
import type { Run } from '../text/runs.js'
import type { Lexicon } from './lexicon.js'
import { numeralsOf } from './numerals.js'
import { createReadings, type Readings } from './readings.js'
import { wordsWithinOneEdit } from './typos.js'

/** A piece of a query's part, and what may be meant by it. */
export interface Correction {
  /** UTF-16 offsets into the folded text of the part. */
  start: number
  end: number
  kind: 'pinyin' | 'typo'
  /** Folded; the most used first. */
  texts: string[]
  /** Whether the piece as typed stands somewhere, so that what it finds comes first. */
  stands: boolean
}

export interface CorrectionContext {
  store: PostingStore
  folding: Folding
  lexicon: Lexicon
  pinyin: boolean
  typos: boolean
  signal: AbortSignal | undefined
}

/** Runs of at most this many characters are taken for one word. */
const WORD = 4
/** Shortest piece of a longer run that is looked for by its sound, in characters. */
const SHORTEST_PIECE = 3
/** Longest piece around a slip that is looked for, in characters. */
const LONGEST_PIECE = 6
/** One wrong character makes two pairs that stand nowhere; a run with more of them is new, not wrong. */
const PAIRS_OF_A_SLIP = 2

/** @returns Corrections that do not overlap, in order. */
export async function correctionsOf(run: Run, context: CorrectionContext): Promise<Correction[]> {
  const readings = createReadings(context)
  const mixed = run.stretches.length > 1 && context.pinyin ? await mixedCorrection(run, readings) : undefined
  if (mixed) return [mixed]
  const corrections = await Promise.all(
    run.stretches.map(async (stretch) => {
      const found = stretch.alphabetic
        ? await latinCorrection(stretch.text, readings, context)
        : context.pinyin
          ? await homophones(stretch.text, readings, context)
          : []
      return found.map((correction) => ({
        ...correction,
        start: correction.start + stretch.start,
        end: correction.end + stretch.start,
      }))
    }),
  )
  return corrections.flat()
}

/** 先投hougu, 先投hg */
async function mixedCorrection(run: Run, readings: Readings): Promise<Correction | undefined> {
  if (!run.stretches.some((stretch) => isLetters(stretch))) return undefined
  const texts = await readings.textsLike(run)
  return texts.length > 0
    ? { start: run.start, end: run.start + run.text.length, kind: 'pinyin', texts, stands: false }
    : undefined
}

async function latinCorrection(
  word: string,
  readings: Readings,
  context: CorrectionContext,
): Promise<Correction[]> {
  const known = ['words', 'sections', 'proposals', 'names'] as const
  if (known.some((field) => context.lexicon.get(field, word))) return []
  const stands = bigramsOf(word).every((bigram) => isKnownPair(bigram, context.lexicon))
  const whole = { start: 0, end: word.length, stands }
  if (context.pinyin && isLetters({ text: word })) {
    const texts = await readings.textsSpelled(word)
    if (texts.length > 0) return [{ ...whole, kind: 'pinyin', texts }]
  }
  const texts = context.typos ? await wordsWithinOneEdit(word, context.store, context.signal) : []
  return texts.length > 0 ? [{ ...whole, kind: 'typo', texts }] : []
}

/**
 * 先头后股: around each pair that stands nowhere, the longest piece that sounds like a word of the index. In more than a
 * word's length such pairs are common, where one word ends and the next begins: there a piece must be longer, and what
 * was typed is never put behind what it sounds like.
 */
async function homophones(
  stretch: string,
  readings: Readings,
  { lexicon }: CorrectionContext,
): Promise<Correction[]> {
  const characters = [...stretch]
  const unknown = bigramsOf(stretch).map((bigram) => !isKnownPair(bigram, lexicon))
  const isWord = characters.length <= WORD
  const isNew = isWord && lexicon.count(stretch) === 0
  const shortest = isWord ? 2 : SHORTEST_PIECE
  // A number is varied by its forms, and what touches it would be corrected in one of them alone.
  if (numeralsOf(stretch).length > 0) return []
  if (!isWord && unknown.filter(Boolean).length > PAIRS_OF_A_SLIP) return []
  const corrections: Correction[] = []
  let from = 0
  for (let pair = 0; pair < unknown.length; pair++) {
    if (pair < from || !(unknown[pair] || isNew)) continue
    const found = await longestHomophone(characters, pair, from, shortest, readings)
    if (!found) continue
    const { start, end, texts } = found
    const stands = !isWord || !unknown.slice(start, end - 1).includes(true)
    const offset = (character: number): number => characters.slice(0, character).join('').length
    corrections.push({ start: offset(start), end: offset(end), kind: 'pinyin', texts, stands })
    from = end
  }
  return corrections
}

async function longestHomophone(
  characters: readonly string[],
  pair: number,
  from: number,
  shortest: number,
  readings: Readings,
): Promise<{ start: number; end: number; texts: string[] } | undefined> {
  for (let length = Math.min(LONGEST_PIECE, characters.length); length >= shortest; length--) {
    const first = Math.max(from, pair + 2 - length)
    const last = Math.min(pair, characters.length - length)
    const starts = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
    const found = await Promise.all(
      starts.map(async (start) => ({
        start,
        end: start + length,
        texts: await readings.textsSounding(characters.slice(start, start + length)),
      })),
    )
    const best = found.find(({ texts }) => texts.length > 0)
    if (best) return best
  }
  return undefined
}

function isKnownPair(bigram: string, lexicon: Lexicon): boolean {
  return (['bigrams', 'sections', 'proposals', 'names'] as const).some((field) => lexicon.get(field, bigram))
}

function isLetters({ text }: { text: string }): boolean {
  return /^[a-z]{2,}$/.test(text)
}

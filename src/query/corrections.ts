// What a query means where it does not stand in the index as it was typed: pinyin, initials, homophones, and one slip in
// a Latin word.

import type { TermStore } from '../postings/posting-store.js'
import { bigramsOf } from '../text/bigrams.js'
import type { Folding } from '../text/normalize.js'
import type { Run } from '../text/runs.js'
import type { Correction } from './correction.js'
import { homophones, type Numbers } from './homophones.js'
import { isKnownPair, type Lexicon } from './lexicon.js'
import { numeralsOf } from './numerals.js'
import type { Part } from './parts.js'
import { createReadings, type Readings } from './readings.js'
import { wordsWithinOneEdit } from './typos.js'

export interface CorrectionContext {
  store: TermStore
  folding: Folding
  lexicon: Lexicon
  pinyin: boolean
  typos: boolean
  signal: AbortSignal | undefined
}

/** What a Latin word is known by. */
const KNOWN_BY = ['words', 'sections', 'proposals', 'names'] as const
/** In so many paragraphs a Latin word is taken as it is; one that fills no page may be pinyin too. */
const COMMON = 10

/** @returns Corrections that do not overlap, in order. */
export async function correctionsOf(part: Part, context: CorrectionContext): Promise<Correction[]> {
  const numerals = numeralsOf(part.text)
  const forms = part.alternatives.filter(({ kind }) => kind === 'numeral')
  const corrections = await Promise.all(
    part.runs.map((run) => runCorrections(run, { numerals, forms }, context)),
  )
  return corrections.flat()
}

async function runCorrections(run: Run, numbers: Numbers, context: CorrectionContext): Promise<Correction[]> {
  const readings = createReadings(context)
  const mixed = run.stretches.length > 1 && context.pinyin ? await mixedCorrection(run, readings) : undefined
  if (mixed) return [mixed]
  const corrections = await Promise.all([
    ...run.stretches
      .filter(({ alphabetic }) => alphabetic)
      .map(async ({ text, start }) => shifted(await latinCorrection(text, readings, context), start)),
    context.pinyin ? homophones(run, numbers, readings, context.lexicon) : [],
  ])
  return corrections.flat().sort((a, b) => a.start - b.start)
}

function shifted(corrections: readonly Correction[], by: number): Correction[] {
  return corrections.map((correction) => ({
    ...correction,
    start: correction.start + by,
    end: correction.end + by,
  }))
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
  const found = KNOWN_BY.map((field) => context.lexicon.get(field, word)?.documentFrequency ?? 0)
  if (Math.max(...found) >= COMMON) return []
  const stands = bigramsOf(word).every((bigram) => isKnownPair(bigram, context.lexicon))
  const whole = { start: 0, end: word.length, stands }
  if (context.pinyin && isLetters({ text: word })) {
    const texts = await readings.textsSpelled(word)
    if (texts.length > 0) return [{ ...whole, kind: 'pinyin', texts }]
  }
  const texts =
    context.typos && Math.max(...found) === 0
      ? await wordsWithinOneEdit(word, context.store, context.signal)
      : []
  return texts.length > 0 ? [{ ...whole, kind: 'typo', texts }] : []
}

function isLetters({ text }: { text: string }): boolean {
  return /^[a-z]{2,}$/.test(text)
}

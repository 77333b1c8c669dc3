// What a query means where it does not stand in the index as it was typed: pinyin, initials, homophones, and one slip in
// a Latin word.

import type { TermStore } from '../../postings/posting-store.js'
import { bigramsOf } from '../../text/bigrams.js'
import type { Run, Stretch } from '../../text/runs.js'
import { isKnownPair, type Lexicon } from '../lexicon.js'
import { numeralsOf } from '../numbers/numerals.js'
import type { Part } from '../parts/parts.js'
import { type Correction, GUESS_WEIGHT } from './correction.js'
import { homophones, type Numbers } from './homophones.js'
import type { Readings } from './readings.js'
import { wordsWithinOneEdit } from './typos.js'

export interface CorrectionContext {
  store: TermStore
  lexicon: Lexicon
  readings: Readings
  pinyin: boolean
  typos: boolean
  signal: AbortSignal | undefined
}

/** What a Latin word is known by. */
const KNOWN_BY = ['words', 'sections', 'proposals', 'names'] as const
/** In so many paragraphs a Latin word is taken as it is; one that fills no page may be pinyin too. */
const COMMON = 10

/** Told what a run is likely to mean, before that is certain. */
export type Likely = (corrections: readonly Correction[]) => void

/** @returns Corrections that do not overlap, in order. */
export async function correctionsOf(
  part: Part,
  context: CorrectionContext,
  likely: Likely,
): Promise<Correction[]> {
  const numerals = numeralsOf(part.text)
  const forms = part.alternatives.filter(({ kind }) => kind === 'numeral')
  const corrections = await Promise.all(
    part.runs.map((run) => runCorrections(run, { numerals, forms }, context, likely)),
  )
  return corrections.flat()
}

async function runCorrections(
  run: Run,
  numbers: Numbers,
  context: CorrectionContext,
  likely: Likely,
): Promise<Correction[]> {
  const apart = stretchCorrections(run, numbers, context, likely)
  if (run.stretches.length === 1 || !context.pinyin) return apart
  apart.then(likely, () => {})
  const mixed = await mixedCorrection(run, context.readings)
  return mixed ? [mixed] : apart
}

async function stretchCorrections(
  run: Run,
  numbers: Numbers,
  context: CorrectionContext,
  likely: Likely,
): Promise<Correction[]> {
  const latin = Promise.all(
    run.stretches
      .filter(({ alphabetic }) => alphabetic)
      .map((stretch) => latinCorrection(stretch, context, likely)),
  )
  latin.then(
    (corrections) => likely(corrections.flat()),
    () => {},
  )
  const sounding = context.pinyin ? homophones(run, numbers, context.readings, context.lexicon) : []
  const corrections = await Promise.all([latin, sounding])
  return corrections.flat(2).sort((a, b) => a.start - b.start)
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
  { text: word, start }: Stretch,
  context: CorrectionContext,
  likely: Likely,
): Promise<Correction[]> {
  const found = KNOWN_BY.map((field) => context.lexicon.get(field, word)?.documentFrequency ?? 0)
  if (Math.max(...found) >= COMMON) return []
  const stands = bigramsOf(word).every((bigram) => isKnownPair(bigram, context.lexicon))
  const weight = Math.max(...found) > 0 ? GUESS_WEIGHT : 1
  const whole = { start, end: start + word.length, stands, weight }
  if (context.pinyin && isLetters({ text: word })) {
    const meant = (texts: string[]): Correction[] => [{ ...whole, kind: 'pinyin', texts }]
    const texts = await context.readings.textsSpelled(word, (texts) => likely(meant(texts)))
    if (texts.length > 0) return meant(texts)
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

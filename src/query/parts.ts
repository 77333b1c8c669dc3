import { bigramsOf } from '../text/bigrams.js'
import { candidateWords } from '../text/lexicon-segmenter.js'
import { classOf, type Folding, IDEOGRAPHIC } from '../text/normalize.js'
import { type Run, runsOf } from '../text/runs.js'
import { type Alternative, alternativesOf } from './alternatives.js'

/** A piece of a query between spaces. */
export interface Part {
  /** Folded. */
  text: string
  runs: readonly Run[]
  alternatives: readonly (Alternative & { runs: readonly Run[] })[]
}

export interface PartOptions {
  folding: Folding
  /** Groups of folded texts. */
  synonyms: readonly (readonly string[])[]
}

/** Cuts query text at its spaces. Ideographs that stand one by one (答 复) are one part; a part without terms is none. */
export function partsOf(text: string, { folding, synonyms }: PartOptions): Part[] {
  const pieces: string[] = []
  let spaced = false
  for (const piece of text.split(/\s+/u)) {
    const folded = folding.fold(piece)
    if (!folded) continue
    const single = isSingleIdeograph(folded)
    if (single && spaced) pieces[pieces.length - 1] += folded
    else pieces.push(folded)
    spaced = single
  }
  return pieces
    .map((piece) => ({
      text: piece,
      runs: runsOf(piece),
      alternatives: alternativesOf(piece, synonyms).map((alternative) => ({
        ...alternative,
        runs: runsOf(alternative.text),
      })),
    }))
    .filter((part) => part.runs.length > 0)
}

/** A phrase is taken as it stands, spaces and all: one part, no alternatives. */
export function phrasePart(phrase: string, folding: Folding): Part | undefined {
  const text = folding.fold(phrase)
  const runs = runsOf(text)
  return runs.length > 0 ? { text, runs, alternatives: [] } : undefined
}

/** Whether a run is one character, which no bigram can find. */
export function isSingle(run: Run): boolean {
  return [...run.text].length === 1
}

function isSingleIdeograph(folded: string): boolean {
  return classOf(folded) === IDEOGRAPHIC && [...folded].length === 1
}

/** All that may have to be looked up for a part. */
export function* lookupsOf(part: Part): Generator<{ run: Run; words: Set<string>; bigrams: string[] }> {
  for (const run of [...part.runs, ...part.alternatives.flatMap((alternative) => alternative.runs)]) {
    const words = new Set<string>()
    for (const stretch of run.stretches) {
      if (stretch.alphabetic) words.add(stretch.text)
      else for (const word of candidateWords(stretch.text)) words.add(word)
    }
    yield { run, words, bigrams: bigramsOf(run.text) }
  }
}

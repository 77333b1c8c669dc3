import { SegmenterError } from '../errors.js'
import { bigramsOf } from './bigrams.js'
import type { Folding } from './normalize.js'
import { runsOf } from './runs.js'
import type { Segmenter } from './segmenter.js'

/** The terms of one text, each as often as it occurs. */
export interface Terms {
  words: string[]
  bigrams: string[]
  /** Single characters (code points). */
  characters: string[]
}

export interface Analyzer {
  readonly folding: Folding
  /** @throws SegmenterError if the segmenter's segments do not concatenate to the text. */
  analyze(text: string): Terms
}

/** How many segments' terms are remembered, so that a frequent word is folded once. */
const CACHED_SEGMENTS = 200_000

/** Text → terms: what is indexed, and (but for the words, which the index's lexicon cuts) what is asked. */
export function createAnalyzer(folding: Folding, segmenter: Segmenter): Analyzer {
  let cache = new Map<string, readonly string[]>()

  function wordsOf(segment: string): readonly string[] {
    let words = cache.get(segment)
    if (!words) {
      words = [segment, ...(segmenter.subwords?.(segment) ?? [])].flatMap((word) =>
        ideographicPieces(folding.fold(word)),
      )
      if (cache.size >= CACHED_SEGMENTS) cache = new Map()
      cache.set(segment, words)
    }
    return words
  }

  return {
    folding,
    analyze(text) {
      const terms: Terms = { words: [], bigrams: [], characters: [] }
      for (const segment of checkedSegments(text, segmenter)) {
        for (const word of wordsOf(segment)) terms.words.push(word)
      }
      for (const run of runsOf(folding.fold(text))) {
        for (const stretch of run.stretches) if (stretch.alphabetic) terms.words.push(stretch.text)
        for (const bigram of bigramsOf(run.text)) terms.bigrams.push(bigram)
        for (const character of run.text) terms.characters.push(character)
      }
      return terms
    },
  }
}

function ideographicPieces(folded: string): string[] {
  return runsOf(folded).flatMap((run) =>
    run.stretches.filter((stretch) => !stretch.alphabetic).map((stretch) => stretch.text),
  )
}

function checkedSegments(text: string, segmenter: Segmenter): string[] {
  const segments = segmenter.segment(text)
  if (segments.join('') !== text) {
    throw new SegmenterError(
      `The segments of ${JSON.stringify(segmenter.name)} do not concatenate to their text, which begins ${JSON.stringify(text.slice(0, 40))}. A segmenter must return every character once, in order.`,
    )
  }
  return segments
}

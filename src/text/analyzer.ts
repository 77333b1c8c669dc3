import { SegmenterError } from '../errors.js'
import { bigramsOf } from './bigrams.js'
import type { Folding } from './normalize.js'
import { type Run, runsOf } from './runs.js'
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
  /**
   * The words alone, in any order.
   *
   * @throws SegmenterError as `analyze`.
   */
  words(text: string): string[]
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

  function words(text: string, runs: readonly Run[]): string[] {
    const words: string[] = []
    for (const segment of checkedSegments(text, segmenter)) {
      for (const word of wordsOf(segment)) words.push(word)
    }
    for (const run of runs) {
      for (const stretch of run.stretches) if (stretch.alphabetic) words.push(stretch.text)
    }
    return words
  }

  return {
    folding,
    words: (text) => words(text, runsOf(folding.fold(text))),
    analyze(text) {
      const runs = runsOf(folding.fold(text))
      return {
        words: words(text, runs),
        bigrams: runs.flatMap((run) => bigramsOf(run.text)),
        characters: runs.flatMap((run) => [...run.text]),
      }
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
  let end = 0
  for (const segment of segments) end = text.startsWith(segment, end) ? end + segment.length : Infinity
  if (end !== text.length) {
    throw new SegmenterError(
      `The segments of ${JSON.stringify(segmenter.name)} do not concatenate to their text, which begins ${JSON.stringify(text.slice(0, 40))}. A segmenter must return every character once, in order.`,
    )
  }
  return segments
}

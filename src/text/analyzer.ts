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
  /** @throws SegmenterError as all that takes a text, if the segments do not concatenate to it. */
  segments(text: string): string[]
  /** The words in ideographs of one segment: itself and the shorter ones inside. */
  wordsOf(segment: string): string[]
  /** The words of a text in letters and digits, which no segmenter cuts. */
  alphabeticWords(text: string): string[]
  analyze(text: string): Terms
}

/** How many segments' words are remembered, so that a frequent one is folded once. */
const CACHED_SEGMENTS = 200_000

/** Text → terms: what is indexed, and (but for the words, which the index's lexicon cuts) what is asked. */
export function createAnalyzer(folding: Folding, segmenter: Segmenter): Analyzer {
  let cache = new Map<string, readonly string[]>()

  function segments(text: string): string[] {
    return checkedSegments(text, segmenter)
  }

  function wordsOf(segment: string): string[] {
    const words = [segment, ...(segmenter.subwords?.(segment) ?? [])]
    return words.flatMap((word) => stretchesOf(runsOf(folding.fold(word)), false))
  }

  function cachedWordsOf(segment: string): readonly string[] {
    let words = cache.get(segment)
    if (!words) {
      words = wordsOf(segment)
      if (cache.size >= CACHED_SEGMENTS) cache = new Map()
      cache.set(segment, words)
    }
    return words
  }

  return {
    folding,
    segments,
    wordsOf,
    alphabeticWords: (text) => stretchesOf(runsOf(folding.fold(text)), true),
    analyze(text) {
      const runs = runsOf(folding.fold(text))
      return {
        words: [...segments(text).flatMap(cachedWordsOf), ...stretchesOf(runs, true)],
        bigrams: runs.flatMap((run) => bigramsOf(run.text)),
        characters: runs.flatMap((run) => [...run.text]),
      }
    },
  }
}

function stretchesOf(runs: readonly Run[], alphabetic: boolean): string[] {
  return runs.flatMap(({ stretches }) =>
    stretches.filter((stretch) => stretch.alphabetic === alphabetic).map(({ text }) => text),
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

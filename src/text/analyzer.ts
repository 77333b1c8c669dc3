import { SegmenterError } from '../errors.js'
import { bigramsOf } from './bigrams.js'
import { ALPHABETIC, type CharacterClass, classOfUnit, type Folding, IDEOGRAPHIC } from './normalize.js'
import { runsOf } from './runs.js'
import type { Segmenter } from './segmenter.js'

/** The terms of one text, each as often as it occurs. */
export interface Terms {
  words: string[]
  bigrams: string[]
  /** Single characters (code points). */
  characters: string[]
}

/** The same with the names of places. */
export interface Analysis extends Terms {
  places: readonly string[]
}

export interface Analyzer {
  readonly folding: Folding
  /**
   * Where the segments of a text end.
   *
   * @throws SegmenterError as all that takes a text, if the segments do not concatenate to it.
   */
  segmentEnds(text: string): readonly number[]
  /** What a segment may be in the name of a place. */
  placePart(segment: string): number
  /** The names of places in a text of these segments. */
  places(text: string, segmentEnds: readonly number[], parts: readonly number[]): readonly string[]
  /** The words in ideographs of one segment: itself and the shorter ones inside. */
  wordsOf(segment: string): string[]
  analyze(text: string): Analysis
}

const SURROGATE = /[\ud800-\udfff]/

/** How many segments are remembered, so that a frequent one is folded once. */
const CACHED_SEGMENTS = 200_000

/** Text → terms: what is indexed, and (but for the words, which the index's lexicon cuts) what is asked. */
export function createAnalyzer(folding: Folding, segmenter: Segmenter): Analyzer {
  let cache = new Map<string, { words: readonly string[]; part: number }>()

  function segments(text: string): string[] {
    return checkedSegments(text, segmenter)
  }

  function wordsOf(segment: string): string[] {
    const words = [segment, ...(segmenter.subwords?.(segment) ?? [])]
    return words.flatMap((word) => stretchesOf(folding.fold(word), IDEOGRAPHIC))
  }

  function placePart(segment: string): number {
    return segmenter.placePart?.(segment) ?? 0
  }

  function read(segment: string): { words: readonly string[]; part: number } {
    let known = cache.get(segment)
    if (!known) {
      known = { words: wordsOf(segment), part: placePart(segment) }
      if (cache.size >= CACHED_SEGMENTS) cache = new Map()
      cache.set(segment, known)
    }
    return known
  }

  function places(text: string, segmentEnds: readonly number[], parts: readonly number[]): readonly string[] {
    return segmenter.places?.(text, segmentEnds, parts) ?? []
  }

  return {
    folding,
    segmentEnds: (text) => segmenter.segmentEnds?.(text) ?? endsOf(segments(text)),
    placePart,
    places,
    wordsOf,
    analyze(text) {
      const folded = folding.fold(text)
      const runs = runsOf(folded)
      const found = segments(text)
      const known = found.map(read)
      return {
        words: [...known.flatMap(({ words }) => words), ...alphabeticWords(folded)],
        bigrams: runs.flatMap((run) => bigramsOf(run.text)),
        characters: runs.flatMap((run) => [...run.text]),
        places: places(
          text,
          endsOf(found),
          known.map(({ part }) => part),
        ),
      }
    },
  }
}

/** 871m2, which is what stands behind the comma of 1,871㎡. */
const COUNT = /^(\d+)(\D.*)/

/** The words in letters and digits, which no segmenter cuts, of a folded text; of 871m2 also 871 and m2. */
export function alphabeticWords(folded: string): string[] {
  const words: string[] = []
  for (const stretch of stretchesOf(folded, ALPHABETIC)) {
    const [, digits, unit = ''] = COUNT.exec(stretch) ?? []
    words.push(stretch)
    if (digits) words.push(digits)
    if (unit.length > 1) words.push(unit)
  }
  return words
}

function endsOf(segments: readonly string[]): number[] {
  let end = 0
  return segments.map((segment) => {
    end += segment.length
    return end
  })
}

/** The longest pieces of a folded text whose characters are of one class. */
function stretchesOf(folded: string, wanted: CharacterClass): string[] {
  if (SURROGATE.test(folded)) {
    const stretches = runsOf(folded).flatMap((run) => run.stretches)
    return stretches
      .filter(({ alphabetic }) => alphabetic === (wanted === ALPHABETIC))
      .map(({ text }) => text)
  }
  // Without a run for all that stands around them.
  const stretches: string[] = []
  for (let at = 0; at < folded.length; at++) {
    if (classOfUnit(folded.charCodeAt(at)) !== wanted) continue
    const start = at
    while (at < folded.length && classOfUnit(folded.charCodeAt(at)) === wanted) at++
    stretches.push(folded.slice(start, at))
  }
  return stretches
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

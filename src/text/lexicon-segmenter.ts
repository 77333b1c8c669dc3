import type { WordCounts } from './segmenter.js'

/** Longest word that is looked for, in characters (code points). */
export const LONGEST_WORD = 8

/** Every string of 1 to `LONGEST_WORD` characters in the text: what a segmenter will ask its counts for. */
export function candidateWords(stretch: string): Set<string> {
  const characters = [...stretch]
  const candidates = new Set<string>()
  for (let start = 0; start < characters.length; start++) {
    let word = ''
    for (const character of characters.slice(start, start + LONGEST_WORD)) {
      word += character
      candidates.add(word)
    }
  }
  return candidates
}

/**
 * Cuts ideographic text along the most probable route, as jieba does without its HMM: each word counts for its share of
 * all words, an unknown character for one occurrence.
 *
 * Source: https://github.com/fxsjy/jieba (calc)
 */
export function segmentByCounts(stretch: string, counts: WordCounts): string[] {
  const characters = [...stretch]
  const n = characters.length
  const total = Math.log(Math.max(1, counts.total))
  const best = new Float64Array(n + 1)
  const ends = new Uint32Array(n)
  for (let start = n - 1; start >= 0; start--) {
    best[start] = -Infinity
    let word = ''
    for (let end = start + 1; end <= Math.min(n, start + LONGEST_WORD); end++) {
      word += characters[end - 1]
      const count = counts.count(word)
      if (count === 0 && end > start + 1) continue
      const route = Math.log(count || 1) - total + (best[end] as number)
      if (route > (best[start] as number)) {
        best[start] = route
        ends[start] = end
      }
    }
  }
  const segments: string[] = []
  for (let at = 0; at < n; at = ends[at] as number) segments.push(characters.slice(at, ends[at]).join(''))
  return segments
}

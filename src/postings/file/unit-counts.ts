import { bigramsOf } from '../../text/bigrams.js'
import type { Folding } from '../../text/normalize.js'
import { readingOf } from '../../text/readings.js'
import { runsOf } from '../../text/runs.js'

/** Pairs of neighbours to look at: a third of a million tell the frequencies well enough. */
const MAX_PAIRS = 300_000
/** Of these, the pairs to read in pinyin. */
const MAX_READINGS = 1000

/** Rarer ones are written in full: their place in the table would cost more. */
const RARE = 4

/**
 * How often to expect each code unit in the lexicon: what stands in the terms is not known before they are written, but
 * each pair of neighbours in a text is a term, and most are read in pinyin like a word.
 */
export function unitCounts(sample: readonly string[], folding: Folding): Uint32Array {
  const pairs = new Set<string>()
  for (const text of sample) {
    if (pairs.size >= MAX_PAIRS) break
    for (const run of runsOf(folding.fold(text))) for (const pair of bigramsOf(run.text)) pairs.add(pair)
  }
  const counts = new Uint32Array(2 ** 16)
  const add = (text: string, weight: number): void => {
    for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i)]! += weight
  }
  const read = [...pairs].slice(0, MAX_READINGS)
  const weight = Math.ceil(pairs.size / Math.max(1, read.length))
  for (const pair of pairs) add(pair, 1)
  for (const pair of read) for (const full of readingOf(pair).full) add(`${full}\0t`, weight)
  return counts.map((count) => (count < RARE ? 0 : count))
}

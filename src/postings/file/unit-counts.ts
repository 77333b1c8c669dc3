import { bigramsOf } from '../../text/bigrams.js'
import type { Folding } from '../../text/normalize.js'
import { readingOf } from '../../text/readings.js'
import { runsOf } from '../../text/runs.js'
import type { UnitCounts } from './codec/unit-writer.js'
import { isAmongLetters, LETTERS_END } from './codec/units.js'

/** Pairs of neighbours to look at: a third of a million tell the frequencies well enough. */
const MAX_PAIRS = 300_000
/** Of these, the pairs to read in pinyin. */
const MAX_READINGS = 1000

/** Rarer ones are written in full: their place in the table would cost more. */
const RARE = 4
/** The least share of a printed letter, digit or sign among letters: ids may be made of any. */
const LEAST_SHARE = 2 ** -11
const FIRST_PRINTED = 0x20

/**
 * How often to expect each code unit in the lexicon: what stands in the terms is not known before they are written, but
 * each pair of neighbours in a text is a term, and most are read in pinyin like a word.
 */
export function unitCounts(sample: readonly string[], folding: Folding): UnitCounts {
  const pairs = new Set<string>()
  for (const text of sample) {
    if (pairs.size >= MAX_PAIRS) break
    for (const run of runsOf(folding.fold(text))) for (const pair of bigramsOf(run.text)) pairs.add(pair)
  }
  const letters = new Uint32Array(2 ** 16)
  const others = new Uint32Array(2 ** 16)
  const add = (text: string, weight: number, from: number): void => {
    for (let at = from; at < text.length; at++) {
      const counts = isAmongLetters(text.charCodeAt(at - 1), text.charCodeAt(at - 2)) ? letters : others
      counts[text.charCodeAt(at)]! += weight
    }
  }
  const read = [...pairs].slice(0, MAX_READINGS)
  const weight = Math.ceil(pairs.size / Math.max(1, read.length))
  for (const pair of pairs) add(pair, 1, 0)
  for (const pair of read) {
    const { full, initials } = readingOf(pair)
    // Sorted terms share their first code unit with the one before.
    for (const key of [...full, initials]) if (key) add(`${key}\0t`, weight, 1)
    for (const syllables of full) add(`${pair}\0t${syllables}`, 1, pair.length)
  }
  const least = Math.ceil(letters.reduce((sum, count) => sum + count, 1) * LEAST_SHARE)
  return {
    letters: letters.map((count, unit) => {
      if (unit >= LETTERS_END) return 0
      return unit >= FIRST_PRINTED ? Math.max(count, least) : count
    }),
    others: others.map((count) => (count < RARE ? 0 : count)),
  }
}

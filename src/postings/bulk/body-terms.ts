import { bigramsOf } from '../../text/bigrams.js'
import { classOfUnit, OTHER } from '../../text/normalize.js'
import { runsOf } from '../../text/runs.js'
import type { PostingLog } from './posting-log.js'

const SURROGATE = /[\ud800-\udfff]/

/**
 * Adds the bigrams and characters of a folded text.
 *
 * @returns How many there are.
 */
export function addBodyTerms(
  folded: string,
  bigrams: PostingLog,
  characters: PostingLog,
  paragraph: number,
): number {
  return SURROGATE.test(folded)
    ? addByCodePoints(folded, bigrams, characters, paragraph)
    : addByUnits(folded, bigrams, characters, paragraph)
}

/** Without a string for each: this is what most of the time of a build would go into. */
function addByUnits(folded: string, bigrams: PostingLog, characters: PostingLog, paragraph: number): number {
  let count = 0
  let previous = 0
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    if (classOfUnit(unit) === OTHER) {
      previous = 0
      continue
    }
    characters.addKey((unit << 16) >>> 0, paragraph)
    count++
    if (previous) {
      bigrams.addKey(((previous << 16) | unit) >>> 0, paragraph)
      count++
    }
    previous = unit
  }
  return count
}

function addByCodePoints(
  folded: string,
  bigrams: PostingLog,
  characters: PostingLog,
  paragraph: number,
): number {
  let count = 0
  for (const run of runsOf(folded)) {
    const pairs = bigramsOf(run.text)
    const singles = [...run.text]
    bigrams.addTerms(pairs, paragraph)
    characters.addTerms(singles, paragraph)
    count += pairs.length + singles.length
  }
  return count
}

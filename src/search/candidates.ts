import type { Plan } from '../query/plan.js'
import type { Folding } from '../text/normalize.js'
import type { Bitset } from './bitset.js'
import { boundsOf, verifierFor } from './match.js'
import type { Scores } from './rank.js'
import type { Reading } from './reading.js'
import type { Before } from './top.js'

/** The paragraphs that are hits. */
export interface Candidates {
  ordinals: Uint32Array
  /** Whether they are all; else only the first `enough` are certain to be among them. */
  complete: boolean
}

/** How many texts are read at once to tell whether a phrase stands in them. */
const BATCH = 64

/**
 * @param before The order in which candidates are looked at while their texts must tell.
 * @param enough How many hits are needed; `Infinity` for all.
 */
export async function findCandidates(
  { condition }: Plan,
  { scores }: Scores,
  reading: Reading,
  folding: Folding,
  before: Before,
  enough: number,
): Promise<Candidates> {
  if (!condition) return { ordinals: positions(scores), complete: true }
  const { certain, possible } = boundsOf(condition, reading)
  const doubtful = ordinalsOf(possible).filter((ordinal) => !certain.has(ordinal))
  if (doubtful.length === 0) return { ordinals: ordinalsOf(certain), complete: true }

  const meets = verifierFor(condition, reading)
  const ordered = ordinalsOf(possible).sort((a, b) => (before(a, b) ? -1 : 1))
  const found: number[] = []
  let at = 0
  while (at < ordered.length && found.length < enough) {
    const batch = [...ordered.subarray(at, at + BATCH)]
    await reading.fetchParagraphs(batch.filter((ordinal) => !certain.has(ordinal)))
    for (const ordinal of batch) {
      if (certain.has(ordinal) || meets(ordinal, foldedText(ordinal))) found.push(ordinal)
    }
    at += batch.length
  }
  return { ordinals: Uint32Array.from(found).sort(), complete: at >= ordered.length }

  function foldedText(ordinal: number): string {
    return folding.fold(reading.paragraphOf(ordinal).paragraph.text)
  }
}

function positions(scores: Float64Array): Uint32Array {
  const found = new Uint32Array(scores.length)
  let count = 0
  for (let ordinal = 0; ordinal < scores.length; ordinal++) if (scores[ordinal]! > 0) found[count++] = ordinal
  return found.subarray(0, count)
}

function ordinalsOf(set: Bitset): Uint32Array {
  const ordinals: number[] = []
  set.forEach((ordinal) => {
    ordinals.push(ordinal)
  })
  return Uint32Array.from(ordinals)
}

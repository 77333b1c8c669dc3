import { LENGTH_CODES } from '../../postings/length.js'
import { LIST_BLOCK, type PostingList } from '../../postings/posting-list.js'
import type { Clause } from '../../query/clause.js'
import { isBody, K1 } from './bm25.js'
import { join } from './join.js'
import { lowerBound, placesOf } from './ordinal-sets.js'
import { gainOf, type RankSource } from './rank.js'
import { Top } from './top.js'

// MaxScore with block maxima. Source: Turtle and Flood, “Query evaluation: strategies and optimizations”, 1995; Ding and
// Suel, “Faster top-k document retrieval using block-max indexes”, 2011. It only leaves out; scores are for `rank`.

/** How many ordinals are looked at together. */
const WINDOW = 4096
/** The sums here are added in another order than in `rank`, which may change their last bits. */
const ROUNDING: number = 1 - 1e-9

/** One list of a clause, with the most that its postings can add to a score. */
interface Source {
  readonly list: PostingList
  readonly gain: number
  /** By coded length. */
  readonly norms: Float64Array
  /** By block. */
  readonly bounds: Float64Array
  /** The greatest of them. */
  readonly bound: number
}

/**
 * Paragraphs among which the `size` best of those that meet any clause are, ascending.
 * @param clauses All of one tier.
 */
export function select(clauses: readonly Clause[], size: number, source: RankSource): Uint32Array {
  const { paragraphs, lengths } = source
  const sources = clauses.flatMap((clause) => sourcesOf(clause, source)).sort((a, b) => a.bound - b.bound)
  const windowBounds = new Float64Array(sources.length)
  /** For each source, the most that it and those before it add within the window. */
  const reach = new Float64Array(sources.length)
  const sums = new Float64Array(WINDOW)
  /** A bit for each sum that something was added to. */
  const summed = new Uint32Array(WINDOW / 32)
  const places = new Uint32Array(WINDOW)
  const top = new Top(size, (a, b) => a > b)
  let threshold = 0
  const kept: number[] = []
  const scores: number[] = []

  for (let start = 0; start < paragraphs; start += WINDOW) {
    const end = Math.min(paragraphs, start + WINDOW)
    let most = 0
    sources.forEach((source, i) => {
      windowBounds[i] = boundWithin(source, start, end)
      most += windowBounds[i]!
      reach[i] = most
    })
    if (most <= threshold) continue
    const essential = reach.findIndex((bound) => bound > threshold)
    for (let i = essential; i < sources.length; i++) {
      accumulate(sources[i]!, start, end, threshold - (most - windowBounds[i]!))
    }
    offer(start, essential)
  }
  return Uint32Array.from(kept.filter((_, i) => scores[i]! > threshold))

  /** Adds what a source gives within the window; blocks that add no more than `least` are left out. */
  function accumulate(
    { list, gain, norms, bounds }: Source,
    start: number,
    end: number,
    least: number,
  ): void {
    const { lasts, paragraphs, frequencies } = list
    for (let block = lowerBound(lasts, start); block < lasts.length; block++) {
      if (block > 0 && lasts[block - 1]! >= end - 1) return
      if (bounds[block]! <= least) continue
      list.load(block)
      const behind = Math.min(paragraphs.length, (block + 1) * LIST_BLOCK)
      for (let i = block * LIST_BLOCK; i < behind; i++) {
        const ordinal = paragraphs[i]!
        if (ordinal < start) continue
        if (ordinal >= end) break
        const at = ordinal - start
        const frequency = frequencies[i]!
        sums[at]! += (gain * frequency) / (frequency + norms[lengths[ordinal]!]!)
        summed[at >>> 5]! |= 1 << (at & 31)
      }
    }
  }

  /** Completes the sums that may reach the top with what the sources before the essential ones add. */
  function offer(start: number, essential: number): void {
    const rest = essential > 0 ? reach[essential - 1]! : 0
    const met = places.subarray(0, placesOf(summed, places, start))
    let ordinals = reaching(met, start, rest)
    for (let i = essential - 1; i >= 0 && ordinals.length > 0; i--) {
      const { list, gain, norms } = sources[i]!
      const { at, frequencies } = join([list], ordinals)
      for (let n = 0; n < at.length; n++) {
        const ordinal = ordinals[at[n]!]!
        const frequency = frequencies[0]![n]!
        sums[ordinal - start]! += (gain * frequency) / (frequency + norms[lengths[ordinal]!]!)
      }
      ordinals = reaching(ordinals, start, i > 0 ? reach[i - 1]! : 0)
    }
    for (let i = 0; i < ordinals.length; i++) {
      const ordinal = ordinals[i]!
      const score = sums[ordinal - start]!
      if (score <= threshold) continue
      kept.push(ordinal)
      scores.push(score)
      top.offer(score)
      if (top.isFull) threshold = top.last * ROUNDING
    }
    for (let i = 0; i < met.length; i++) sums[met[i]! - start] = 0
    summed.fill(0)
  }

  /** Those of some ordinals that reach the top if as much as `rest` is added. */
  function reaching(ordinals: Uint32Array, start: number, rest: number): Uint32Array {
    const left = new Uint32Array(ordinals.length)
    let count = 0
    for (let i = 0; i < ordinals.length; i++) {
      if (sums[ordinals[i]! - start]! + rest > threshold) left[count++] = ordinals[i]!
    }
    return left.subarray(0, count)
  }
}

function sourcesOf({ entries, field, weight }: Clause, source: RankSource): Source[] {
  const lists = entries.map(source.postingsOf)
  const norms = isBody(field) ? source.norms : new Float64Array(LENGTH_CODES).fill(K1)
  return (lists.length > 1 ? together(lists) : lists).map((list, i) => {
    const gain = gainOf(entries[i]!, weight, source.paragraphs)
    const bounds = new Float64Array(list.lasts.length)
    list.greatestFrequencies.forEach((frequency, block) => {
      bounds[block] = (gain * frequency) / (frequency + norms[list.leastLengths[block]!]!)
    })
    return { list, gain, norms, bounds, bound: bounds.reduce((a, b) => Math.max(a, b), 0) }
  })
}

/**
 * Of each list what stands in all of them, in the blocks of the shortest: a frequency of 0, which adds nothing, tells that
 * another list lacks the paragraph.
 */
function together(lists: readonly PostingList[]): PostingList[] {
  const shortest = lists.reduce((a, b) => (b.paragraphs.length < a.paragraphs.length ? b : a))
  const { paragraphs, lasts } = shortest
  const frequencies = lists.map(() => new Uint8Array(paragraphs.length))
  const isLoaded = new Uint8Array(lasts.length)

  function load(block: number): void {
    if (isLoaded[block]) return
    isLoaded[block] = 1
    shortest.load(block)
    const start = block * LIST_BLOCK
    const { at, frequencies: common } = join(lists, paragraphs.subarray(start, start + LIST_BLOCK))
    common.forEach((counts, list) => {
      at.forEach((place, n) => {
        frequencies[list]![start + place] = counts[n]!
      })
    })
  }

  const greatestFrequencies = new Uint8Array(lasts.length).fill(255)
  return frequencies.map((frequencies) => ({ ...shortest, frequencies, greatestFrequencies, load }))
}

/** The most that a source adds to the score of an ordinal from `start` to `end` (exclusive). */
function boundWithin({ list: { lasts }, bounds }: Source, start: number, end: number): number {
  let bound = 0
  for (let block = lowerBound(lasts, start); block < lasts.length; block++) {
    if (block > 0 && lasts[block - 1]! >= end - 1) break
    bound = Math.max(bound, bounds[block]!)
  }
  return bound
}

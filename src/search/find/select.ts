import { LENGTH_CODES } from '../../postings/length.js'
import { LIST_BLOCK, type PostingList } from '../../postings/posting-list.js'
import type { Clause } from '../../query/clause.js'
import { isBody, K1 } from './bm25.js'
import { join, pick } from './join.js'
import { lowerBound, placesOf } from './ordinal-sets.js'
import { gainOf, type RankSource } from './rank.js'
import { Top } from './top.js'

// MaxScore with block maxima. Source: Turtle and Flood, “Query evaluation: strategies and optimizations”, 1995; Ding and
// Suel, “Faster top-k document retrieval using block-max indexes”, 2011. It only leaves out; scores are for `rank`.

/** How many ordinals are looked at together. */
const WINDOW = 4096
/** The sums here are added in another order than in `rank`, which may change their last bits. */
const ROUNDING: number = 1 - 1e-9

/** A clause, with the most that its postings can add to a score. */
interface Source {
  /** Of all its entries; the shortest is the first. */
  readonly lists: readonly PostingList[]
  /** Parallel to the lists. */
  readonly gains: Float64Array
  /** By coded length. */
  readonly norms: Float64Array
  /** By block of the first list. */
  readonly bounds: Float64Array
  /** The greatest of them. */
  readonly bound: number
}

/**
 * Paragraphs among which the `size` best of those that meet any clause are, ascending.
 * @param clauses All of one tier.
 * @param size At least 1.
 */
export function select(clauses: readonly Clause[], size: number, source: RankSource): Uint32Array {
  const { paragraphs, lengths } = source
  const sources: Source[] = []
  for (const clause of clauses) sources.push(sourceOf(clause, source))
  sources.sort((a, b) => a.bound - b.bound)
  const windowBounds = new Float64Array(sources.length)
  /** For each source, the most that it and those before it add within the window. */
  const reach = new Float64Array(sources.length)
  const sums = new Float64Array(WINDOW)
  /** A bit for each sum that something was added to. */
  const summed = new Uint32Array(WINDOW / 32)
  const places = new Uint32Array(WINDOW)
  const left = new Uint32Array(WINDOW)
  const kept: number[] = []
  const scores: number[] = []
  // Of places, for a heap of scores would be one of objects to V8.
  const top = new Top(size, (a, b) => scores[a]! > scores[b]!)
  let threshold = 0

  for (let start = 0; start < paragraphs; start += WINDOW) {
    const end = Math.min(paragraphs, start + WINDOW)
    let most = 0
    for (let i = 0; i < sources.length; i++) {
      windowBounds[i] = boundWithin(sources[i]!, start, end)
      most += windowBounds[i]!
      reach[i] = most
    }
    if (most <= threshold) continue
    let essential = 0
    while (reach[essential]! <= threshold) essential++
    for (let i = essential; i < sources.length; i++) {
      accumulate(sources[i]!, start, end, threshold - (most - windowBounds[i]!))
    }
    offer(start, essential)
  }
  const best = new Uint32Array(kept.length)
  let count = 0
  for (let i = 0; i < kept.length; i++) if (scores[i]! > threshold) best[count++] = kept[i]!
  return best.subarray(0, count)

  /** Adds what a source gives within the window; blocks that add no more than `least` are left out. */
  function accumulate(source: Source, start: number, end: number, least: number): void {
    const { lists, gains, norms, bounds } = source
    const { lasts, paragraphs, frequencies, load } = lists[0]!
    for (let block = lowerBound(lasts, start); block < lasts.length; block++) {
      if (block > 0 && lasts[block - 1]! >= end - 1) return
      if (bounds[block]! <= least) continue
      load(block)
      const from = block * LIST_BLOCK
      const to = Math.min(paragraphs.length, from + LIST_BLOCK)
      if (lists.length > 1) addCommon(source, paragraphs.subarray(from, to), start)
      else add(gains[0]!, norms, paragraphs, frequencies, from, to, start)
    }
  }

  /** Adds what a source gives to those of some ordinals that stand in all its lists. */
  function addCommon({ lists, gains, norms }: Source, ordinals: Uint32Array, start: number): void {
    const { at, frequencies } = join(lists, ordinals)
    const common = pick(ordinals, at)
    for (let i = 0; i < frequencies.length; i++) {
      add(gains[i]!, norms, common, frequencies[i]!, 0, at.length, start)
    }
  }

  /** Adds what postings give that are within the window. */
  function add(
    gain: number,
    norms: Float64Array,
    ordinals: Uint32Array,
    frequencies: Uint8Array,
    from: number,
    to: number,
    start: number,
  ): void {
    for (let i = lowerBound(ordinals, start, from, to); i < to; i++) {
      const ordinal = ordinals[i]!
      const at = ordinal - start
      if (at >= WINDOW) break
      const frequency = frequencies[i]!
      sums[at]! += (gain * frequency) / (frequency + norms[lengths[ordinal]!]!)
      summed[at >>> 5]! |= 1 << (at & 31)
    }
  }

  /** Completes the sums that may reach the top with what the sources before the essential ones add. */
  function offer(start: number, essential: number): void {
    const met = places.subarray(0, placesOf(summed, places, start))
    let ordinals: Uint32Array = met
    for (let i = essential - 1; i >= 0 && ordinals.length > 0; i--) {
      ordinals = reaching(ordinals, start, threshold - reach[i]!)
      addCommon(sources[i]!, ordinals, start)
    }
    for (let i = 0; i < ordinals.length; i++) {
      const ordinal = ordinals[i]!
      const score = sums[ordinal - start]!
      if (score <= threshold) continue
      kept.push(ordinal)
      top.offer(scores.push(score) - 1)
      if (top.isFull) threshold = scores[top.last]! * ROUNDING
    }
    for (let i = 0; i < met.length; i++) sums[met[i]! - start] = 0
    summed.fill(0)
  }

  /** Those of some ordinals with more than `least` so far; good until the next call. */
  function reaching(ordinals: Uint32Array, start: number, least: number): Uint32Array {
    let count = 0
    for (let i = 0; i < ordinals.length; i++) {
      if (sums[ordinals[i]! - start]! > least) left[count++] = ordinals[i]!
    }
    return left.subarray(0, count)
  }
}

function sourceOf({ entries, field, weight }: Clause, source: RankSource): Source {
  const sorted = [...entries].sort((a, b) => a.documentFrequency - b.documentFrequency)
  const lists = source.listsOf(sorted)
  const norms = isBody(field) ? source.norms : new Float64Array(LENGTH_CODES).fill(K1)
  const [{ lasts, greatestFrequencies, leastLengths }] = lists as [PostingList]
  const gains = new Float64Array(sorted.length)
  const bounds = new Float64Array(lasts.length)
  for (let i = 0; i < sorted.length; i++) {
    const gain = gainOf(sorted[i]!, weight, source.paragraphs)
    gains[i] = gain
    for (let block = 0; block < bounds.length; block++) {
      // How often the other terms stand there is not known.
      const frequency = i > 0 ? 255 : greatestFrequencies[block]!
      bounds[block]! += (gain * frequency) / (frequency + norms[leastLengths[block]!]!)
    }
  }
  let bound = 0
  for (let block = 0; block < bounds.length; block++) bound = Math.max(bound, bounds[block]!)
  return { lists, gains, norms, bounds, bound }
}

/** The most that a source adds to the score of an ordinal from `start` to `end` (exclusive). */
function boundWithin({ lists, bounds }: Source, start: number, end: number): number {
  const { lasts } = lists[0]!
  let bound = 0
  for (let block = lowerBound(lasts, start); block < lasts.length; block++) {
    if (block > 0 && lasts[block - 1]! >= end - 1) break
    bound = Math.max(bound, bounds[block]!)
  }
  return bound
}

import { LIST_BLOCK, loaded, type PostingList } from '../../postings/posting-list.js'
import { lowerBound } from './ordinal-sets.js'

/** Which of some ordinals stand in lists. */
export interface Joined {
  /** Their places among the ordinals, ascending. */
  readonly at: Uint32Array
  /** For each list, parallel to `at`. */
  readonly frequencies: readonly Uint8Array[]
}

/** The ordinals that stand in every list; blocks without any of them are not read. @param ordinals Ascending. */
export function join(lists: readonly PostingList[], ordinals: Uint32Array): Joined {
  let at: Uint32Array | undefined
  const frequencies: Uint8Array[] = []
  for (const list of lists) {
    const next = joinOne(list, at ? pick(ordinals, at) : ordinals)
    for (let i = 0; i < frequencies.length; i++) frequencies[i] = pick(frequencies[i]!, next.at)
    frequencies.push(next.frequencies)
    at = at ? pick(at, next.at) : next.at
  }
  return { at: at ?? new Uint32Array(0), frequencies }
}

/** The ordinals that stand in every list, ascending. */
export function intersect(lists: readonly PostingList[]): Uint32Array {
  const [shortest, ...others] = [...lists].sort((a, b) => a.paragraphs.length - b.paragraphs.length)
  if (!shortest) return new Uint32Array(0)
  const ordinals = loaded(shortest).paragraphs
  return others.length > 0 ? pick(ordinals, join(others, ordinals).at) : ordinals
}

function joinOne(list: PostingList, ordinals: Uint32Array): { at: Uint32Array; frequencies: Uint8Array } {
  const { lasts, paragraphs } = list
  const most = Math.min(paragraphs.length, ordinals.length)
  const at = new Uint32Array(most)
  const frequencies = new Uint8Array(most)
  let found = 0
  let block = 0
  for (let n = 0; n < ordinals.length && found < most; ) {
    block = lowerBound(lasts, ordinals[n]!, block)
    if (block === lasts.length) break
    list.load(block)
    const last = lasts[block]!
    let i = block * LIST_BLOCK
    for (; n < ordinals.length && ordinals[n]! <= last; n++) {
      const ordinal = ordinals[n]!
      while (paragraphs[i]! < ordinal) i++
      if (paragraphs[i] === ordinal) {
        at[found] = n
        frequencies[found++] = list.frequencies[i]!
      }
    }
  }
  return { at: at.subarray(0, found), frequencies: frequencies.subarray(0, found) }
}

/** The values at some places. */
export function pick<Numbers extends Uint32Array | Uint8Array>(values: Numbers, at: Uint32Array): Numbers {
  const picked = values.slice(0, at.length)
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!
  return picked as Numbers
}

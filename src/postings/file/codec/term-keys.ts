import { MAX_CODE } from './huffman.js'

// Where a term would stand among all strings if these were spread evenly: a number that costs few bits to write, by which
// nodes are told apart without their terms. A string's share is the product of its code units' shares, as in range coding.

/** The keys of terms are below this. */
export const ALL_KEYS: number = 2 ** 52
/** What a code unit that stands in the code weighs beside one that does not, at least. */
const KNOWN = 8

/** Orders terms as their code units do; where these run out of precision, neighbours have one key. */
export class TermKeys {
  /** Sums of the weights of the code units before each. */
  readonly #sums = new Uint32Array(2 ** 16 + 1)

  /** @param costs For each code unit the bits of its code; 0 if it has none. */
  constructor(costs: Uint8Array) {
    for (let unit = 0; unit < 2 ** 16; unit++) {
      const bits = costs[unit]!
      this.#sums[unit + 1] = this.#sums[unit]! + (bits > 0 ? KNOWN * 2 ** (MAX_CODE - bits) : 1)
    }
  }

  /** The keys of the terms that begin with a text: from its own to `end` (exclusive). */
  range(text: string): { key: number; end: number } {
    const sums = this.#sums
    const total = sums[2 ** 16]!
    let key = 0
    let size = ALL_KEYS
    for (let i = 0; i < text.length && size >= total; i++) {
      const unit = text.charCodeAt(i)
      const share = Math.floor(size / total)
      key += share * sums[unit]!
      size = share * (sums[unit + 1]! - sums[unit]!)
    }
    return { key, end: key + size }
  }

  key(term: string): number {
    return this.range(term).key
  }
}

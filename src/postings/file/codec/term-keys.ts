import { MAX_CODE } from './huffman.js'
import { isAmongLetters, type UnitCodeLengths } from './units.js'
import type { CodeLengths } from './values.js'

// Where a term would stand among all strings if these were spread evenly: a number that costs few bits to write, by which
// nodes are told apart without their terms. A string's share is the product of its code units' shares, as in range coding.

/** The keys of terms are below this. */
export const ALL_KEYS: number = 2 ** 52
/** What a code unit that stands in the code weighs beside one that does not, at least. */
const KNOWN = 8

/** How the code units at one kind of place share the strings that go on there. */
interface Shares {
  /** The code units that stand in the code. */
  readonly units: Uint16Array
  /** What those before each of them weigh more than 1, in sum; at the end all. */
  readonly surplus: Float64Array
}

/** Orders terms as their code units do; where these run out of precision, neighbours have one key. */
export class TermKeys {
  readonly #letters: Shares
  readonly #others: Shares

  constructor({ letters, others }: UnitCodeLengths) {
    this.#letters = sharesOf(letters)
    this.#others = sharesOf(others)
  }

  /** The keys of the terms that begin with a text: from its own to `end` (exclusive). */
  range(text: string): { key: number; end: number } {
    let key = 0
    let size = ALL_KEYS
    let [before, beforeThat] = [NaN, NaN]
    for (let i = 0; i < text.length; i++) {
      const { units, surplus } = isAmongLetters(before, beforeThat) ? this.#letters : this.#others
      const total = 2 ** 16 + surplus[units.length]!
      if (size < total) break
      const unit = text.charCodeAt(i)
      const at = placeOf(units, unit)
      const share = Math.floor(size / total)
      key += share * (unit + surplus[at]!)
      size = share * (units[at] === unit ? 1 + surplus[at + 1]! - surplus[at]! : 1)
      beforeThat = before
      before = unit
    }
    return { key, end: key + size }
  }

  key(term: string): number {
    return this.range(term).key
  }
}

function sharesOf({ values, bits }: CodeLengths): Shares {
  const surplus = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) {
    surplus[i + 1] = surplus[i]! + KNOWN * (1 << (MAX_CODE - bits[i]!)) - 1
  }
  return { units: Uint16Array.from(values), surplus }
}

/** The place of the first value that is not less; behind all if there is none. */
function placeOf(sorted: Uint16Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

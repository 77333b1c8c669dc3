import type { BitWriter } from './codec/bit-writer.js'
import { fold } from './codec/bits.js'
import { GolombCosts, golombCost } from './codec/golomb-costs.js'
import type { TermKeys } from './codec/term-keys.js'
import { sharedLength } from './codec/term-writer.js'
import { writeText } from './codec/text-code.js'
import type { UnitWriter } from './codec/unit-writer.js'

/** The last terms of a node, before each of which the next may begin: one of so many … */
const CUT_FROM = 8
/** … and what a node is worth in bits of separators, so that none ends early for little. */
const NODE_WORTH = 60
/** The Golomb order by which places to cut are compared. */
const USUAL_ORDER = 4
/** Distances from here on are not looked at. */
const FAR = 2 ** 30
/** How many more zeros than needed are tried. */
const FEWER_ZEROS = 3

/** A key that ends in zeros, by its distance from the one before; a distance of 0 stands for a text. */
interface Separator {
  readonly zeros: number
  readonly distance: number
  readonly text?: string
}

/** Chooses where the nodes of one list begin, so that what stands between them is short. */
export class SeparatorWriter {
  readonly #keys: TermKeys
  readonly #separators: Separator[] = []
  readonly #distances = new GolombCosts()
  #key = 0
  #zeros = 0

  constructor(keys: TermKeys) {
    this.#keys = keys
  }

  /**
   * Ends a node. @param terms Those of the node, and the one that found no room in it.
   * @returns The place of the term with which the next node begins; at least 1.
   */
  cut(terms: readonly string[]): number {
    const size = terms.length - 1
    const first = size - Math.floor(size / CUT_FROM)
    let best: (Separator & { at: number; key: number; cost: number }) | undefined
    let above = this.#keys.key(terms[size]!)
    for (let at = size; at >= Math.max(1, first); at--) {
      const below = this.#keys.key(terms[at - 1]!)
      const most = zerosBetween(below, above)
      for (let zeros = Math.max(0, Math.min(most, this.#zeros) - FEWER_ZEROS); zeros <= most; zeros++) {
        const place = Math.floor(above / 2 ** zeros)
        const distance = place - Math.floor(this.#key / 2 ** zeros)
        if (distance >= FAR) continue
        const cost =
          golombCost(fold(zeros - this.#zeros), 0) +
          golombCost(distance, USUAL_ORDER) +
          ((size - at) * NODE_WORTH) / size
        if (!best || cost < best.cost) best = { zeros, distance, at, key: place * 2 ** zeros, cost }
      }
      above = below
    }
    if (!best) {
      const [last, next] = [terms[size - 1]!, terms[size]!]
      const text = next.slice(0, sharedLength(last, next) + 1)
      this.#separators.push({ zeros: this.#zeros, distance: 0, text })
      this.#distances.add(0)
      return size
    }
    const { zeros, distance, at, key } = best
    this.#separators.push({ zeros, distance })
    this.#distances.add(distance)
    this.#key = key
    this.#zeros = zeros
    return at
  }

  /** @param code Of code units. */
  write(writer: BitWriter, code: UnitWriter): void {
    if (this.#separators.length === 0) return
    let before = 0
    for (const { zeros } of this.#separators) {
      writer.signed(zeros - before, 0)
      before = zeros
    }
    const order = this.#distances.best
    writer.bits(order, 4)
    for (const { distance } of this.#separators) writer.golomb(distance, order)
    let lastText = ''
    for (const { text } of this.#separators) {
      if (text === undefined) continue
      writeText(writer, code, lastText, text)
      lastText = text
    }
  }
}

/** In how many zeros a number above `below`, and not above `above`, can end; −1 if there is none. Both below 2 ** 53. */
function zerosBetween(below: number, above: number): number {
  const high = Math.floor(above / 2 ** 32) ^ Math.floor(below / 2 ** 32)
  return high ? 63 - Math.clz32(high) : 31 - Math.clz32(above ^ below)
}

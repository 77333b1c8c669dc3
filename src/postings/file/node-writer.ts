import { BitWriter } from './codec/bit-writer.js'
import { BitReader } from './codec/bits.js'
import { GolombCosts } from './codec/golomb-costs.js'
import { TermCosts, writeTerm, writeTermCodes } from './codec/term-writer.js'
import type { UnitWriter } from './codec/unit-writer.js'
import { NODE_HEAD_BITS, NODE_TERMS_BITS } from './lexicon.js'
import { PAGE } from './pages.js'

const MAX_TERMS = 2 ** NODE_TERMS_BITS - 1

export interface NodeEntry {
  term: string
  documentFrequency: number
  /** Where its postings begin, in bits; of an id its number. */
  base: number
  /** See `PostingListWriter.write`. */
  surplus: number | undefined
}

/** Gathers the entries of a node for as long as they fit into its pages. */
export class NodeWriter {
  readonly #size: number
  readonly #code: UnitWriter
  readonly #entries: NodeEntry[] = []
  readonly #terms: TermCosts
  readonly #frequencies = new GolombCosts()
  readonly #surpluses = new GolombCosts()
  /** No less than the entries take. */
  #bound = NODE_HEAD_BITS

  /** @param pages How many it may fill. @param code Of code units. */
  constructor(pages: number, code: UnitWriter) {
    this.#size = pages * PAGE.lexicon
    this.#code = code
    this.#terms = new TermCosts(code)
  }

  /** False if there is no room for the entry; a node has room for one at least. */
  add(entry: NodeEntry): boolean {
    if (this.#entries.length === MAX_TERMS) return false
    this.#count(entry, 1)
    if (this.#bound > this.#size * 8) this.#bound = this.#bits
    if (this.#bound > this.#size * 8 && this.#entries.length > 0) {
      this.#count(entry, -1)
      return false
    }
    this.#entries.push(entry)
    return true
  }

  get terms(): string[] {
    return this.#entries.map(({ term }) => term)
  }

  /** Takes out the entries from a place on. */
  split(at: number): NodeEntry[] {
    const taken: NodeEntry[] = []
    while (this.#entries.length > at) {
      const entry = this.#entries.pop()!
      this.#count(entry, -1)
      taken.unshift(entry)
    }
    return taken
  }

  finish(): Uint8Array {
    const writer = new BitWriter(this.#size + 8)
    const terms = this.#terms.codes
    const frequency = this.#frequencies.best
    const surplusOrder = this.#surpluses.best
    const { base } = this.#entries[0]!
    writer.bits(this.#entries.length, NODE_TERMS_BITS)
    writeBase(writer, base)
    writer.bits(frequency, 4)
    writer.bits(surplusOrder, 4)
    writeTermCodes(writer, terms)
    let previous = ''
    for (const { term, documentFrequency, surplus } of this.#entries) {
      writeTerm(writer, terms, this.#code, previous, term)
      writer.golomb(documentFrequency - 1, frequency)
      if (surplus !== undefined) writer.golomb(surplus, surplusOrder)
      previous = term
    }
    return writer.view()
  }

  /** Adds what an entry behind all others takes, or, with a sign of −1, takes it back. */
  #count({ term, documentFrequency, surplus }: NodeEntry, sign: 1 | -1): void {
    const previous = this.#entries.at(-1)?.term ?? ''
    this.#bound += this.#terms.add(previous, term, sign)
    this.#bound += this.#frequencies.add(documentFrequency - 1, sign)
    if (surplus !== undefined) this.#bound += this.#surpluses.add(surplus, sign)
  }

  /** What the entries take with the codes that suit them. */
  get #bits(): number {
    return NODE_HEAD_BITS + this.#terms.bits + this.#frequencies.least + this.#surpluses.least
  }
}

/** Adds to the base of a node that has been written. */
export function moveBase(node: Uint8Array, by: number): void {
  const reader = new BitReader(node)
  const head = new BitWriter()
  head.bits(reader.bits(NODE_TERMS_BITS), NODE_TERMS_BITS)
  writeBase(head, reader.bits(16) * 2 ** 32 + reader.bits(32) + by)
  // To the end of a byte.
  head.bits(reader.bits(4), 4)
  node.set(head.view())
}

function writeBase(writer: BitWriter, base: number): void {
  writer.bits(Math.floor(base / 2 ** 32), 16)
  writer.bits(base % 2 ** 32, 32)
}

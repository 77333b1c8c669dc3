import { BitWriter } from './bit-writer.js'
import { NODE_HEAD_BITS, NODE_TERMS_BITS } from './lexicon.js'
import { PAGE } from './pages.js'
import { Costs, TermCosts, writeTerm, writeTermCodes } from './term-writer.js'
import type { ValueWriter } from './value-writer.js'

const MAX_TERMS = 2 ** NODE_TERMS_BITS - 1

export interface NodeEntry {
  term: string
  documentFrequency: number
  /** Of a list elsewhere: its bytes less the usual, folded. */
  surplus: number | undefined
  /** Of a list that stands in the lexicon. */
  inlineBits: number
}

/** Gathers the entries of a node for as long as they fit into a page. */
export class NodeWriter {
  readonly #base: number
  readonly #code: ValueWriter
  readonly #entries: NodeEntry[] = []
  readonly #inline = new BitWriter()
  readonly #terms: TermCosts
  readonly #frequencies = new Costs()
  readonly #surpluses = new Costs()
  #inlineBits = 0
  /** No less than the entries take. */
  #bound = NODE_HEAD_BITS

  /** @param base Where in `postings` the first list begins; for ids the number of the first. */
  constructor(base: number, code: ValueWriter) {
    this.#base = base
    this.#code = code
    this.#terms = new TermCosts(code)
  }

  /**
   * False if the entry belongs into the next node; no other can be added then.
   * @param inline Its list, if that stands in the lexicon.
   */
  add(entry: NodeEntry, inline: BitWriter): boolean {
    if (this.#entries.length === MAX_TERMS) return false
    this.#count(entry, 1)
    if (this.#bound > PAGE.lexicon * 8) this.#bound = this.#bits
    if (this.#bound > PAGE.lexicon * 8 && this.#entries.length > 0) {
      this.#count(entry, -1)
      return false
    }
    this.#inline.append(inline)
    this.#entries.push(entry)
    return true
  }

  finish(): Uint8Array {
    const writer = new BitWriter(PAGE.lexicon + 8)
    const terms = this.#terms.codes
    const frequency = this.#frequencies.best
    const surplusOrder = this.#surpluses.best
    writer.bits(this.#entries.length, NODE_TERMS_BITS)
    writer.bits(Math.floor(this.#base / 2 ** 32), 16)
    writer.bits(this.#base % 2 ** 32, 32)
    writer.bits(frequency, 4)
    writer.bits(surplusOrder, 4)
    writeTermCodes(writer, terms)
    let previous = ''
    let inlineStart = 0
    for (const { term, documentFrequency, surplus, inlineBits } of this.#entries) {
      writeTerm(writer, terms, this.#code, previous, term)
      writer.golomb(documentFrequency - 1, frequency)
      if (surplus !== undefined) writer.golomb(surplus, surplusOrder)
      writer.append(this.#inline, inlineStart, inlineBits)
      inlineStart += inlineBits
      previous = term
    }
    return writer.view()
  }

  /** Adds what an entry behind all others takes, or, with a sign of −1, takes it back. */
  #count({ term, documentFrequency, surplus, inlineBits }: NodeEntry, sign: 1 | -1): void {
    const previous = this.#entries.at(-1)?.term ?? ''
    this.#bound += sign * inlineBits
    this.#inlineBits += sign * inlineBits
    this.#bound += this.#terms.add(previous, term, sign)
    this.#bound += this.#frequencies.add(documentFrequency - 1, sign)
    if (surplus !== undefined) this.#bound += this.#surpluses.add(surplus, sign)
  }

  /** What the entries take with the codes that suit them. */
  get #bits(): number {
    return (
      NODE_HEAD_BITS + this.#terms.bits + this.#frequencies.least + this.#surpluses.least + this.#inlineBits
    )
  }
}

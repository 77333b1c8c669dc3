import type { Postings } from '../posting-store.js'
import { BitWriter } from './bit-writer.js'
import { NODE_HEAD_BITS, NODE_TERMS_BITS } from './lexicon.js'
import { PAGE } from './pages.js'
import type { PostingListWriter } from './posting-list-writer.js'
import { Costs, TermCosts, writeTerm, writeTermCodes } from './term-writer.js'
import type { TermCodes } from './terms.js'
import type { ValueWriter } from './value-writer.js'

const MAX_TERMS = 2 ** NODE_TERMS_BITS - 1

export interface NodeEntry {
  term: string
  documentFrequency: number
  /** Of a list elsewhere: its bytes less the usual, folded. */
  surplus: number | undefined
  /** A list that stands in the lexicon. */
  inline: Postings | undefined
}

interface Orders {
  terms: TermCodes
  frequency: number
  surplus: number
}

/** Gathers the entries of a node for as long as they fit into a page. */
export class NodeWriter {
  readonly #base: number
  readonly #code: ValueWriter
  readonly #entries: NodeEntry[] = []
  readonly #terms: TermCosts
  readonly #frequencies = new Costs()
  readonly #surpluses = new Costs()
  #inlineBits = 0
  /** What suits the entries so far. */
  #orders: Orders | undefined

  /** @param base Where in `postings` the first list begins; for ids the number of the first. */
  constructor(base: number, code: ValueWriter) {
    this.#base = base
    this.#code = code
    this.#terms = new TermCosts(code)
  }

  /**
   * False if the entry belongs into the next node; no other can be added then.
   * @param inlineBits What its list takes.
   */
  add(entry: NodeEntry, inlineBits: number): boolean {
    if (this.#entries.length === MAX_TERMS) return false
    const last = this.#entries.at(-1)?.term ?? ''
    this.#terms.add(last, entry.term)
    this.#frequencies.add(entry.documentFrequency - 1)
    if (entry.surplus !== undefined) this.#surpluses.add(entry.surplus)
    this.#inlineBits += inlineBits
    const bits =
      NODE_HEAD_BITS + this.#terms.bits + this.#frequencies.least + this.#surpluses.least + this.#inlineBits
    if (bits > PAGE.lexicon * 8 && this.#entries.length > 0) return false
    this.#entries.push(entry)
    this.#orders = {
      terms: this.#terms.codes,
      frequency: this.#frequencies.best,
      surplus: this.#surpluses.best,
    }
    return true
  }

  finish(lists: PostingListWriter): Uint8Array {
    const writer = new BitWriter(PAGE.lexicon + 8)
    const { terms, frequency, surplus: surplusOrder } = this.#orders!
    writer.bits(this.#entries.length, NODE_TERMS_BITS)
    writer.bits(Math.floor(this.#base / 2 ** 32), 16)
    writer.bits(this.#base % 2 ** 32, 32)
    writer.bits(frequency, 4)
    writer.bits(surplusOrder, 4)
    writeTermCodes(writer, terms)
    let previous = ''
    for (const { term, documentFrequency, surplus, inline } of this.#entries) {
      writeTerm(writer, terms, this.#code, previous, term)
      writer.golomb(documentFrequency - 1, frequency)
      if (inline) lists.write(writer, inline)
      else if (surplus !== undefined) writer.golomb(surplus, surplusOrder)
      previous = term
    }
    return writer.view()
  }
}

import type { TermEntry } from '../posting-store.js'
import { FIELDS, type Field, VOCABULARIES, type Vocabulary } from '../posting-store.js'
import { BitReader, unfold } from './codec/bits.js'
import { readTermCodes, TermCursor } from './codec/terms.js'
import type { UnitReader } from './codec/units.js'
import { ordinalBits, usualBytes } from './posting-lists.js'

/** The sorted lists of the lexicon, in the order of the file; `ids` are those of replies. */
export type ListName = Field | Vocabulary | 'ids'
export const LISTS: readonly ListName[] = [...FIELDS, 'ids', ...VOCABULARIES]
/** Those whose directory is read at open. */
export const EAGER_LISTS: readonly ListName[] = [...FIELDS, 'ids']

export function hasPostings(list: ListName): boolean {
  return (FIELDS as readonly string[]).includes(list)
}

/** How many terms a node has. */
export const NODE_TERMS_BITS = 12
/** Before the terms of a node: their number, the base, and the orders of four codes. */
export const NODE_HEAD_BITS: number = NODE_TERMS_BITS + 48 + 4 * 4

/** Where the postings of an entry are in the section `postings`, in bits. */
export interface Place {
  readonly from: number
  readonly to: number
  /** Of a term that one paragraph holds, how often it does. */
  readonly frequency: number | undefined
}

export interface LexiconEntry extends TermEntry {
  readonly place?: Place | undefined
}

/** Reads the entries of one node in turn. */
export class NodeReader {
  readonly #reader: BitReader
  readonly #list: ListName
  readonly #hasPostings: boolean
  readonly #paragraphs: number
  readonly #cursor: TermCursor
  readonly #frequencyOrder: number
  readonly #surplusOrder: number
  #left: number
  /** Of the next list, or the number of the next id. */
  #base: number
  #documentFrequency = 0
  /** Where the postings begin; they end at the base. */
  #from = 0
  #frequency: number | undefined

  /** @param paragraphs In the whole index. @param code Of code units. */
  constructor(bytes: Uint8Array, list: ListName, paragraphs: number, code: UnitReader) {
    const reader = new BitReader(bytes)
    this.#reader = reader
    this.#list = list
    this.#hasPostings = hasPostings(list)
    this.#paragraphs = paragraphs
    this.#left = reader.bits(NODE_TERMS_BITS)
    this.#base = reader.bits(16) * 2 ** 32 + reader.bits(32)
    this.#frequencyOrder = reader.bits(4)
    this.#surplusOrder = reader.bits(4)
    this.#cursor = new TermCursor(readTermCodes(reader), code)
  }

  /** False at the end of the node. */
  next(): boolean {
    if (this.#left === 0) return false
    this.#left--
    this.#cursor.next(this.#reader)
    const documentFrequency = this.#reader.golomb(this.#frequencyOrder) + 1
    this.#documentFrequency = documentFrequency
    if (this.#list === 'ids') this.#base++
    else if (this.#hasPostings) {
      const surplus = this.#reader.golomb(this.#surplusOrder)
      const isSingle = documentFrequency === 1
      this.#frequency = isSingle ? surplus + 1 : undefined
      this.#from = this.#base
      this.#base += isSingle
        ? ordinalBits(this.#paragraphs)
        : 8 * (usualBytes(documentFrequency, this.#paragraphs) + unfold(surplus))
    }
    return true
  }

  /** Below 0 if the entry is before `term`, 0 if it is its own. */
  compare(term: string): number {
    return this.#cursor.compare(term)
  }

  /** The entry of a term; terms are asked for in code unit order. */
  find(term: string): LexiconEntry | undefined {
    // Before the first entry the cursor stands at an empty text, which is no term.
    let order = term ? this.compare(term) : 1
    while (order < 0 && this.next()) order = this.compare(term)
    return order === 0 ? this.#entryOf(term) : undefined
  }

  get entry(): LexiconEntry {
    return this.#entryOf(this.#cursor.text)
  }

  /** Of an id, `documentFrequency` is the reply's ordinal plus 1. */
  #entryOf(term: string): LexiconEntry {
    const documentFrequency = this.#list === 'ids' ? this.#base : this.#documentFrequency
    const place = this.#hasPostings
      ? { from: this.#from, to: this.#base, frequency: this.#frequency }
      : undefined
    return { field: this.#list as Field, term, documentFrequency, place }
  }
}

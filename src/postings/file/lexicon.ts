import type { TermEntry } from '../posting-store.js'
import { FIELDS, type Field, VOCABULARIES, type Vocabulary } from '../posting-store.js'
import { BitReader, BitsError } from './bits.js'
import { checkCount, readNumbers } from './numbers.js'
import { INLINE, usualBytes, usualOrder } from './posting-lists.js'
import { readTermCodes, readTerms, TermCursor } from './terms.js'
import type { ValueReader } from './values.js'

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

/** Where the postings of an entry are: in the lexicon's bytes, or in the section `postings`. */
export type Place = { bytes: Uint8Array; bit: number } | { from: number; to: number }

export interface LexiconEntry extends TermEntry {
  readonly place?: Place
}

/** One sorted list: its nodes, each one page or, for a very long term, several. */
export interface ListDirectory {
  readonly terms: number
  /** For each node but the first: more than all terms before the node, and not more than its first. */
  readonly separators: readonly string[]
  /** The page at which each node starts, and the one behind the last. */
  readonly pages: Uint32Array
}

/**
 * @param bytes The section `directory` or `vocabularies`.
 * @param lists Those that stand in it.
 */
export function readDirectory(
  bytes: Uint8Array,
  lists: readonly ListName[],
  code: ValueReader,
): Map<ListName, ListDirectory> {
  const reader = new BitReader(bytes)
  let page = reader.golomb(8)
  return new Map(
    lists.map((list) => {
      const terms = reader.golomb(8)
      const nodes = reader.golomb(8)
      checkCount(nodes, bytes.length)
      if (nodes > terms) throw new BitsError('a list has more nodes than terms')
      const separators = nodes > 1 ? readTerms(reader, nodes - 1, code) : []
      const pages = new Uint32Array(nodes + 1)
      readNumbers(reader, nodes).forEach((count, node) => {
        pages[node] = page
        page += count
      })
      pages[nodes] = page
      return [list, { terms, separators, pages }]
    }),
  )
}

/** The node that holds a term, if any does. */
export function nodeOf(directory: ListDirectory, term: string): number {
  let low = 0
  let high = directory.separators.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (directory.separators[middle]! <= term) low = middle + 1
    else high = middle
  }
  return low
}

/** Reads the entries of one node in turn. */
export class NodeReader {
  readonly #bytes: Uint8Array
  readonly #reader: BitReader
  readonly #list: ListName
  readonly #hasPostings: boolean
  readonly #paragraphs: number
  readonly #cursor: TermCursor
  readonly #frequencyOrder: number
  readonly #bytesOrder: number
  #left: number
  /** Of the next list, or the number of the next id. */
  #base: number
  #documentFrequency = 0
  /** Of postings that stand in the node. */
  #bit = 0
  /** Where a list elsewhere begins; it ends at the base. */
  #from = 0

  /** @param paragraphs In the whole index. @param code Of code units. */
  constructor(bytes: Uint8Array, list: ListName, paragraphs: number, code: ValueReader) {
    const reader = new BitReader(bytes)
    this.#bytes = bytes
    this.#reader = reader
    this.#list = list
    this.#hasPostings = hasPostings(list)
    this.#paragraphs = paragraphs
    this.#left = reader.bits(NODE_TERMS_BITS)
    this.#base = reader.bits(16) * 2 ** 32 + reader.bits(32)
    this.#frequencyOrder = reader.bits(4)
    this.#bytesOrder = reader.bits(4)
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
    else if (!this.#hasPostings) return true
    else if (documentFrequency <= INLINE) {
      this.#bit = this.#reader.position
      this.#skipInline(documentFrequency)
    } else {
      this.#from = this.#base
      this.#base += usualBytes(documentFrequency, this.#paragraphs) + this.#reader.signed(this.#bytesOrder)
    }
    return true
  }

  /** Below 0 if the entry is before `term`, 0 if it is its own. */
  compare(term: string): number {
    return this.#cursor.compare(term)
  }

  /** Of an id, `documentFrequency` is the reply's ordinal plus 1. */
  get entry(): LexiconEntry {
    const field = this.#list as Field
    const term = this.#cursor.text
    if (this.#list === 'ids') return { field, term, documentFrequency: this.#base }
    const documentFrequency = this.#documentFrequency
    if (!this.#hasPostings) return { field, term, documentFrequency }
    const place =
      documentFrequency <= INLINE
        ? { bytes: this.#bytes, bit: this.#bit }
        : { from: this.#from, to: this.#base }
    return { field, term, documentFrequency, place }
  }

  #skipInline(documentFrequency: number): void {
    const reader = this.#reader
    const k = usualOrder(documentFrequency, this.#paragraphs)
    for (let i = 0; i < documentFrequency; i++) reader.rice(k)
    const above = reader.golomb(0)
    if (above > documentFrequency) throw new BitsError('a frequency belongs to no paragraph')
    const order = above ? reader.bits(3) : 0
    for (let i = 0; i < above; i++) {
      reader.rice(order)
      reader.golomb(0)
    }
  }
}

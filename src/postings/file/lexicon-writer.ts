import { DafuError } from '../../errors.js'
import type { Postings } from '../posting-store.js'
import { BitWriter } from './bit-writer.js'
import { fold, golombCost } from './bits.js'
import { hasPostings, LISTS, type ListName } from './lexicon.js'
import { writeNumbers } from './numbers.js'
import { PAGE } from './pages.js'
import type { PostingListWriter } from './posting-list-writer.js'
import { INLINE, usualBytes } from './posting-lists.js'
import {
  indexOfLeast,
  MAX_TERM,
  sharedLength,
  TermCosts,
  writeTerm,
  writeTermCodes,
  writeTerms,
} from './terms.js'

const NODE_HEAD = 12 + 48 + 4 + 4 + 5 + 4
const MAX_NODE_TERMS = 2 ** 12 - 1
const ORDERS = 16

interface Entry {
  term: string
  documentFrequency: number
  /** Of a list in the lexicon. */
  postings?: Postings
  /** Of a list elsewhere: its bytes less the usual. */
  surplus?: number
}

interface List {
  terms: number
  separators: string[]
  pages: number[]
}

/** Collects the sorted lists into pages, and their directory. */
export class LexiconWriter {
  readonly #lists = new Map<ListName, List>(
    LISTS.map((name) => [name, { terms: 0, separators: [], pages: [] }]),
  )
  readonly #inline: PostingListWriter
  readonly #paragraphs: number
  readonly #pages: Uint8Array[] = []
  readonly #scratch = new BitWriter()
  #list: ListName | undefined
  #last = ''
  #node: NodeWriter | undefined

  constructor(inline: PostingListWriter, paragraphs: number) {
    this.#inline = inline
    this.#paragraphs = paragraphs
  }

  /**
   * Lists come in the order of `LISTS`, terms in code unit order.
   * @param base Where in `postings` the list begins; for ids their number.
   * @param bytes Of a list in `postings`.
   */
  add(
    list: ListName,
    term: string,
    documentFrequency: number,
    base: number,
    found?: Postings | number,
  ): void {
    if (list !== this.#list) {
      this.#flush()
      if (this.#list && LISTS.indexOf(list) < LISTS.indexOf(this.#list)) throw outOfOrder(list, term)
      this.#list = list
      this.#last = ''
    }
    if (term <= this.#last) throw outOfOrder(list, term)
    if (term.length > MAX_TERM) {
      throw new DafuError(
        `A term of ${term.length} characters (${list}) is too long; at most ${MAX_TERM} fit.`,
      )
    }
    const entry: Entry = { term, documentFrequency }
    let bits = 0
    if (typeof found === 'number') entry.surplus = found - usualBytes(documentFrequency, this.#paragraphs)
    else if (found) {
      entry.postings = found
      this.#inline.write(this.#scratch, found)
      bits = this.#scratch.length
      this.#scratch.clear()
    }
    const state = this.#lists.get(list)!
    if (!this.#node?.add(entry, bits)) {
      this.#flush()
      if (state.terms) state.separators.push(term.slice(0, sharedLength(this.#last, term) + 1))
      this.#node = new NodeWriter(base)
      this.#node.add(entry, bits)
    }
    state.terms++
    this.#last = term
  }

  /** The section `lexicon`, page by page, and the section `directory`. */
  finish(): { pages: Uint8Array[]; directory: Uint8Array } {
    this.#flush()
    const writer = new BitWriter()
    for (const { terms, separators, pages } of this.#lists.values()) {
      writer.golomb(terms, 8)
      writer.golomb(pages.length, 8)
      if (pages.length > 1) writeTerms(writer, separators)
      writeNumbers(writer, pages)
    }
    return { pages: this.#pages, directory: writer.view() }
  }

  #flush(): void {
    if (!this.#node) return
    const writer = new BitWriter(PAGE.lexicon)
    this.#node.write(writer, this.#inline)
    const bytes = writer.view()
    const pages = Math.ceil(bytes.length / PAGE.lexicon)
    const padded = new Uint8Array(pages * PAGE.lexicon)
    padded.set(bytes)
    this.#pages.push(padded)
    this.#lists.get(this.#list!)!.pages.push(pages)
    this.#node = undefined
  }
}

/** Gathers the entries of a node for as long as they fit into a page. */
class NodeWriter {
  readonly #entries: Entry[] = []
  readonly #base: number
  readonly #termCosts = new TermCosts()
  readonly #frequencyCosts = new Uint32Array(ORDERS)
  readonly #bytesCosts = new Uint32Array(ORDERS)
  #inlineBits = 0

  constructor(base: number) {
    this.#base = base
  }

  /** False if the entry belongs into the next node. */
  add(entry: Entry, inlineBits: number): boolean {
    if (this.#entries.length === MAX_NODE_TERMS) return false
    this.#termCosts.add(this.#entries.at(-1)?.term ?? '', entry.term)
    for (let k = 0; k < ORDERS; k++) {
      this.#frequencyCosts[k]! += golombCost(entry.documentFrequency - 1, k)
      if (entry.surplus !== undefined) this.#bytesCosts[k]! += golombCost(fold(entry.surplus), k)
    }
    this.#inlineBits += inlineBits
    const bits =
      NODE_HEAD +
      this.#termCosts.bits +
      this.#frequencyCosts[indexOfLeast(this.#frequencyCosts)]! +
      this.#bytesCosts[indexOfLeast(this.#bytesCosts)]! +
      this.#inlineBits
    if (bits > PAGE.lexicon * 8 && this.#entries.length > 0) return false
    this.#entries.push(entry)
    return true
  }

  write(writer: BitWriter, lists: PostingListWriter): void {
    const costs = new TermCosts()
    const frequencyOrder = this.#orderOf((entry) => entry.documentFrequency - 1)
    const bytesOrder = this.#orderOf((entry) => entry.surplus && fold(entry.surplus))
    this.#entries.forEach(({ term }, i) => {
      costs.add(this.#entries[i - 1]?.term ?? '', term)
    })
    writer.bits(this.#entries.length, 12)
    writer.bits(Math.floor(this.#base / 2 ** 32), 16)
    writer.bits(this.#base % 2 ** 32, 32)
    writer.bits(frequencyOrder, 4)
    writer.bits(bytesOrder, 4)
    const { codes } = costs
    writeTermCodes(writer, codes)
    this.#entries.forEach(({ term, documentFrequency, postings, surplus }, i) => {
      writeTerm(writer, codes, this.#entries[i - 1]?.term ?? '', term)
      writer.golomb(documentFrequency - 1, frequencyOrder)
      if (postings) lists.write(writer, postings)
      else if (surplus !== undefined) writer.signed(surplus, bytesOrder)
    })
  }

  /** The costs gathered by `add` hold an entry too many. */
  #orderOf(value: (entry: Entry) => number | undefined): number {
    const costs = new Uint32Array(ORDERS)
    for (const entry of this.#entries) {
      const code = value(entry)
      if (code !== undefined) for (let k = 0; k < ORDERS; k++) costs[k]! += golombCost(code, k)
    }
    return indexOfLeast(costs)
  }
}

/** Whether a list of so many paragraphs stands in the lexicon itself. */
export function isInline(list: ListName, documentFrequency: number): boolean {
  return hasPostings(list) && documentFrequency <= INLINE
}

function outOfOrder(list: ListName, term: string): DafuError {
  return new DafuError(
    `The terms of an index must be sorted and distinct, but “${term}” (${list}) is not in its place.`,
  )
}

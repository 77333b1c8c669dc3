import { DafuError } from '../../errors.js'
import type { Postings } from '../posting-store.js'
import { BitWriter } from './bit-writer.js'
import { fold } from './bits.js'
import { LISTS, type ListName } from './lexicon.js'
import { type NodeEntry, NodeWriter } from './node-writer.js'
import { writeNumbers } from './numbers.js'
import { PAGE } from './pages.js'
import type { PostingListWriter } from './posting-list-writer.js'
import { usualBytes } from './posting-lists.js'
import { sharedLength, writeTerms } from './term-writer.js'
import { MAX_TERM } from './terms.js'
import type { ValueWriter } from './value-writer.js'

/** Bytes of pages that stand in one array. */
const CHUNK = 256 * PAGE.lexicon

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
  readonly #code: ValueWriter
  readonly #scratch = new BitWriter()
  #list: ListName | undefined
  #last = ''
  #node: NodeWriter | undefined
  /** Pages of the section `lexicon`, many in one array, for each array would take as much memory as a page. */
  readonly #chunks: Uint8Array[] = []
  #chunk = new Uint8Array(CHUNK)
  #chunkBytes = 0

  /** @param code Of code units. */
  constructor(inline: PostingListWriter, paragraphs: number, code: ValueWriter) {
    this.#inline = inline
    this.#paragraphs = paragraphs
    this.#code = code
  }

  /**
   * Lists come in the order of `LISTS`, terms in code unit order.
   * @param base Where in `postings` the list begins; for ids their number.
   * @param found The list if it stands in the lexicon, its bytes if it stands in `postings`.
   */
  add(
    list: ListName,
    term: string,
    documentFrequency: number,
    base: number,
    found?: Postings | number,
  ): void {
    this.#begin(list, term)
    this.#scratch.clear()
    if (typeof found === 'object') this.#inline.write(this.#scratch, found)
    const entry: NodeEntry = {
      term,
      documentFrequency,
      surplus:
        typeof found === 'number' ? fold(found - usualBytes(documentFrequency, this.#paragraphs)) : undefined,
      inlineBits: this.#scratch.length,
    }
    const state = this.#lists.get(list)!
    if (!this.#node?.add(entry, this.#scratch)) {
      this.#flush()
      if (state.terms) state.separators.push(this.#separator(term, state.separators.at(-1) ?? ''))
      this.#node = new NodeWriter(base, this.#code)
      this.#node.add(entry, this.#scratch)
    }
    state.terms++
    this.#last = term
  }

  /** The section `lexicon` in pieces. To be called at the end, before `directory`. */
  finish(): Uint8Array[] {
    this.#flush()
    this.#endChunk()
    return this.#chunks
  }

  /** The section `directory` or `vocabularies`. */
  directory(names: readonly ListName[]): Uint8Array {
    const writer = new BitWriter()
    let first = 0
    for (const name of LISTS.slice(0, LISTS.indexOf(names[0]!))) {
      for (const pages of this.#lists.get(name)!.pages) first += pages
    }
    writer.golomb(first, 8)
    for (const name of names) {
      const { terms, separators, pages } = this.#lists.get(name)!
      writer.golomb(terms, 8)
      writer.golomb(pages.length, 8)
      if (pages.length > 1) writeTerms(writer, separators, this.#code)
      writeNumbers(writer, pages)
    }
    return writer.view()
  }

  #begin(list: ListName, term: string): void {
    if (list !== this.#list) {
      this.#flush()
      if (this.#list && LISTS.indexOf(list) < LISTS.indexOf(this.#list)) throw outOfOrder(list, term)
      this.#list = list
      this.#last = ''
    }
    if (term <= this.#last) throw outOfOrder(list, term)
    if (term.length <= MAX_TERM) return
    throw new DafuError(`A term of ${term.length} characters (${list}) is too long; at most ${MAX_TERM} fit.`)
  }

  /** Of the strings behind the last term, and not behind this one, one of those that are short to write. */
  #separator(term: string, before: string): string {
    const shared = sharedLength(this.#last, term)
    const start = term.slice(0, shared)
    const above = shared < this.#last.length ? this.#last.charCodeAt(shared) : -1
    // What comes after a start in common with the separator before is written by its distance, the least the best.
    if (before.startsWith(start)) return start + String.fromCharCode(above + 1)
    let best = term.charCodeAt(shared)
    for (let unit = best - 1; unit > above; unit--) {
      if (this.#code.cost(unit) < this.#code.cost(best)) best = unit
    }
    return start + String.fromCharCode(best)
  }

  #flush(): void {
    if (!this.#node) return
    const bytes = this.#node.finish()
    const pages = Math.ceil(bytes.length / PAGE.lexicon)
    if (this.#chunkBytes + pages * PAGE.lexicon > this.#chunk.length) {
      this.#endChunk()
      this.#chunk = new Uint8Array(Math.max(CHUNK, pages * PAGE.lexicon))
    }
    this.#chunk.set(bytes, this.#chunkBytes)
    this.#chunkBytes += pages * PAGE.lexicon
    this.#lists.get(this.#list!)!.pages.push(pages)
    this.#node = undefined
  }

  #endChunk(): void {
    this.#chunks.push(this.#chunk.subarray(0, this.#chunkBytes))
    this.#chunkBytes = 0
  }
}

function outOfOrder(list: ListName, term: string): DafuError {
  return new DafuError(
    `The terms of an index must be sorted and distinct, but “${term}” (${list}) is not in its place.`,
  )
}

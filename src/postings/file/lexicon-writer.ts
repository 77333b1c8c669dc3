import { DafuError } from '../../errors.js'
import { BitWriter } from './codec/bit-writer.js'
import { writeNumbers } from './codec/numbers.js'
import { TermKeys } from './codec/term-keys.js'
import { MAX_TERM } from './codec/terms.js'
import type { UnitWriter } from './codec/unit-writer.js'
import { LISTS, type ListName } from './lexicon.js'
import { type NodeEntry, NodeWriter } from './node-writer.js'
import { PAGE } from './pages.js'
import { SeparatorWriter } from './separator-writer.js'

/** Bytes of pages that stand in one array. */
const CHUNK = 512 * PAGE.lexicon
/** Pages of a node where few are read: the fewer nodes, the shorter the directory that is read at open. */
const MANY_PAGES = 4
const LISTS_OF_MANY: readonly ListName[] = ['readings', 'initials', 'titles']

interface List {
  terms: number
  separators: SeparatorWriter
  pages: number[]
}

/** Collects the sorted lists into pages, and their directory. */
export class LexiconWriter {
  readonly #lists: ReadonlyMap<ListName, List>
  readonly #code: UnitWriter
  #list: ListName | undefined
  #last = ''
  #node: NodeWriter
  /** Pages of the section `lexicon`, many in one array, for each array would take as much memory as a page. */
  readonly #chunks: Uint8Array[] = []
  #chunk = new Uint8Array(CHUNK)
  #chunkBytes = 0

  /** @param code Of code units. */
  constructor(code: UnitWriter) {
    const keys = new TermKeys(code.codeLengths)
    this.#lists = new Map(
      LISTS.map((name) => [name, { terms: 0, separators: new SeparatorWriter(keys), pages: [] }]),
    )
    this.#code = code
    this.#node = new NodeWriter(1, code)
  }

  /**
   * Lists come in the order of `LISTS`, terms in code unit order.
   * @param base Where in `postings` its list begins, in bits; of an id its number.
   * @param surplus As `PostingListWriter.write` gives it, if it has a list.
   */
  add(list: ListName, term: string, documentFrequency: number, base: number, surplus?: number): void {
    this.#begin(list, term)
    const state = this.#lists.get(list)!
    this.#place({ term, documentFrequency, base, surplus }, state)
    state.terms++
    this.#last = term
  }

  /** Where there is no room, the node ends at one of its last terms, and the others begin the next. */
  #place(entry: NodeEntry, list: List): void {
    while (!this.#node.add(entry)) {
      const next = this.#node.split(list.separators.cut([...this.#node.terms, entry.term]))
      this.#flush()
      for (const moved of next) this.#node.add(moved)
    }
  }

  /** The section `lexicon` in pieces, which are not kept. To be called at the end, before `directory`. */
  *finish(): Generator<Uint8Array> {
    this.#flush()
    this.#endChunk()
    while (this.#chunks.length > 0) yield this.#chunks.shift()!
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
      separators.write(writer, this.#code)
      writeNumbers(writer, pages)
    }
    return writer.view()
  }

  #begin(list: ListName, term: string): void {
    if (list !== this.#list) {
      this.#flush()
      if (this.#list && LISTS.indexOf(list) < LISTS.indexOf(this.#list)) throw outOfOrder(list, term)
      this.#list = list
      this.#node = this.#newNode()
      this.#last = ''
    }
    if (term <= this.#last) throw outOfOrder(list, term)
    if (term.length <= MAX_TERM) return
    throw new DafuError(`A term of ${term.length} characters (${list}) is too long; at most ${MAX_TERM} fit.`)
  }

  #newNode(): NodeWriter {
    return new NodeWriter(LISTS_OF_MANY.includes(this.#list!) ? MANY_PAGES : 1, this.#code)
  }

  #flush(): void {
    if (this.#node.terms.length === 0) return
    const bytes = this.#node.finish()
    const pages = Math.ceil(bytes.length / PAGE.lexicon)
    if (this.#chunkBytes + pages * PAGE.lexicon > this.#chunk.length) {
      this.#endChunk()
      this.#chunk = new Uint8Array(Math.max(CHUNK, pages * PAGE.lexicon))
    }
    this.#chunk.set(bytes, this.#chunkBytes)
    this.#chunkBytes += pages * PAGE.lexicon
    this.#lists.get(this.#list!)!.pages.push(pages)
    this.#node = this.#newNode()
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

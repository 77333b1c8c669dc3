import { DafuError } from '../../errors.js'
import { BitWriter } from './codec/bit-writer.js'
import { TermKeys } from './codec/term-keys.js'
import { MAX_TERM } from './codec/terms.js'
import { type UnitCounts, UnitWriter } from './codec/unit-writer.js'
import type { ListName } from './lexicon.js'
import { type NodeEntry, NodeWriter } from './node-writer.js'
import { PAGE } from './pages.js'
import { SeparatorWriter } from './separator-writer.js'

/** Bytes of pages that stand in one array: the first ones are short, as most lists are … */
const FIRST_CHUNK = 16 * PAGE.lexicon
/** … and longer ones grow to this. */
const MOST_CHUNK = 512 * PAGE.lexicon
/** Pages of a node where few are read: the fewer nodes, the shorter the directory that is read at open. */
const MANY_PAGES = 4
const LISTS_OF_MANY: readonly ListName[] = ['readings', 'initials', 'titles']

/** How terms are written, and told apart, where code units are to be expected so often. */
export interface TermCode {
  readonly units: UnitWriter
  readonly keys: TermKeys
}

export function termCode(counts: UnitCounts): TermCode {
  const units = new UnitWriter(counts)
  return { units, keys: new TermKeys(units.codeLengths) }
}

/** What the lexicon holds of one list; it can be handed from thread to thread. */
export interface WrittenList {
  readonly name: ListName
  readonly terms: number
  /** Whole pages, many in one array, for each array would take as much memory as a page. */
  readonly nodes: readonly Uint8Array[]
  /** How many each node fills. */
  readonly pages: readonly number[]
  /** What stands between the nodes, in so many bits. */
  readonly separators: { readonly bytes: Uint8Array; readonly bits: number }
}

/** Collects the terms of one sorted list into pages. */
export class ListWriter {
  readonly #name: ListName
  readonly #code: UnitWriter
  readonly #separators: SeparatorWriter
  readonly #pages: number[] = []
  readonly #chunks: Uint8Array[] = []
  #chunk = new Uint8Array(FIRST_CHUNK)
  #chunkBytes = 0
  #terms = 0
  #last = ''
  #node: NodeWriter

  constructor(name: ListName, { units, keys }: TermCode) {
    this.#name = name
    this.#code = units
    this.#separators = new SeparatorWriter(keys)
    this.#node = this.#newNode()
  }

  /**
   * Terms come in code unit order.
   * @param base Where in `postings` its list begins, in bits; of an id its number.
   * @param surplus As `PostingListWriter.write` gives it, if it has a list.
   */
  add(term: string, documentFrequency: number, base: number, surplus?: number): void {
    this.#check(term)
    this.#place({ term, documentFrequency, base, surplus })
    this.#terms++
    this.#last = term
  }

  /** To be called once, at the end. */
  finish(): WrittenList {
    this.#flush()
    this.#endChunk()
    const separators = new BitWriter()
    this.#separators.write(separators, this.#code)
    return {
      name: this.#name,
      terms: this.#terms,
      nodes: this.#chunks,
      pages: this.#pages,
      separators: { bytes: separators.view(), bits: separators.length },
    }
  }

  #check(term: string): void {
    if (term <= this.#last) {
      throw new DafuError(
        `The terms of an index must be sorted and distinct, but “${term}” (${this.#name}) is not in its place.`,
      )
    }
    if (term.length <= MAX_TERM) return
    throw new DafuError(
      `A term of ${term.length} characters (${this.#name}) is too long; at most ${MAX_TERM} fit.`,
    )
  }

  /** Where there is no room, the node ends at one of its last terms, and the others begin the next. */
  #place(entry: NodeEntry): void {
    while (!this.#node.add(entry)) {
      const next = this.#node.split(this.#separators.cut([...this.#node.terms, entry.term]))
      this.#flush()
      for (const moved of next) this.#node.add(moved)
    }
  }

  #newNode(): NodeWriter {
    return new NodeWriter(LISTS_OF_MANY.includes(this.#name) ? MANY_PAGES : 1, this.#code)
  }

  #flush(): void {
    if (this.#node.terms.length === 0) return
    const bytes = this.#node.finish()
    const pages = Math.ceil(bytes.length / PAGE.lexicon)
    if (this.#chunkBytes + pages * PAGE.lexicon > this.#chunk.length) {
      const size = Math.min(2 * this.#chunk.length, MOST_CHUNK)
      this.#endChunk()
      this.#chunk = new Uint8Array(Math.max(size, pages * PAGE.lexicon))
    }
    this.#chunk.set(bytes, this.#chunkBytes)
    this.#chunkBytes += pages * PAGE.lexicon
    this.#pages.push(pages)
    this.#node = this.#newNode()
  }

  #endChunk(): void {
    this.#chunks.push(this.#chunk.subarray(0, this.#chunkBytes))
    this.#chunkBytes = 0
  }
}

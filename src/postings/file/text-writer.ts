import { NumberList } from '../number-list.js'
import { BitWriter } from './codec/bit-writer.js'
import { writeNumbers } from './codec/numbers.js'
import type { SymbolWriter } from './codec/symbol-writer.js'
import { ValueWriter } from './codec/value-writer.js'
import { PAGE } from './pages.js'
import { NO_ITEM, PAGE_HEAD } from './texts.js'

const STREAM = PAGE.texts - PAGE_HEAD

/** Cuts the stream of items into the pages of the section `texts`. */
export class TextWriter {
  readonly #symbols: SymbolWriter
  readonly #stream = new BitWriter(2 ** 12)
  /** Bits of the stream at which items start that are in no page yet. */
  #starts: number[] = []
  readonly #itemsOfPage = new NumberList()
  readonly #paragraphsOfReply = new NumberList()

  constructor(symbols: SymbolWriter) {
    this.#symbols = symbols
  }

  /** How many were added. */
  get paragraphs(): number {
    return this.#paragraphsOfReply.values.reduce((sum, count) => sum + count, 0)
  }

  /** Adds a reply and gives the pages that are full. */
  add(record: string, texts: readonly string[]): Uint8Array[] {
    this.#paragraphsOfReply.push(texts.length)
    const pages: Uint8Array[] = []
    for (const item of [record, ...texts]) {
      this.#starts.push(this.#stream.length)
      this.#symbols.write(this.#stream, item)
      while (this.#stream.length >= STREAM * 8) pages.push(this.#cut(STREAM))
    }
    return pages
  }

  /** The last page, if there is one. */
  finish(): Uint8Array[] {
    this.#stream.align()
    const rest = this.#stream.length / 8
    return rest ? [this.#cut(rest)] : []
  }

  /** The section `places`. */
  places(): Uint8Array {
    const writer = new BitWriter()
    const counts = new Uint32Array(2 ** 16)
    for (const count of this.#itemsOfPage.values) counts[count]!++
    const code = new ValueWriter(counts)
    code.writeTable(writer)
    for (const count of this.#itemsOfPage.values) code.write(writer, count)
    writeNumbers(writer, this.#paragraphsOfReply.values)
    return writer.view()
  }

  #cut(length: number): Uint8Array {
    const page = new Uint8Array(PAGE_HEAD + length)
    page.set(this.#stream.take(length), PAGE_HEAD)
    const [first = NO_ITEM] = this.#starts
    const later = this.#starts.filter((start) => start >= length * 8)
    this.#itemsOfPage.push(this.#starts.length - later.length)
    const start = first < length * 8 ? first : NO_ITEM
    page[0] = start >>> 8
    page[1] = start & 255
    this.#starts = later.map((start) => start - length * 8)
    return page
  }
}

import { BitReader, BitsError, SLACK } from './codec/bits.js'
import { checkCount, readNumbers } from './codec/numbers.js'
import type { SymbolReader } from './codec/symbols.js'
import { ValueReader } from './codec/values.js'
import { PAGE, type Piece, type Section } from './pages.js'

// The section `texts` is one stream of items: for each reply its record, then the text of each of its paragraphs. Every
// page begins with the place of the first item that starts in it.

/** At the start of each page: the bit at which its first item starts, counted from behind this number. */
export const PAGE_HEAD = 2
/** Instead of a bit: no item starts in the page. */
export const NO_ITEM = 0xffff

/** Where the items are: the section `places`. */
export class Places {
  /** Items that start before each page, and all items behind the last. */
  readonly #items: Uint32Array
  /** The ordinal of each reply's first paragraph, and the number of paragraphs behind the last. */
  readonly paragraphs: Uint32Array
  readonly #texts: Section

  constructor(bytes: Uint8Array, texts: Section, replies: number, paragraphs: number) {
    const reader = new BitReader(bytes)
    const pages = Math.ceil(texts.bytes / texts.page)
    checkCount(pages, bytes.length)
    checkCount(replies, bytes.length)
    this.#texts = texts
    const code = new ValueReader(reader, bytes.length)
    this.#items = sums(code.list(reader, pages))
    this.paragraphs = sums(readNumbers(reader, replies))
    if (this.#items[pages] !== replies + paragraphs || this.paragraphs[replies] !== paragraphs) {
      throw new BitsError('it does not count the paragraphs of the manifest')
    }
  }

  /** The reply that holds a paragraph. */
  replyOf(paragraph: number): number {
    return lastAtMost(this.paragraphs, paragraph)
  }

  recordOf(reply: number): number {
    return this.paragraphs[reply]! + reply
  }

  textOf(paragraph: number, reply: number): number {
    return paragraph + reply + 1
  }

  /** Bytes of the section `texts` that hold the items from `first` to `last`. */
  range(first: number, last: number): { from: number; to: number } {
    const { page, bytes } = this.#texts
    const start = lastAtMost(this.#items, first)
    let end = start + 1
    // The item behind shows where the last one ends.
    while (end < this.#items.length - 1 && this.#items[end]! <= last + 1) end++
    return { from: start * page, to: Math.min(bytes, end * page) }
  }

  /** Items that start before the page at which a piece begins. */
  firstIn(piece: Piece): number {
    return this.#items[piece.start / this.#texts.page]!
  }
}

/** Reads items from pages. */
export class TextReader {
  readonly #reader: BitReader
  readonly #symbols: SymbolReader
  #item: number

  /** @param piece Of the section `texts`, from the page in which item `first` starts. */
  constructor(piece: Piece, first: number, symbols: SymbolReader) {
    const inPage = (piece.bytes[0]! << 8) | piece.bytes[1]!
    const stream = withOneHead(piece.bytes)
    const start = PAGE_HEAD * 8 + inPage
    if (inPage === NO_ITEM || start > (stream.length - SLACK) * 8)
      throw new BitsError('no item starts where one should')
    this.#reader = new BitReader(stream, start)
    this.#symbols = symbols
    this.#item = first
  }

  /** Items can be read, and found, in ascending order only. */
  read(item: number): string {
    this.find(item)
    this.#item++
    return this.#symbols.read(this.#reader)
  }

  /** Where an item stands, so that it can be read at any time. */
  find(item: number): number {
    for (; this.#item < item; this.#item++) this.#symbols.skip(this.#reader)
    return this.#reader.position
  }

  readAt(place: number): string {
    const { position } = this.#reader
    this.#reader.position = place
    const text = this.#symbols.read(this.#reader)
    this.#reader.position = position
    return text
  }
}

/** What pages hold without the heads of all but the first, and slack. */
function withOneHead(pages: Uint8Array): Uint8Array {
  const length = pages.length - SLACK
  if (length <= PAGE.texts) return pages
  const stream = pages.slice()
  let end: number = PAGE.texts
  for (let page = PAGE.texts; page < length; page += PAGE.texts) {
    const next = Math.min(length, page + PAGE.texts)
    stream.copyWithin(end, page + PAGE_HEAD, next)
    end += next - page - PAGE_HEAD
  }
  return stream.subarray(0, end + SLACK).fill(0, end)
}

function sums(counts: Uint16Array | Uint32Array): Uint32Array {
  const sums = new Uint32Array(counts.length + 1)
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i]!
    sums[i + 1] = sum
  }
  if (sum > 0xffffffff) throw new BitsError('it counts too much')
  return sums
}

/** The last index of a value that is at most `value`; behind all values, the index of the last. */
function lastAtMost(values: Uint32Array, value: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high - 1) {
    const middle = (low + high) >>> 1
    if (values[middle]! <= value) low = middle
    else high = middle
  }
  return low
}

import type { Postings } from '../posting-list.js'
import { BitWriter } from './codec/bit-writer.js'
import { PAGE } from './pages.js'
import { PostingListWriter } from './posting-list-writer.js'

/** Bytes of postings that are handed on together. */
const CHUNK = 256 * PAGE.postings

/** The section `postings` as it is written: one list behind the other, wherever in a byte it begins. */
export class PostingStream {
  /** In the whole index. */
  readonly paragraphs: number
  readonly #lists: PostingListWriter
  readonly #writer = new BitWriter(2 * CHUNK)
  /** In bits. */
  #taken = 0

  /** @param lengths Coded, of all paragraphs. */
  constructor(lengths: Uint8Array) {
    this.paragraphs = lengths.length
    this.#lists = new PostingListWriter(lengths)
  }

  /** Where the next list begins, in bits. */
  get position(): number {
    return this.#taken + this.#writer.length
  }

  /** @returns See `PostingListWriter.write`. */
  add(postings: Postings): number {
    return this.#lists.write(this.#writer, postings)
  }

  /** Adds lists that were written before, in so many bits. */
  append(bytes: Uint8Array, bits: number): void {
    this.#writer.append(bytes, bits)
  }

  /** The next bytes, once they are many. */
  take(): Uint8Array | undefined {
    if (this.#writer.length < CHUNK * 8) return undefined
    this.#taken += CHUNK * 8
    return this.#writer.take(CHUNK)
  }

  /** The last bytes. */
  rest(): Uint8Array {
    return this.#writer.view()
  }
}

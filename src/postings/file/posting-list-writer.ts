import { LENGTH_BITS } from '../length.js'
import { LIST_BLOCK, type Postings } from '../posting-list.js'
import { BitWriter } from './codec/bit-writer.js'
import { fold } from './codec/bits.js'
import { bestRice } from './codec/numbers.js'
import { ordinalBits, SHORT, SKIP_CODES, usualBytes, usualOrder } from './posting-lists.js'

/** Writes the counterpart of `readPostings`. */
export class PostingListWriter {
  readonly #lengths: Uint8Array
  readonly #blocks = new BitWriter()
  readonly #table = new BitWriter()
  readonly #gaps = new Uint32Array(LIST_BLOCK)
  readonly #above = new Uint32Array(LIST_BLOCK)

  /** @param lengths Coded, of all paragraphs. */
  constructor(lengths: Uint8Array) {
    this.#lengths = lengths
  }

  /** @returns What the lexicon says of the list: of a single ordinal its frequency less 1, else its surplus of bytes. */
  write(writer: BitWriter, postings: Postings): number {
    const { paragraphs, frequencies } = postings
    const count = paragraphs.length
    if (count === 1) {
      writer.bits(paragraphs[0]!, ordinalBits(this.#lengths.length))
      return frequencies[0]! - 1
    }
    const start = writer.length
    if (count <= LIST_BLOCK) this.#writeBlock(writer, postings, 0, count)
    else this.#writeBlocks(writer, postings)
    const bytes = Math.ceil((writer.length - start) / 8)
    writer.bits(0, start + bytes * 8 - writer.length)
    return fold(bytes - usualBytes(count, this.#lengths.length))
  }

  #writeBlocks(writer: BitWriter, postings: Postings): void {
    const count = postings.paragraphs.length
    for (let start = 0; start < count; start += LIST_BLOCK) {
      const end = Math.min(count, start + LIST_BLOCK)
      const before = this.#blocks.length
      this.#writeBlock(this.#blocks, postings, start, end)
      this.#writeSkip(postings, start, end, this.#blocks.length - before)
    }
    writer.golomb(this.#table.length, SKIP_CODES.tableBits)
    writer.append(this.#table.view(), this.#table.length)
    writer.append(this.#blocks.view(), this.#blocks.length)
    this.#table.clear()
    this.#blocks.clear()
  }

  #writeBlock(writer: BitWriter, { paragraphs, frequencies }: Postings, start: number, end: number): void {
    const gaps = this.#gaps
    let above = 0
    for (let i = start; i < end; i++) {
      gaps[i - start] = paragraphs[i]! - (i ? paragraphs[i - 1]! + 1 : 0)
      if (frequencies[i]! > 1) this.#above[above++] = i - start
    }
    const count = paragraphs.length
    const k = count > SHORT ? bestRice(gaps, 0, end - start, 0) : usualOrder(count, this.#lengths.length)
    if (count > SHORT) writer.bits(k, 5)
    for (let i = 0; i < end - start; i++) writer.rice(gaps[i]!, k)
    writer.golomb(above, 0)
    if (above) this.#writeFrequencies(writer, frequencies, start, above)
  }

  #writeFrequencies(writer: BitWriter, frequencies: Uint8Array, start: number, above: number): void {
    const gaps = this.#gaps
    for (let i = 0; i < above; i++) gaps[i] = this.#above[i]! - (i ? this.#above[i - 1]! + 1 : 0)
    const k = bestRice(gaps, 0, above, 0)
    writer.bits(k, 3)
    for (let i = 0; i < above; i++) {
      writer.rice(gaps[i]!, k)
      writer.golomb(frequencies[start + this.#above[i]!]! - 2, 0)
    }
  }

  #writeSkip({ paragraphs, frequencies }: Postings, start: number, end: number, bits: number): void {
    let frequency = 0
    let length = 255
    for (let i = start; i < end; i++) {
      frequency = Math.max(frequency, frequencies[i]!)
      length = Math.min(length, this.#lengths[paragraphs[i]!]!)
    }
    const table = this.#table
    const before = start ? paragraphs[start - 1]! : -1
    table.golomb(bits, SKIP_CODES.blockBits)
    table.golomb(paragraphs[end - 1]! - before - (end - start), SKIP_CODES.ordinals)
    table.golomb(frequency - 1, SKIP_CODES.frequency)
    table.bits(length, LENGTH_BITS)
  }
}

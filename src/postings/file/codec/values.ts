import { type BitReader, BitsError } from './bits.js'
import { HuffmanDecoder } from './huffman.js'
import { checkCount, readNumbers } from './numbers.js'

/** The first symbol: the value follows in 16 bits. */
export const ESCAPED = 0
export const ESCAPED_BITS = 16

/** How many bits each value's code has: parallel lists. */
export interface CodeLengths {
  readonly values: ArrayLike<number>
  readonly bits: ArrayLike<number>
}

/** Reads values below 2 ** 16 in one Huffman code, whose table stands before the first of them. */
export class ValueReader {
  readonly #decoder: HuffmanDecoder
  /** By symbol. */
  readonly #values: Uint16Array
  readonly #lengths: Uint8Array

  /** @param bytes The size of the block in which the table stands. */
  constructor(reader: BitReader, bytes: number) {
    const count = reader.golomb(4)
    checkCount(count, bytes)
    if (count >= 2 ** 16) throw new BitsError(`it claims ${count} values`)
    this.#values = new Uint16Array(count + 1)
    const gaps = readNumbers(reader, count)
    let value = -1
    for (let i = 0; i < count; i++) {
      value += gaps[i]! + 1
      this.#values[i + 1] = value
    }
    this.#lengths = Uint8Array.from(readNumbers(reader, count + 1))
    this.#decoder = new HuffmanDecoder(this.#lengths)
  }

  read(reader: BitReader): number {
    const symbol = this.#decoder.read(reader)
    return symbol === ESCAPED ? reader.bits(ESCAPED_BITS) : this.#values[symbol]!
  }

  /** The next values. @param count Checked by the caller. */
  list(reader: BitReader, count: number): Uint16Array {
    const values = new Uint16Array(count)
    for (let i = 0; i < count; i++) values[i] = this.read(reader)
    return values
  }

  /** The values that have a code, ascending, and how many bits each has. */
  get codeLengths(): CodeLengths {
    return { values: this.#values.subarray(ESCAPED + 1), bits: this.#lengths.subarray(ESCAPED + 1) }
  }
}

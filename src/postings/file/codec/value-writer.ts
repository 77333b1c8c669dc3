import type { BitWriter } from './bit-writer.js'
import { canonicalCodes } from './huffman.js'
import { huffmanLengths } from './huffman-lengths.js'
import { writeNumbers } from './numbers.js'
import { type CodeLengths, ESCAPED, ESCAPED_BITS } from './values.js'

/** The counterpart of `ValueReader`. */
export class ValueWriter {
  readonly #values: readonly number[]
  readonly #lengths: Uint8Array
  readonly #codes: Uint16Array
  /** Of each value below 2 ** 16. */
  readonly #symbols = new Uint16Array(2 ** 16)

  /** @param counts How often to expect each value below 2 ** 16; those with a count of 0 can be written all the same. */
  constructor(counts: ArrayLike<number>) {
    const values = Array.from(counts, (_, value) => value).filter((value) => counts[value]! > 0)
    if (values.length === 0) values.push(0) // a code has two symbols at least
    values.forEach((value, i) => {
      this.#symbols[value] = i + 1
    })
    this.#values = values
    this.#lengths = huffmanLengths([1, ...values.map((value) => counts[value] || 1)])
    this.#codes = canonicalCodes(this.#lengths)
  }

  writeTable(writer: BitWriter): void {
    const values = this.#values
    writer.golomb(values.length, 4)
    writeNumbers(
      writer,
      values.map((value, i) => value - (values[i - 1] ?? -1) - 1),
    )
    writeNumbers(writer, this.#lengths)
  }

  write(writer: BitWriter, value: number): void {
    const symbol = this.#symbols[value]!
    writer.bits(this.#codes[symbol]!, this.#lengths[symbol]!)
    if (symbol === ESCAPED) writer.bits(value, ESCAPED_BITS)
  }

  /** The bits that `write` spends. */
  cost(value: number): number {
    const symbol = this.#symbols[value]!
    return this.#lengths[symbol]! + (symbol === ESCAPED ? ESCAPED_BITS : 0)
  }

  /** As `ValueReader.codeLengths`. */
  get codeLengths(): CodeLengths {
    return { values: this.#values, bits: this.#lengths.subarray(ESCAPED + 1) }
  }
}

import { BitReader, BitsError } from './bits.js'
import { HuffmanDecoder } from './huffman.js'
import { checkCount, readNumbers } from './numbers.js'

// Texts are written in symbols of one code for the whole file, so that each can be read alone: the two below, then
// UTF-16 code units, then strings that stand in the texts often.
export const END = 0
/** The code unit follows in 16 bits. */
export const ESCAPE = 1
export const FIRST_UNIT = 2
/** Code units of the longest symbol. */
export const MAX_SYMBOL = 8

/** The bits of a reference to one of `count` symbols. */
export function referenceBits(count: number): number {
  return 32 - Math.clz32(count - 1)
}

export class SymbolReader {
  readonly #decoder: HuffmanDecoder
  /** Symbol `s` is `#units` from `#starts[s]` to `#starts[s + 1]`. */
  readonly #units: Uint16Array
  readonly #starts: Uint32Array
  /** Of the text that is being read. */
  readonly #buffer = new Uint16Array(4096)

  /** @param bytes The section `symbols`. */
  constructor(bytes: Uint8Array) {
    const reader = new BitReader(bytes)
    const unitCount = reader.golomb(8)
    const stringCount = reader.golomb(8)
    const count = FIRST_UNIT + unitCount + stringCount
    checkCount(count, bytes.length)
    if (count > 2 ** 16) throw new BitsError(`it claims ${count} symbols`)
    this.#units = new Uint16Array(count * MAX_SYMBOL)
    this.#starts = new Uint32Array(count + 1)
    let end = 0
    let symbol = FIRST_UNIT
    let unit = -1
    for (const gap of readNumbers(reader, unitCount)) {
      unit += gap + 1
      this.#units[end++] = unit
      this.#starts[++symbol] = end
    }
    while (symbol < count) {
      const bits = referenceBits(symbol)
      const start = end
      for (let part = 0; part < 2; part++) {
        const inner = reader.bits(bits)
        const length = (this.#starts[inner + 1] ?? 0) - (this.#starts[inner] ?? 0)
        if (inner >= symbol || end - start + length > MAX_SYMBOL) throw new BitsError('a symbol is too long')
        this.#units.copyWithin(end, this.#starts[inner]!, this.#starts[inner]! + length)
        end += length
      }
      this.#starts[++symbol] = end
    }
    this.#decoder = new HuffmanDecoder(Uint8Array.from(readNumbers(reader, count)))
  }

  /** Reads up to and with `END`. */
  read(reader: BitReader): string {
    const buffer = this.#buffer
    let text = ''
    let length = 0
    for (;;) {
      const symbol = this.#decoder.read(reader)
      if (length + MAX_SYMBOL > buffer.length || symbol === END) {
        text += String.fromCharCode.apply(null, buffer.subarray(0, length) as unknown as number[])
        if (symbol === END) return text
        length = 0
      }
      if (symbol === ESCAPE) buffer[length++] = reader.bits(16)
      else {
        const end = this.#starts[symbol + 1]!
        for (let i = this.#starts[symbol]!; i < end; i++) buffer[length++] = this.#units[i]!
      }
    }
  }

  skip(reader: BitReader): void {
    for (let symbol = -1; symbol !== END; ) {
      symbol = this.#decoder.read(reader)
      if (symbol === ESCAPE) reader.skip(16)
    }
  }
}

import { type BitReader, BitsError } from './bits.js'

/** Bits of the longest code. */
export const MAX_CODE = 16

/** The codes of given lengths, in canonical order: shorter first, then by symbol. */
export function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const next = new Uint32Array(MAX_CODE + 2)
  for (const length of lengths) next[length + 1]! += 2 ** (MAX_CODE - length)
  for (let length = 1; length <= MAX_CODE; length++) next[length]! += next[length - 1]!
  return Uint16Array.from(lengths, (length) => {
    const code = next[length]! >>> (MAX_CODE - length)
    next[length]! += 2 ** (MAX_CODE - length)
    return code
  })
}

/** Reads symbols that were written in canonical codes. */
export class HuffmanDecoder {
  readonly #lengths: Uint8Array
  readonly #symbols = new Uint16Array(2 ** MAX_CODE)

  /** @param lengths Of each symbol's code, 1 to `MAX_CODE`; the codes must use up every sequence of bits. */
  constructor(lengths: Uint8Array) {
    this.#lengths = lengths
    let total = 0
    for (const length of lengths) total += 2 ** (MAX_CODE - length)
    if (total !== 2 ** MAX_CODE || lengths.includes(0)) throw new BitsError('its codes are incomplete')
    const codes = canonicalCodes(lengths)
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const rest = MAX_CODE - lengths[symbol]!
      const first = codes[symbol]! << rest
      this.#symbols.fill(symbol, first, first + 2 ** rest)
    }
  }

  read(reader: BitReader): number {
    const symbol = this.#symbols[reader.peek() >>> (32 - MAX_CODE)]!
    reader.skip(this.#lengths[symbol]!)
    return symbol
  }
}

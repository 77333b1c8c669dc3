import { type BitReader, BitsError } from './bits.js'

/** Bits of the longest code. */
export const MAX_CODE = 16

/**
 * The first code of each length, with zeros behind it up to `MAX_CODE` bits: shorter ones come first. The codes must use
 * up every sequence of bits.
 */
function firstCodes(lengths: Uint8Array): Uint32Array {
  const next = new Uint32Array(MAX_CODE + 2)
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!
    if (length === 0 || length > MAX_CODE) throw new BitsError('a code is too short or too long')
    next[length + 1]! += 1 << (MAX_CODE - length)
  }
  for (let length = 1; length < next.length; length++) next[length]! += next[length - 1]!
  if (next[MAX_CODE + 1] !== 2 ** MAX_CODE) throw new BitsError('its codes are incomplete')
  return next
}

/** The codes of given lengths, in canonical order: shorter first, then by symbol. */
export function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const next = firstCodes(lengths)
  return Uint16Array.from(lengths, (length) => {
    const code = next[length]! >>> (MAX_CODE - length)
    next[length]! += 1 << (MAX_CODE - length)
    return code
  })
}

/** Reads symbols that were written in canonical codes. */
export class HuffmanDecoder {
  readonly #lengths: Uint8Array
  readonly #symbols = new Uint16Array(2 ** MAX_CODE)

  /** @param lengths Of each symbol's code, 1 to `MAX_CODE`. */
  constructor(lengths: Uint8Array) {
    this.#lengths = lengths
    const next = firstCodes(lengths)
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol]!
      const first = next[length]!
      const end = first + (1 << (MAX_CODE - length))
      this.#symbols.fill(symbol, first, end)
      next[length] = end
    }
  }

  read(reader: BitReader): number {
    const symbol = this.#symbols[reader.peek() >>> (32 - MAX_CODE)]!
    reader.skip(this.#lengths[symbol]!)
    return symbol
  }
}

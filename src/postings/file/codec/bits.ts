// All numbers of a file but its header's stand in bit streams, most significant bit first. See FORMAT.md, "Codes".

/** A stream ended inside a value, or a value is out of its range. The caller says in which block. */
export class BitsError extends Error {}

/** The bytes behind the last that a reader touches, so that it may load four at once. */
export const SLACK = 8

const PEEKED = 25

export class BitReader {
  readonly #view: DataView
  readonly #end: number
  position: number

  /**
   * @param bytes With `SLACK` bytes behind the stream.
   * @param position In bits.
   */
  constructor(bytes: Uint8Array, position = 0) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#end = (bytes.length - SLACK) * 8
    // A sum of large numbers is no small integer to V8, however small it is: arithmetic with it would stay slow.
    this.position = position >>> 0
  }

  /** The next 32 bits, of which the first `PEEKED` are valid. */
  peek(): number {
    return this.peekAt(this.position)
  }

  /** The same from any position, for loops that keep their own; zeros behind the end. */
  peekAt(position: number): number {
    return position <= this.#end ? this.#view.getUint32(position >>> 3) << (position & 7) : 0
  }

  skip(count: number): void {
    this.position += count
    if (this.position > this.#end) throw new BitsError('it ends too early')
  }

  /** An unsigned number of `count` ≤ 32 bits. */
  bits(count: number): number {
    if (count > 16) return this.bits(count - 16) * 0x10000 + this.bits(16)
    if (count === 0) return 0
    const value = this.peek() >>> (32 - count)
    this.skip(count)
    return value
  }

  /** The number of zeros before the next one. */
  unary(): number {
    let zeros = 0
    for (;;) {
      const word = this.peek() & 0xffffff80
      if (word !== 0) {
        const leading = Math.clz32(word)
        this.skip(leading + 1)
        return zeros + leading
      }
      this.skip(25)
      zeros += 25
    }
  }

  rice(k: number): number {
    const word = this.peek()
    const zeros = Math.clz32(word)
    const length = zeros + 1 + k
    if (length <= PEEKED) {
      this.skip(length)
      // Two shifts, for a shift by 32 is none.
      return (zeros << k) + ((((word << zeros) << 1) >>> 1) >>> (31 - k))
    }
    return this.unary() * 2 ** k + this.bits(k)
  }

  /** Puts numbers of one Rice code into `values`, from `start` to `end` (exclusive). */
  rices(k: number, values: Uint32Array, start: number, end: number): void {
    let { position } = this
    for (let i = start; i < end; i++) {
      const word = this.peekAt(position)
      const zeros = Math.clz32(word)
      const length = zeros + 1 + k
      if (length <= PEEKED) {
        values[i] = (zeros << k) + ((((word << zeros) << 1) >>> 1) >>> (31 - k))
        position += length
      } else {
        this.position = position
        values[i] = this.rice(k)
        position = this.position
      }
    }
    this.position = position
    this.skip(0)
  }

  /** An exponential Golomb code of order `k`. */
  golomb(k: number): number {
    const word = this.peek()
    const zeros = Math.clz32(word)
    const length = 2 * zeros + 1 + k
    if (length <= PEEKED) {
      this.skip(length)
      // Shifted in steps, for a shift by 32 is none.
      return (((1 << zeros) - 1) << k) + ((((word << zeros) << 1) >>> 1) >>> (31 - zeros - k))
    }
    const extra = this.unary()
    if (extra + k < 31) return (((1 << extra) - 1) << k) + this.bits(extra + k)
    if (extra + k > 48) throw new BitsError('a number is too large')
    return (2 ** extra - 1) * 2 ** k + this.#wide(extra + k)
  }

  /** The next `count` numbers, below 2 ** 32, of one exponential Golomb code. */
  golombs(k: number, count: number): Uint32Array {
    // Each takes a bit at least: no room is made for more.
    if (count > this.#end - this.position) throw new BitsError('it ends too early')
    const values = new Uint32Array(count)
    let { position } = this
    for (let i = 0; i < count; i++) {
      const word = this.peekAt(position)
      const zeros = Math.clz32(word)
      const length = 2 * zeros + 1 + k
      if (length <= PEEKED) {
        values[i] = (((1 << zeros) - 1) << k) + ((((word << zeros) << 1) >>> 1) >>> (31 - zeros - k))
        position += length
      } else {
        this.position = position
        values[i] = this.golomb(k)
        position = this.position
      }
    }
    this.position = position
    this.skip(0)
    return values
  }

  /** An exponential Golomb code of a signed number. */
  signed(k: number): number {
    return unfold(this.golomb(k))
  }

  #wide(count: number): number {
    return count > 32 ? this.bits(count - 32) * 2 ** 32 + this.bits(32) : this.bits(count)
  }
}

/** 0, 1, 2, 3, 4 … for 0, −1, 1, −2, 2 … */
export function fold(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

export function unfold(code: number): number {
  return code % 2 ? -(code + 1) / 2 : code / 2
}

/** Of a number ≥ 1 and below 2 ** 53. */
export function floorLog2(value: number): number {
  return value < 2 ** 32 ? 31 - Math.clz32(value) : 63 - Math.clz32(value / 2 ** 32)
}

import { floorLog2, fold } from './bits.js'

/** The counterpart of `BitReader`. */
export class BitWriter {
  #bytes: Uint8Array
  /** In bits. */
  length = 0

  constructor(capacity = 64) {
    this.#bytes = new Uint8Array(capacity)
  }

  /** @param count At most 32; `value` has no more bits than that. */
  bits(value: number, count: number): void {
    if (count > 16) {
      this.bits(value >>> 16, count - 16)
      this.bits(value & 0xffff, 16)
      return
    }
    if (count === 0) return
    const at = this.length >>> 3
    if (at + 3 > this.#bytes.length) this.#grow()
    const word = value << (24 - count - (this.length & 7))
    const bytes = this.#bytes
    bytes[at]! |= word >>> 16
    bytes[at + 1]! |= word >>> 8
    bytes[at + 2]! |= word
    this.length += count
  }

  unary(zeros: number): void {
    for (; zeros >= 16; zeros -= 16) this.bits(0, 16)
    this.bits(1, zeros + 1)
  }

  /** @param value Below 2 ** 32. @param k At most 30. */
  rice(value: number, k: number): void {
    const zeros = value >>> k
    // Nearly all are short: one write in place of two.
    if (zeros + k < 16) {
      this.bits((1 << k) | (value & ((1 << k) - 1)), zeros + 1 + k)
      return
    }
    this.unary(zeros)
    this.bits(value & ((1 << k) - 1), k)
  }

  golomb(value: number, k: number): void {
    if (value < 2 ** 30) {
      const prefix = (value >>> k) + 1
      const extra = 31 - Math.clz32(prefix)
      if (extra + extra + k < 16) {
        this.bits((1 << (extra + k)) | (value - (((1 << extra) - 1) << k)), extra + 1 + extra + k)
        return
      }
      this.unary(extra)
      this.bits(value - (((1 << extra) - 1) << k), extra + k)
      return
    }
    const extra = floorLog2(Math.floor(value / 2 ** k) + 1)
    this.unary(extra)
    const rest = value - (2 ** extra - 1) * 2 ** k
    if (extra + k > 32) this.bits(Math.floor(rest / 2 ** 32), extra + k - 32)
    this.bits(rest % 2 ** 32, Math.min(32, extra + k))
  }

  signed(value: number, k: number): void {
    this.golomb(fold(value), k)
  }

  /** Appends bits that another writer has written. */
  append(bytes: Uint8Array, count: number): void {
    let at = 0
    for (let left = count; left >= 16; left -= 16, at += 2) this.bits((bytes[at]! << 8) | bytes[at + 1]!, 16)
    for (let left = count & 15; left > 0; left -= 8, at++) {
      const some = Math.min(8, left)
      this.bits(bytes[at]! >>> (8 - some), some)
    }
  }

  /** Fills the last byte with zeros. */
  align(): void {
    this.length = (this.length + 7) & ~7
  }

  /** What has been written, the last byte filled with zeros; good until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, (this.length + 7) >>> 3)
  }

  /** Removes whole bytes from the front. */
  take(count: number): Uint8Array {
    const taken = this.#bytes.slice(0, count)
    const end = (this.length + 7) >>> 3
    this.#bytes.copyWithin(0, count, end)
    this.#bytes.fill(0, end - count, end)
    this.length -= count * 8
    return taken
  }

  clear(): void {
    this.#bytes.fill(0, 0, (this.length + 7) >>> 3)
    this.length = 0
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2 + 8)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

import type { ByteWriter } from './byte-writer.js'

/** Bytes of each slice of a list, from its first to its last and all further ones. */
const SIZES = [5, 14, 20, 30, 40, 40, 80, 80, 120, 200]
/** Or'ed with a slice's place in `SIZES`: not 0, so that a list that comes upon it knows its slice is full. */
const FULL = 16
/** Of what stands at the end of a full slice: where the next one begins. */
const ADDRESS = 4
/** The first byte stays unused, so that no list begins at 0. */
const START = 1

/**
 * Many lists of bytes that all grow at once, in one array: each is a chain of slices, the later the larger, so that a
 * short list wastes little and a long one is in few pieces.
 *
 * Source: https://github.com/apache/lucene/blob/main/lucene/core/src/java/org/apache/lucene/index/ByteSlicePool.java
 */
export class ByteSlices {
  #bytes = new Uint8Array(2 ** 16)
  #size = START

  /** Bytes that all lists take. */
  get size(): number {
    return this.#size
  }

  /** Where a new list begins. */
  open(): number {
    return this.#allocate(0)
  }

  /**
   * Appends to a list.
   *
   * @param end Where the list ends.
   * @returns Where it ends now.
   */
  push(end: number, byte: number): number {
    const at = this.#bytes[end] === 0 ? end : this.#continue(end)
    this.#bytes[at] = byte
    return at + 1
  }

  /** Copies a list. */
  copy(start: number, end: number, into: ByteWriter): void {
    const bytes = this.#bytes
    let from = start
    for (let slice = 0; ; slice++) {
      const size = SIZES[Math.min(slice, SIZES.length - 1)]!
      const next = from + size - ADDRESS
      const isLast = end >= from && end < from + size
      into.reserve(size)
      for (const until = isLast ? end : next; from < until; from++) into.bytes[into.length++] = bytes[from]!
      if (isLast) return
      from =
        (bytes[next]! | (bytes[next + 1]! << 8) | (bytes[next + 2]! << 16) | (bytes[next + 3]! << 24)) >>> 0
    }
  }

  /** Puts the address of a new slice at the end of a full one, and the bytes that stood there into the new one. */
  #continue(end: number): number {
    const level = Math.min(this.#bytes[end]! - FULL + 1, SIZES.length - 1)
    const slice = this.#allocate(level)
    const bytes = this.#bytes
    bytes.copyWithin(slice, end - ADDRESS + 1, end)
    for (let i = 0; i < ADDRESS; i++) bytes[end - ADDRESS + 1 + i] = slice >>> (8 * i)
    return slice + ADDRESS - 1
  }

  #allocate(level: number): number {
    const start = this.#size
    this.#size += SIZES[level]!
    if (this.#size > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes.subarray(0, start))
      this.#bytes = larger
    }
    this.#bytes[this.#size - 1] = FULL + level
    return start
  }
}

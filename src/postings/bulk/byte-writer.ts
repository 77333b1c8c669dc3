/** Bytes that are copied one by one. */
const SHORT = 32

/** Bytes that grow. */
export class ByteWriter {
  /** Good up to `length`, and until the next write. */
  bytes: Uint8Array = new Uint8Array(2 ** 12)
  length = 0

  /** Makes room for so many bytes more. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.length + count, this.bytes.length * 2))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.length++] = value
  }

  /** In groups of 7 bits, the lowest first. @param value Below 2 ** 32. */
  number(value: number): void {
    let rest = value
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128)
    this.byte(rest)
  }

  /** Appends the bytes between two places. */
  append(bytes: Uint8Array, from: number, to: number): void {
    this.reserve(to - from)
    if (to - from > SHORT) this.bytes.set(bytes.subarray(from, to), this.length)
    else for (let at = from, end = this.length; at < to; at++) this.bytes[end++] = bytes[at]!
    this.length += to - from
  }
}

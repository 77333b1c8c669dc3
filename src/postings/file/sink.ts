/** Where a file is written to. */
export interface IndexSink {
  /** @param position From the start of the file. Bytes come in ascending order, but the first ones last. */
  write(bytes: Uint8Array, position: number): void | Promise<void>
}

/** Keeps the file in memory. */
export class MemorySink implements IndexSink {
  #bytes = new Uint8Array(2 ** 16)
  #size = 0

  write(bytes: Uint8Array, position: number): void {
    const end = position + bytes.length
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.#size))
      this.#bytes = larger
    }
    this.#bytes.set(bytes, position)
    this.#size = Math.max(this.#size, end)
  }

  get bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#size)
  }
}

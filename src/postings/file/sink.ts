import { closePages } from './pages.js'

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

const BUFFER = 2 ** 18

/** Writes one section after the other, each in pages with their checksums. */
export class SectionsWriter {
  readonly #sink: IndexSink
  #pending: Uint8Array[] = []
  #pendingBytes = 0
  /** Of the section that is being written, less than a page. */
  #rest: Uint8Array = new Uint8Array(0)
  #page = 0
  #sectionBytes = 0
  /** The size of the file so far. */
  position: number

  constructor(sink: IndexSink, position: number) {
    this.#sink = sink
    this.position = position
  }

  /** @param page Bytes of a page without its checksum. */
  begin(page: number): void {
    this.#page = page
    this.#sectionBytes = 0
  }

  /** Takes the bytes over: they must not change. */
  add(bytes: Uint8Array): void {
    this.#sectionBytes += bytes.length
    const joined = this.#rest.length ? new Uint8Array(this.#rest.length + bytes.length) : bytes
    if (this.#rest.length) {
      joined.set(this.#rest)
      joined.set(bytes, this.#rest.length)
    }
    const whole = joined.length - (joined.length % this.#page)
    if (whole) this.#append(closePages(joined.subarray(0, whole), this.#page, this.position))
    this.#rest = joined.subarray(whole)
  }

  /** Bytes of the section. */
  end(): number {
    if (this.#rest.length) this.#append(closePages(this.#rest, this.#page, this.position))
    this.#rest = new Uint8Array(0)
    return this.#sectionBytes
  }

  /** A whole section. */
  section(page: number, bytes: Uint8Array): number {
    this.begin(page)
    this.add(bytes)
    return this.end()
  }

  /** Bytes without checksums. */
  raw(bytes: Uint8Array): void {
    this.#append(bytes)
  }

  get isFull(): boolean {
    return this.#pendingBytes >= BUFFER
  }

  /** To be called whenever `isFull`, and at the end. */
  async flush(): Promise<void> {
    if (!this.#pendingBytes) return
    const bytes = new Uint8Array(this.#pendingBytes)
    let end = 0
    for (const part of this.#pending) {
      bytes.set(part, end)
      end += part.length
    }
    this.#pending = []
    this.#pendingBytes = 0
    await this.#sink.write(bytes, this.position - bytes.length)
  }

  #append(bytes: Uint8Array): void {
    this.#pending.push(bytes)
    this.#pendingBytes += bytes.length
    this.position += bytes.length
  }
}

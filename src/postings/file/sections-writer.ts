import type { SectionName } from './manifest.js'
import { closePages, pageSize } from './pages.js'
import type { IndexSink } from './sink.js'

/** Bytes that are handed on together. */
const BUFFER = 2 ** 18

/** Writes one section after the other, each in pages with their checksums. */
export class SectionsWriter {
  readonly #sink: IndexSink
  #pending: Uint8Array[] = []
  #pendingBytes = 0
  /** The section that is being written: its name, its bytes so far, and those that fill no page yet. */
  #section: SectionName = 'texts'
  #sectionBytes = 0
  #rest: Uint8Array = new Uint8Array(0)
  /** Bytes of each section, without checksums. */
  readonly sizes: Map<SectionName, number> = new Map()
  /** The size of the file so far. */
  position: number

  constructor(sink: IndexSink, position: number) {
    this.#sink = sink
    this.position = position
  }

  begin(section: SectionName): void {
    this.#section = section
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
    const whole = joined.length - (joined.length % pageSize(this.#section))
    this.#close(joined.subarray(0, whole))
    this.#rest = joined.subarray(whole)
  }

  end(): void {
    this.#close(this.#rest)
    this.#rest = new Uint8Array(0)
    this.sizes.set(this.#section, this.#sectionBytes)
  }

  /** A whole section. */
  async section(name: SectionName, bytes: Uint8Array): Promise<void> {
    this.begin(name)
    this.add(bytes)
    this.end()
    await this.flush()
  }

  /** Bytes without checksums. */
  raw(bytes: Uint8Array): void {
    this.#pending.push(bytes)
    this.#pendingBytes += bytes.length
    this.position += bytes.length
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

  #close(bytes: Uint8Array): void {
    if (bytes.length > 0) this.raw(closePages(bytes, pageSize(this.#section), this.position))
  }
}

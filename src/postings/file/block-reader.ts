import { IndexReadError } from '../../errors.js'
import { SLACK } from './bits.js'
import type { ByteSource } from './byte-source.js'
import { openPages, type Piece, rangeInFile, type Section } from './pages.js'

/** Bytes `from` to `to` (exclusive) of a section. */
export interface Wanted {
  readonly section: Section
  readonly from: number
  readonly to: number
}

interface Kept {
  readonly piece: Promise<Piece>
  readonly read: SharedRead
  readonly bytes: number
}

/** One read of the source that several callers may wait for; it is given up when the last of them is. */
class SharedRead {
  #waiting = 0
  readonly #controller: AbortController | undefined

  /** @param mayBeGivenUp Whether the first that waits for it may leave. */
  constructor(mayBeGivenUp: boolean) {
    if (mayBeGivenUp) this.#controller = new AbortController()
  }

  get signal(): AbortSignal | undefined {
    return this.#controller?.signal
  }

  get isGivenUp(): boolean {
    return this.signal?.aborted === true
  }

  async wait<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    if (!signal) {
      this.#waiting = Infinity
      return result
    }
    this.#waiting++
    let abort: (() => void) | undefined
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(signal.reason)
      signal.addEventListener('abort', abort)
    })
    try {
      return await Promise.race([result, aborted])
    } finally {
      signal.removeEventListener('abort', abort!)
      if (--this.#waiting === 0 && signal.aborted) this.#controller?.abort(signal.reason)
    }
  }
}

/** Reads pages from a source, checks them, and keeps those that were used last. */
export class BlockReader {
  readonly #source: ByteSource
  readonly #limit: number
  /** By place in the file; the one used last is last. */
  readonly #kept = new Map<string, Kept>()
  #keptBytes = 0

  /** @param cacheBytes What to keep of the file in memory. */
  constructor(source: ByteSource, cacheBytes: number) {
    this.#source = source
    this.#limit = cacheBytes
  }

  /** All at once, neighbours in one read. */
  async read(wanted: readonly Wanted[], signal?: AbortSignal): Promise<Piece[]> {
    signal?.throwIfAborted()
    const missing = new Map<string, { section: Section; start: number; end: number }>()
    const keys = wanted.map(({ section, from, to }) => {
      if (from >= to) return undefined
      const { start, end } = rangeInFile(section, from, to)
      const key = `${start}-${end}`
      if (!this.#touch(key)) missing.set(key, { section, start, end })
      return key
    })
    this.#fetch(
      [...missing.entries()].sort(([, a], [, b]) => a.start - b.start || a.end - b.end),
      signal,
    )
    // Looked up before the first await: later reads may push them out of the cache.
    const kept = keys.map((key) => (key === undefined ? undefined : this.#kept.get(key)!))
    this.#evict()
    return Promise.all(
      kept.map((entry, i) => {
        if (!entry) return { bytes: new Uint8Array(SLACK), start: wanted[i]!.from }
        return entry.read.wait(entry.piece, signal)
      }),
    )
  }

  #touch(key: string): boolean {
    const entry = this.#kept.get(key)
    if (!entry || entry.read.isGivenUp) return false
    this.#kept.delete(key)
    this.#kept.set(key, entry)
    return true
  }

  /** @param runs Sorted by their place in the file. */
  #fetch(
    runs: [key: string, run: { section: Section; start: number; end: number }][],
    signal: AbortSignal | undefined,
  ): void {
    for (let first = 0; first < runs.length; ) {
      const start = runs[first]![1].start
      let end = runs[first]![1].end
      let last = first + 1
      for (; last < runs.length && runs[last]![1].start <= end + (this.#source.gap ?? 0); last++) {
        end = Math.max(end, runs[last]![1].end)
      }
      const read = new SharedRead(signal !== undefined)
      const bytes = this.#readBytes(start, end - start, read.signal)
      for (const [key, run] of runs.slice(first, last)) {
        const piece = bytes.then((bytes) =>
          openPages(run.section, bytes.subarray(run.start - start, run.end - start), run.start),
        )
        this.#keep(key, { piece, read, bytes: run.end - run.start })
      }
      first = last
    }
  }

  async #readBytes(start: number, length: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const bytes = await this.#source.read(start, length, signal)
    if (bytes.length === length) return bytes
    const source = this.#source.name ?? 'the source'
    throw new IndexReadError(
      `Reading ${length} bytes of ${source} at ${start} gave ${bytes.length}. If the file was replaced, open it again.`,
      { source },
    )
  }

  #keep(key: string, entry: Kept): void {
    this.#drop(key)
    this.#kept.set(key, entry)
    this.#keptBytes += entry.bytes
    // A failed read is not kept, so that the next try reads again.
    entry.piece.catch(() => {
      if (this.#kept.get(key) === entry) this.#drop(key)
    })
  }

  #drop(key: string): void {
    this.#keptBytes -= this.#kept.get(key)?.bytes ?? 0
    this.#kept.delete(key)
  }

  #evict(): void {
    for (const key of this.#kept.keys()) {
      if (this.#keptBytes <= this.#limit) return
      this.#drop(key)
    }
  }
}

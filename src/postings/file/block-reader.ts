import { IndexReadError } from '../../errors.js'
import { SLACK } from './codec/bits.js'
import { openPages, type Piece, rangeInFile, readNamed, type Section } from './pages.js'
import type { ByteSource } from './source/byte-source.js'
import { SharedRead } from './source/shared-read.js'

/** Bytes `from` to `to` (exclusive) of a section. */
export interface Wanted {
  readonly section: Section
  readonly from: number
  readonly to: number
}

/** A piece that is there, or on its way. */
interface Kept {
  readonly section: Section
  /** In the file. */
  readonly start: number
  end: number
  piece: Piece | undefined
  read: SharedRead | undefined
}

/** Reads pages from a source, checks them, and keeps those that were used last. */
export class BlockReader {
  readonly #source: ByteSource
  readonly #limit: number
  /** By where they start; the one used last is last. */
  readonly #kept = new Map<number, Kept>()
  #keptBytes = 0

  /** @param cacheBytes What to keep of the file in memory. */
  constructor(source: ByteSource, cacheBytes: number) {
    this.#source = source
    this.#limit = cacheBytes
  }

  /** All at once, neighbours in one read. */
  async read(wanted: readonly Wanted[], signal?: AbortSignal): Promise<Piece[]> {
    signal?.throwIfAborted()
    // Held here, for later reads may push them out of the cache.
    const entries = this.#entries(wanted, signal)
    const reads = readsOf(entries)
    if (reads.size > 0) await Promise.all(Array.from(reads, (read) => read.wait(signal)))
    return Array.from(
      entries,
      (entry, i) => entry?.piece ?? { bytes: new Uint8Array(SLACK), start: wanted[i]!.from },
    )
  }

  /** What is kept, or on its way from now on; undefined where nothing is wanted. */
  #entries(wanted: readonly Wanted[], signal: AbortSignal | undefined): (Kept | undefined)[] {
    const missing = new Map<number, Kept>()
    const entries = Array.from(wanted, (each) =>
      each.from < each.to ? this.#keptOr(missing, each) : undefined,
    )
    if (missing.size > 0) {
      this.#fetch(
        [...missing.values()].sort((a, b) => a.start - b.start),
        signal,
      )
      this.#evict()
    }
    return entries
  }

  #keptOr(missing: Map<number, Kept>, { section, from, to }: Wanted): Kept {
    const { start, end } = rangeInFile(section, from, to)
    const kept = this.#touch(start, end)
    if (kept) return kept
    const entry = missing.get(start) ?? { section, start, end, piece: undefined, read: undefined }
    entry.end = Math.max(entry.end, end)
    missing.set(start, entry)
    return entry
  }

  /** What is kept of the file from `start` to `end`, or beyond. */
  #touch(start: number, end: number): Kept | undefined {
    const entry = this.#kept.get(start)
    if (!entry || entry.end < end || (entry.read?.isGivenUp && !entry.piece)) return undefined
    this.#kept.delete(start)
    this.#kept.set(start, entry)
    return entry
  }

  /** @param missing Sorted by their place in the file. */
  #fetch(missing: readonly Kept[], signal: AbortSignal | undefined): void {
    for (let first = 0; first < missing.length; ) {
      let { end } = missing[first]!
      let last = first + 1
      for (; last < missing.length && missing[last]!.start <= end + (this.#source.gap ?? 0); last++) {
        end = Math.max(end, missing[last]!.end)
      }
      this.#fetchRun(missing.slice(first, last), missing[first]!.start, end, signal)
      first = last
    }
  }

  #fetchRun(run: readonly Kept[], start: number, end: number, signal: AbortSignal | undefined): void {
    const read = new SharedRead(signal !== undefined)
    const bytes = this.#source.read(start, end - start, read.signal)
    if ('then' in bytes) {
      read.done = bytes.then((bytes) => this.#open(run, start, end, bytes))
      // A failed read is not kept, so that the next try reads again.
      read.done.catch(() => {
        for (const entry of run) if (this.#kept.get(entry.start) === entry) this.#drop(entry.start)
      })
      for (const entry of run) entry.read = read
    } else this.#open(run, start, end, bytes)
    for (const entry of run) this.#keep(entry)
  }

  #open(run: readonly Kept[], start: number, end: number, bytes: Uint8Array): void {
    if (bytes.length !== end - start) throw this.#cutShort(start, end - start, bytes.length)
    readNamed(this.#source.name, () => {
      for (const entry of run) {
        const pages = run.length > 1 ? bytes.subarray(entry.start - start, entry.end - start) : bytes
        entry.piece = openPages(entry.section, pages, entry.start)
      }
    })
  }

  #cutShort(start: number, asked: number, given: number): IndexReadError {
    const source = this.#source.name ?? 'the source'
    return new IndexReadError(
      `Reading ${asked} bytes of ${source} at ${start} gave ${given}. If the file was replaced, open it again.`,
      { source },
    )
  }

  #keep(entry: Kept): void {
    this.#drop(entry.start)
    this.#kept.set(entry.start, entry)
    this.#keptBytes += entry.end - entry.start
  }

  #drop(start: number): void {
    const entry = this.#kept.get(start)
    if (!entry) return
    this.#keptBytes -= entry.end - entry.start
    this.#kept.delete(start)
  }

  #evict(): void {
    for (const start of this.#kept.keys()) {
      if (this.#keptBytes <= this.#limit) return
      this.#drop(start)
    }
  }
}

/** What is still on its way. */
function readsOf(entries: readonly (Kept | undefined)[]): Set<SharedRead> {
  const reads = new Set<SharedRead>()
  for (const entry of entries) if (entry?.read && !entry.piece) reads.add(entry.read)
  return reads
}

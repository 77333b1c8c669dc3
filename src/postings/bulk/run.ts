import { ByteWriter } from './byte-writer.js'
import { type ListCursor, termOf } from './list-cursor.js'
import type { Scratch } from './scratch.js'

/** Bytes that are written at a time. */
const STEP = 2 ** 17
/** Bytes that are read at a time: a run's share of the memory, within these limits. */
const LEAST_READ = 2 ** 12
const MOST_READ = 2 ** 17

/** Lists in a scratch file: for each the length of its term, the term's code units, the length of the list, the list. */
export interface Run {
  start: number
  end: number
}

export function writeRun(cursor: ListCursor, scratch: Scratch): Run {
  const writer = new ByteWriter()
  let start: number | undefined
  let end = 0
  const flush = (): void => {
    const position = scratch.append(writer.bytes.subarray(0, writer.length))
    start ??= position
    end = position + writer.length
    writer.length = 0
  }
  while (cursor.next()) {
    const term = termOf(cursor)
    writer.number(term.length)
    for (let i = 0; i < term.length; i++) {
      writer.byte(term.charCodeAt(i) >>> 8)
      writer.byte(term.charCodeAt(i) & 255)
    }
    writer.number(cursor.to - cursor.from)
    writer.append(cursor.bytes, cursor.from, cursor.to)
    if (writer.length >= STEP) flush()
  }
  flush()
  return { start: start!, end }
}

/** @param memory What the cursors may hold together, in bytes, about. */
export function runCursors(runs: readonly Run[], scratch: Scratch, memory: number): ListCursor[] {
  const share = Math.floor(memory / Math.max(1, runs.length))
  const step = Math.min(MOST_READ, Math.max(LEAST_READ, share))
  return runs.map((run) => new RunCursor(scratch, run, step))
}

class RunCursor implements ListCursor {
  key = 0
  text = ''
  bytes: Uint8Array = new Uint8Array(0)
  from = 0
  to = 0
  done = false
  /** How many of the bytes have been read. */
  #filled = 0
  readonly #scratch: Scratch
  readonly #step: number
  /** Where in the scratch file the bytes that are not read yet begin. */
  #position: number
  readonly #end: number

  /** @param step Bytes to read at a time. */
  constructor(scratch: Scratch, { start, end }: Run, step: number) {
    this.#scratch = scratch
    this.#position = start
    this.#end = end
    this.#step = step
  }

  next(): boolean {
    this.from = this.to
    if (this.from === this.#filled && this.#position === this.#end) {
      this.done = true
      return false
    }
    this.#ensure(5)
    const units = this.#number()
    this.#ensure(2 * units + 5)
    const term = this.from
    this.key = ((this.#unit(term) << 16) | (units > 1 ? this.#unit(term + 2) : 0)) >>> 0
    this.text = units > 2 ? this.#text(term, units) : ''
    this.from += 2 * units
    const length = this.#number()
    this.#ensure(length)
    this.to = this.from + length
    return true
  }

  #text(at: number, units: number): string {
    let text = String.fromCharCode(this.#unit(at), this.#unit(at + 2), this.#unit(at + 4))
    for (let i = 3; i < units; i++) text += String.fromCharCode(this.#unit(at + 2 * i))
    return text
  }

  #unit(at: number): number {
    return (this.bytes[at]! << 8) | this.bytes[at + 1]!
  }

  #number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.from++]!
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
  }

  /** Reads on, unless so many bytes, or all there are, are there. */
  #ensure(count: number): void {
    const rest = this.#filled - this.from
    if (rest >= count || this.#position === this.#end) return
    const length = Math.min(Math.max(count - rest, this.#step), this.#end - this.#position)
    const unread = this.bytes.subarray(this.from, this.#filled)
    if (rest + length > this.bytes.length) this.bytes = new Uint8Array(rest + length)
    this.bytes.set(unread)
    this.bytes.set(this.#scratch.read(this.#position, length), rest)
    this.#position += length
    this.#filled = rest + length
    this.from = 0
  }
}

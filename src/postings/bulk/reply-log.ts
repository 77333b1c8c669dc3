import { paragraphsOf, type Reply } from '../../reply/reply.js'
import { ByteWriter } from './byte-writer.js'
import type { Scratch } from './scratch.js'

/** Bytes that are written or read at a time. */
const STEP = 2 ** 17
/** About what a reply and a paragraph take in memory beside their text, in bytes. */
const REPLY = 500
const PARAGRAPH = 200

/** Replies in the order in which they came, the first of them perhaps in a scratch file. */
export class ReplyLog {
  readonly #scratch: Scratch
  /** By id, the last reply that has it. */
  readonly #numbers = new Map<string, number>()
  /** The first paragraph of each reply. */
  readonly #firsts: number[] = []
  #paragraphs = 0
  /** Where those in the scratch file begin and end. */
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  /** The others. */
  #waiting: Reply[] = []
  #size = 0

  constructor(scratch: Scratch) {
    this.#scratch = scratch
  }

  /** What is in memory, in bytes, about. */
  get size(): number {
    return this.#size
  }

  get paragraphs(): number {
    return this.#paragraphs
  }

  /** Whether all replies that came stay. */
  get isWhole(): boolean {
    return this.#numbers.size === this.#firsts.length
  }

  /** Replaces a reply of the same id. */
  add(reply: Reply): void {
    this.#numbers.set(reply.id, this.#firsts.length)
    this.#firsts.push(this.#paragraphs)
    this.#waiting.push(reply)
    this.#size += REPLY
    for (const { paragraph } of paragraphsOf(reply)) {
      this.#paragraphs++
      this.#size += PARAGRAPH + 2 * paragraph.text.length
    }
  }

  /** Moves what is in memory to the scratch file. */
  spill(): void {
    const encoder = new TextEncoder()
    const writer = new ByteWriter()
    let placed = this.#starts.length
    const flush = (): void => {
      const position = this.#scratch.append(writer.bytes.subarray(0, writer.length))
      for (; placed < this.#starts.length; placed++) {
        this.#starts[placed]! += position
        this.#ends[placed]! += position
      }
      writer.length = 0
    }
    for (const reply of this.#waiting) {
      this.#starts.push(writer.length)
      writer.append(encoder.encode(JSON.stringify(reply)))
      this.#ends.push(writer.length)
      if (writer.length >= STEP) flush()
    }
    flush()
    this.#waiting = []
    this.#size = 0
  }

  /** The numbers of the replies that stay, by id. */
  sorted(): Uint32Array {
    return Uint32Array.from([...this.#numbers.keys()].sort(), (id) => this.#numbers.get(id)!)
  }

  /** The first paragraph of a reply, and the one behind its last. */
  paragraphsOf(number: number): { from: number; to: number } {
    return { from: this.#firsts[number]!, to: this.#firsts[number + 1] ?? this.#paragraphs }
  }

  *replies(numbers: Uint32Array): Generator<Reply> {
    const decoder = new TextDecoder()
    for (let i = 0; i < numbers.length; ) {
      const spilled = this.#starts.length
      if (numbers[i]! >= spilled) {
        yield this.#waiting[numbers[i++]! - spilled]!
        continue
      }
      // Those that lie one behind the other are read together.
      const first = i++
      const start = this.#starts[numbers[first]!]!
      let end = this.#ends[numbers[first]!]!
      while (i < numbers.length && this.#starts[numbers[i]!] === end && end - start < STEP) {
        end = this.#ends[numbers[i++]!]!
      }
      const bytes = this.#scratch.read(start, end - start).slice()
      for (let next = first; next < i; next++) {
        const [from, to] = [this.#starts[numbers[next]!]!, this.#ends[numbers[next]!]!]
        yield JSON.parse(decoder.decode(bytes.subarray(from - start, to - start)))
      }
    }
  }
}

import { paragraphsOf, type Reply } from '../../reply/reply.js'
import { NumberList } from '../number-list.js'
import { ByteWriter } from './byte-writer.js'
import type { Scratch } from './scratch.js'

/** Bytes that are read at a time. */
const STEP = 2 ** 15
/** Bytes that a UTF-16 code unit takes at most. */
const UNIT = 3

/**
 * Replies in the order in which they came, the first of them perhaps in a scratch file: as JSON, for objects that wait
 * are moved about by each garbage collection. A comma stands behind each, so that neighbours are read as one list.
 */
export class ReplyLog {
  readonly #scratch: Scratch
  readonly #encoder = new TextEncoder()
  /** The greatest id … */
  #last = ''
  /** … as long as each is greater than the one before; from then on, by id, the last reply that has it. */
  #numbers: Map<string, number> | undefined
  /** The first paragraph of each reply. */
  readonly #firsts = new NumberList()
  #paragraphs = 0
  /** Where each begins and ends with its comma: in the scratch file, or in `#waiting`. */
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  /** How many are in the scratch file. */
  #spilled = 0
  readonly #waiting = new ByteWriter()

  constructor(scratch: Scratch) {
    this.#scratch = scratch
  }

  /** What is in memory, in bytes. */
  get size(): number {
    return this.#waiting.length
  }

  get paragraphs(): number {
    return this.#paragraphs
  }

  /** Whether all replies came by id, each once. */
  get isInOrder(): boolean {
    return !this.#numbers
  }

  /** Whether all replies that came stay. */
  get isWhole(): boolean {
    return !this.#numbers || this.#numbers.size === this.#firsts.length
  }

  /** Replaces a reply of the same id. */
  add(reply: Reply): void {
    if (reply.id > this.#last) this.#last = reply.id
    else this.#numbers ??= this.#numbersSoFar()
    this.#numbers?.set(reply.id, this.#firsts.length)
    this.#firsts.push(this.#paragraphs)
    this.#paragraphs += paragraphsOf(reply).length
    const json = `${JSON.stringify(reply)},`
    const waiting = this.#waiting
    waiting.reserve(UNIT * json.length)
    this.#starts.push(waiting.length)
    waiting.length += this.#encoder.encodeInto(json, waiting.bytes.subarray(waiting.length)).written
    this.#ends.push(waiting.length)
  }

  /** Moves what is in memory to the scratch file. */
  spill(): void {
    const waiting = this.#waiting
    const position = this.#scratch.append(waiting.bytes.subarray(0, waiting.length))
    for (; this.#spilled < this.#starts.length; this.#spilled++) {
      this.#starts[this.#spilled]! += position
      this.#ends[this.#spilled]! += position
    }
    waiting.length = 0
  }

  /** The numbers of the replies that stay, by id. */
  sorted(): Uint32Array {
    const numbers = this.#numbers
    if (!numbers) return this.#all()
    return Uint32Array.from([...numbers.keys()].sort(), (id) => numbers.get(id)!)
  }

  /** The first paragraph of a reply, and the one behind its last. */
  paragraphsOf(number: number): { from: number; to: number } {
    const to = number + 1 < this.#firsts.length ? this.#firsts.at(number + 1) : this.#paragraphs
    return { from: this.#firsts.at(number), to }
  }

  #all(): Uint32Array {
    return this.#firsts.values.map((_, number) => number)
  }

  #numbersSoFar(): Map<string, number> {
    const numbers = new Map<string, number>()
    for (const { id } of this.replies(this.#all())) numbers.set(id, numbers.size)
    return numbers
  }

  *replies(numbers: Uint32Array): Generator<Reply> {
    const decoder = new TextDecoder()
    for (let next = 0; next < numbers.length; ) {
      const number = numbers[next++]!
      const isSpilled = number < this.#spilled
      const start = this.#starts[number]!
      let end = this.#ends[number]!
      for (; next < numbers.length && end - start < STEP; next++) {
        const other = numbers[next]!
        if (other < this.#spilled !== isSpilled || this.#starts[other] !== end) break
        end = this.#ends[other]!
      }
      const bytes = isSpilled
        ? this.#scratch.read(start, end - start)
        : this.#waiting.bytes.subarray(start, end)
      yield* JSON.parse(`[${decoder.decode(bytes.subarray(0, -1))}]`)
    }
  }
}

import { ByteSlices } from './byte-slices.js'
import { ByteWriter } from './byte-writer.js'
import { keyOf, type ListCursor } from './list-cursor.js'

const FIRST_CAPACITY = 1 << 10
/** Bytes that a term takes beside its list … */
const ENTRY = 36
/** … and one of more than two code units beside that, about. */
const LONG_TERM = 100

// An entry is four numbers side by side, so that a posting touches few lines of the processor's cache.
const WORDS = 4
/** Of a term of one or two code units its key, of a longer one 0. */
const KEY = 0
/** The paragraph of the last posting … */
const LAST = 1
/** … and how often it has the term. */
const FREQUENCY = 2
/** Where the list of what came before ends; 0 while there is nothing. */
const END = 3

/**
 * The terms of one field and their postings as they come, in flat arrays: no object per posting, list or short term.
 *
 * A list is made of bytes: the first paragraph; for each further posting twice its distance from the one before, plus 1
 * and followed by the frequency of the one before if that is not 1; the frequency of the last. Numbers stand in groups
 * of 7 bits, the lowest first, frequencies in a byte.
 */
export class PostingLog {
  /** Open addressing: a slot holds the number of a short term, plus 1. */
  #slots = new Uint32Array(FIRST_CAPACITY * 2)
  readonly #long = new Map<string, number>()
  #entries = new Uint32Array(FIRST_CAPACITY * WORDS)
  /** Of each term its first paragraph … */
  #firsts = new Uint32Array(FIRST_CAPACITY)
  /** … and where the postings after it begin. */
  #starts = new Uint32Array(FIRST_CAPACITY)
  #count = 0
  readonly #slices = new ByteSlices()

  /** In bytes, about. */
  get size(): number {
    return this.#slices.size + this.#count * ENTRY + this.#long.size * LONG_TERM
  }

  /** The number of a term, a new one for a new term. */
  numberOf(term: string): number {
    if (term.length <= 2) return this.numberOfKey(keyOf(term))
    let number = this.#long.get(term)
    if (number === undefined) {
      number = this.#append(0)
      this.#long.set(term, number)
    }
    return number
  }

  /** The number of a term of one or two code units. */
  numberOfKey(key: number): number {
    const slot = this.#slotOf(key)
    const known = this.#slots[slot]!
    if (known !== 0) return known - 1
    const number = this.#append(key)
    this.#slots[slot] = number + 1
    if (this.#count * 2 > this.#slots.length) this.#rehash()
    return number
  }

  /** @param paragraph Below 2 ** 31, and not less than in the call before. */
  add(number: number, paragraph: number): void {
    const entries = this.#entries
    const at = number * WORDS
    const frequency = entries[at + FREQUENCY]!
    if (frequency === 0) this.#firsts[number] = paragraph
    else if (entries[at + LAST] !== paragraph) this.#close(number, paragraph)
    else {
      if (frequency < 255) entries[at + FREQUENCY] = frequency + 1
      return
    }
    entries[at + LAST] = paragraph
    entries[at + FREQUENCY] = 1
  }

  addTerms(terms: Iterable<string>, paragraph: number): void {
    for (const term of terms) this.add(this.numberOf(term), paragraph)
  }

  /** The terms of one or two code units, in any order. */
  shortTerms(): Uint32Array {
    const keys = new Uint32Array(this.#count - this.#long.size)
    let end = 0
    for (let number = 0; number < this.#count; number++) {
      const key = this.#entries[number * WORDS + KEY]!
      if (key !== 0) keys[end++] = key
    }
    return keys
  }

  /** Every term with its list, in the order of terms. */
  lists(): ListCursor {
    const short = this.shortTerms().sort()
    const long = [...this.#long.keys()].sort()
    const list = new ByteWriter()
    let nextShort = 0
    let nextLong = 0
    const cursor = {
      key: 0,
      text: '',
      bytes: list.bytes,
      from: 0,
      to: 0,
      next: (): boolean => {
        const text = long[nextLong] ?? ''
        const key = short[nextShort] ?? 0
        const isShort = nextShort < short.length && (nextLong === long.length || key <= keyOf(text))
        if (!isShort && nextLong === long.length) return false
        cursor.key = isShort ? key : keyOf(text)
        cursor.text = isShort ? '' : text
        if (isShort) nextShort++
        else nextLong++
        list.length = 0
        this.#copy(isShort ? this.#slots[this.#slotOf(key)]! - 1 : this.#long.get(text)!, list)
        cursor.bytes = list.bytes
        cursor.to = list.length
        return true
      },
    }
    return cursor
  }

  #append(key: number): number {
    const number = this.#count++
    if (number === this.#firsts.length) {
      this.#entries = doubled(this.#entries)
      this.#firsts = doubled(this.#firsts)
      this.#starts = doubled(this.#starts)
    }
    this.#entries[number * WORDS + KEY] = key
    return number
  }

  /** Moves the last posting of a term into its list, for another to take its place. */
  #close(number: number, paragraph: number): void {
    const at = number * WORDS
    const slices = this.#slices
    const frequency = this.#entries[at + FREQUENCY]!
    let end = this.#entries[at + END]!
    if (end === 0) {
      end = slices.open()
      this.#starts[number] = end
    }
    let rest = (paragraph - this.#entries[at + LAST]!) * 2 + (frequency > 1 ? 1 : 0)
    for (; rest > 127; rest >>>= 7) end = slices.push(end, (rest & 127) | 128)
    end = slices.push(end, rest)
    if (frequency > 1) end = slices.push(end, frequency)
    this.#entries[at + END] = end
  }

  #copy(number: number, into: ByteWriter): void {
    const at = number * WORDS
    into.number(this.#firsts[number]!)
    const end = this.#entries[at + END]!
    if (end !== 0) this.#slices.copy(this.#starts[number]!, end, into)
    into.byte(this.#entries[at + FREQUENCY]!)
  }

  #slotOf(key: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    for (;;) {
      const number = slots[slot]!
      if (number === 0 || this.#entries[(number - 1) * WORDS + KEY] === key) return slot
      slot = (slot + 1) & mask
    }
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2)
    for (let number = 0; number < this.#count; number++) {
      const key = this.#entries[number * WORDS + KEY]!
      if (key !== 0) this.#slots[this.#slotOf(key)] = number + 1
    }
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

import { ByteWriter } from './byte-writer.js'
import { isCharacter, keyOf, type ListCursor, termOfKey } from './list-cursor.js'
import { Occurrences, type Spare } from './occurrences.js'

/** Bytes that an occurrence takes, and … */
const OCCURRENCE = 8
/** … about what a term of more than two code units takes beside that: a string, and its place in a map. */
const LONG_TERM = 100
/** Codes from here on are those of long terms. */
const LONG = 2 ** 32

/**
 * The terms of one field and the paragraphs they stand in, as they come, to be sorted once at the end. Terms of one or
 * two code units are integers, and no strings are made of them.
 */
export class PostingLog {
  readonly #short: Occurrences
  readonly #long: Occurrences
  #numbers = new Map<string, number>()
  /** Changes whenever the codes of terms do. */
  generation = 0

  constructor(spare: Spare) {
    this.#short = new Occurrences(spare)
    this.#long = new Occurrences(spare)
  }

  /** Forgets all, but keeps its memory for what comes next. */
  clear(): void {
    this.#short.clear()
    this.#long.clear()
    this.#numbers = new Map()
    this.generation++
  }

  /** In bytes, about. */
  get size(): number {
    return (this.#short.length + this.#long.length) * OCCURRENCE + this.#numbers.size * LONG_TERM
  }

  /** What `add` takes for a term. */
  codeOf(term: string): number {
    if (term.length <= 2) return keyOf(term)
    let number = this.#numbers.get(term)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(term, number)
    }
    return LONG + number
  }

  /** @param paragraph Below 2 ** 31, and not less than in the call before. */
  add(code: number, paragraph: number): void {
    if (code < LONG) this.#short.add(code, paragraph)
    else this.#long.add(code - LONG, paragraph)
  }

  /** The same for the key of a term of one or two code units. */
  addKey(key: number, paragraph: number): void {
    this.#short.add(key, paragraph)
  }

  addTerms(terms: Iterable<string>, paragraph: number): void {
    for (const term of terms) this.add(this.codeOf(term), paragraph)
  }

  /** Every term with its list, in the order of terms. */
  lists(): ListCursor {
    this.#short.sort()
    this.#long.sort()
    const short = this.#short
    const long = this.#long
    const terms = [...this.#numbers.keys()].sort()
    const starts = startsOf(long, terms.length)
    const list = new ByteWriter()
    let nextShort = 0
    let nextLong = 0
    const cursor = {
      key: 0,
      text: '',
      bytes: list.bytes,
      from: 0,
      to: 0,
      done: false,
      next: (): boolean => {
        const text = terms[nextLong] ?? ''
        const key = short.terms[nextShort]!
        const isLong = nextLong < terms.length && (nextShort === short.length || keyOf(text) < key)
        if (!isLong && nextShort === short.length) {
          cursor.done = true
          return false
        }
        list.length = 0
        if (isLong) {
          const number = this.#numbers.get(text)!
          writeList(list, long.paragraphs, starts[number]!, starts[number + 1]!)
          nextLong++
        } else {
          const start = nextShort
          while (nextShort < short.length && short.terms[nextShort] === key) nextShort++
          writeList(list, short.paragraphs, start, nextShort)
        }
        cursor.key = isLong ? keyOf(text) : key
        cursor.text = isLong ? text : ''
        cursor.bytes = list.bytes
        cursor.to = list.length
        return true
      },
    }
    return cursor
  }

  /** The terms that are one character (code point). */
  characters(): Set<string> {
    const isSeen = new Uint8Array(2 ** 16)
    const pairs = new Set<number>()
    const { terms, length } = this.#short
    for (let i = 0; i < length; i++) {
      const key = terms[i]!
      if ((key & 0xffff) === 0) isSeen[key >>> 16] = 1
      else if (isCharacter(key)) pairs.add(key)
    }
    const characters = new Set(Array.from(pairs, termOfKey))
    isSeen.forEach((seen, unit) => {
      if (seen) characters.add(String.fromCharCode(unit))
    })
    return characters
  }
}

/** Of sorted occurrences, where those of each term begin, and where the last end. */
function startsOf({ terms, length }: Occurrences, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (let i = 0; i < length; i++) starts[terms[i]! + 1]!++
  for (let number = 0; number < count; number++) starts[number + 1]! += starts[number]!
  return starts
}

/**
 * A list is made of bytes: the first paragraph; for each further posting twice its distance from the one before, plus 1
 * and followed by the frequency of the one before if that is not 1; the frequency of the last. Numbers stand in groups
 * of 7 bits, the lowest first, frequencies in a byte.
 */
function writeList(list: ByteWriter, paragraphs: Uint32Array, start: number, end: number): void {
  let last = paragraphs[start]!
  let frequency = 1
  list.number(last)
  for (let i = start + 1; i < end; i++) {
    const paragraph = paragraphs[i]!
    if (paragraph === last) {
      if (frequency < 255) frequency++
      continue
    }
    list.number((paragraph - last) * 2 + (frequency > 1 ? 1 : 0))
    if (frequency > 1) list.byte(frequency)
    last = paragraph
    frequency = 1
  }
  list.byte(frequency)
}

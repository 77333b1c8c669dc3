import { type BitReader, BitsError } from './bits.js'
import type { UnitReader } from './units.js'

// Sorted lists of strings: how many code units a string shares with the one before, then the rest of it. The first code
// unit of the rest is given by its distance from the one above it, for in a sorted list that is small; all others stand in
// one Huffman code for the whole file.

/** UTF-16 code units of the longest term. */
export const MAX_TERM = 0xffff
/** Code units that a text may share with the one before, so that few bits make no long texts. */
export const MOST_SHARED = 255
/** Most terms are shorter; so few bytes are allocated fast. */
const LEAST_CAPACITY = 32
const NO_UNITS = new Uint16Array(0)

/** The orders of the codes, chosen for each list. */
export interface TermCodes {
  /** The usual number of shared code units. */
  shared: number
  /** Golomb order of the distance. */
  distance: number
}

export function readTermCodes(reader: BitReader): TermCodes {
  return { shared: reader.bits(4), distance: reader.bits(4) }
}

/** The one term at which a list is being read. */
export class TermCursor {
  readonly #codes: TermCodes
  readonly #code: UnitReader
  #units: Uint16Array = NO_UNITS
  #length = 0

  /** @param code Of code units. */
  constructor(codes: TermCodes, code: UnitReader) {
    this.#codes = codes
    this.#code = code
  }

  next(reader: BitReader): void {
    const shared = this.#codes.shared + reader.signed(0)
    const rest = reader.golomb(0) + 1
    const length = shared + rest
    if (shared < 0 || shared > Math.min(this.#length, MOST_SHARED) || length > MAX_TERM)
      throw new BitsError('a term has no such start')
    const before = shared === MOST_SHARED ? this.text : ''
    const units = this.#reserve(length)
    if (shared === this.#length || shared === MOST_SHARED)
      units[shared] = this.#code.read(reader, units, shared)
    else {
      const unit = units[shared]! + 1 + reader.golomb(this.#codes.distance)
      if (unit > 0xffff) throw new BitsError('a term has no such code unit')
      units[shared] = unit
    }
    for (let i = shared + 1; i < length; i++) units[i] = this.#code.read(reader, units, i)
    this.#length = length
    // Wherever less is shared, what is read tells by itself that the term comes later.
    if (shared === MOST_SHARED && this.compare(before) <= 0)
      throw new BitsError('a term does not come behind the one before')
  }

  #reserve(length: number): Uint16Array {
    if (length > this.#units.length) {
      const larger = new Uint16Array(Math.max(LEAST_CAPACITY, length * 2))
      larger.set(this.#units)
      this.#units = larger
    }
    return this.#units
  }

  get text(): string {
    let text = ''
    for (let i = 0; i < this.#length; i++) text += String.fromCharCode(this.#units[i]!)
    return text
  }

  /** Below 0 if the term is before `text` in code unit order, 0 if it is the same. */
  compare(text: string): number {
    const shorter = Math.min(this.#length, text.length)
    for (let i = 0; i < shorter; i++) {
      const difference = this.#units[i]! - text.charCodeAt(i)
      if (difference) return difference
    }
    return this.#length - text.length
  }
}

export function readTerms(reader: BitReader, count: number, code: UnitReader): string[] {
  const cursor = new TermCursor(readTermCodes(reader), code)
  const terms: string[] = []
  for (let i = 0; i < count; i++) {
    cursor.next(reader)
    terms.push(cursor.text)
  }
  return terms
}

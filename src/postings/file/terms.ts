import type { BitWriter } from './bit-writer.js'
import { type BitReader, BitsError, fold, golombCost } from './bits.js'

// Sorted lists of strings: how many code units a string shares with the one before, then the rest of it. The first code
// unit of the rest is given by its distance from the one above it, for in a sorted list that is small.

/** UTF-16 code units of the longest term. */
export const MAX_TERM = 0xffff

/** The orders of the codes, chosen for each list. */
export interface TermCodes {
  /** The usual number of shared code units. */
  shared: number
  /** Golomb order of the distance. */
  distance: number
}

export function readTermCodes(reader: BitReader): TermCodes {
  return { shared: reader.bits(5), distance: reader.bits(4) }
}

export function writeTermCodes(writer: BitWriter, codes: TermCodes): void {
  writer.bits(codes.shared, 5)
  writer.bits(codes.distance, 4)
}

/** The one term at which a list is being read. */
export class TermCursor {
  readonly #codes: TermCodes
  #units = new Uint16Array(64)
  #length = 0

  constructor(codes: TermCodes) {
    this.#codes = codes
  }

  next(reader: BitReader): void {
    const shared = this.#codes.shared + reader.signed(0)
    const rest = reader.golomb(0) + 1
    const length = shared + rest
    if (shared < 0 || shared > this.#length || length > MAX_TERM)
      throw new BitsError('a term has no such start')
    const units = this.#reserve(length)
    if (shared === this.#length) units[shared] = readUnit(reader)
    else {
      const unit = units[shared]! + 1 + reader.golomb(this.#codes.distance)
      if (unit > 0xffff) throw new BitsError('a term has no such code unit')
      units[shared] = unit
    }
    for (let i = shared + 1; i < length; i++) units[i] = readUnit(reader)
    this.#length = length
  }

  #reserve(length: number): Uint16Array {
    if (length > this.#units.length) {
      const larger = new Uint16Array(length * 2)
      larger.set(this.#units)
      this.#units = larger
    }
    return this.#units
  }

  get text(): string {
    return String.fromCharCode.apply(null, this.#units.subarray(0, this.#length) as unknown as number[])
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

/** @param previous The term before, less than `term`; the empty string at the start of a list. */
export function writeTerm(writer: BitWriter, codes: TermCodes, previous: string, term: string): void {
  const shared = sharedLength(previous, term)
  writer.signed(shared - codes.shared, 0)
  writer.golomb(term.length - shared - 1, 0)
  if (shared === previous.length) writeUnit(writer, term.charCodeAt(shared))
  else writer.golomb(term.charCodeAt(shared) - previous.charCodeAt(shared) - 1, codes.distance)
  for (let i = shared + 1; i < term.length; i++) writeUnit(writer, term.charCodeAt(i))
}

/** Finds the codes that make a list short, and how many bits it takes. */
export class TermCosts {
  readonly #shared = new Uint32Array(32)
  readonly #distances = new Uint32Array(16)
  #fixed = 0

  add(previous: string, term: string): void {
    const shared = sharedLength(previous, term)
    for (let usual = 0; usual < 32; usual++) this.#shared[usual]! += golombCost(fold(shared - usual), 0)
    this.#fixed += golombCost(term.length - shared - 1, 0)
    if (shared === previous.length) this.#fixed += unitCost(term.charCodeAt(shared))
    else {
      const distance = term.charCodeAt(shared) - previous.charCodeAt(shared) - 1
      for (let k = 0; k < 16; k++) this.#distances[k]! += golombCost(distance, k)
    }
    for (let i = shared + 1; i < term.length; i++) this.#fixed += unitCost(term.charCodeAt(i))
  }

  get codes(): TermCodes {
    return { shared: indexOfLeast(this.#shared), distance: indexOfLeast(this.#distances) }
  }

  get bits(): number {
    const { shared, distance } = this.codes
    return this.#fixed + this.#shared[shared]! + this.#distances[distance]!
  }
}

export function readTerms(reader: BitReader, count: number): string[] {
  const cursor = new TermCursor(readTermCodes(reader))
  const terms: string[] = []
  for (let i = 0; i < count; i++) {
    cursor.next(reader)
    terms.push(cursor.text)
  }
  return terms
}

export function writeTerms(writer: BitWriter, terms: readonly string[]): void {
  const costs = new TermCosts()
  terms.forEach((term, i) => {
    costs.add(terms[i - 1] ?? '', term)
  })
  const { codes } = costs
  writeTermCodes(writer, codes)
  terms.forEach((term, i) => {
    writeTerm(writer, codes, terms[i - 1] ?? '', term)
  })
}

export function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

function readUnit(reader: BitReader): number {
  return reader.bits(reader.bits(1) ? 16 : 7)
}

function writeUnit(writer: BitWriter, unit: number): void {
  writer.bits(unit < 128 ? 0 : 1, 1)
  writer.bits(unit, unit < 128 ? 7 : 16)
}

function unitCost(unit: number): number {
  return unit < 128 ? 8 : 17
}

export function indexOfLeast(costs: ArrayLike<number>): number {
  let least = 0
  for (let i = 1; i < costs.length; i++) if (costs[i]! < costs[least]!) least = i
  return least
}

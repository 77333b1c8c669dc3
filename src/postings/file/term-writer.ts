import type { BitWriter } from './bit-writer.js'
import { fold, golombCost } from './bits.js'
import type { TermCodes } from './terms.js'
import type { ValueWriter } from './value-writer.js'

const ORDERS = 16

export function writeTermCodes(writer: BitWriter, codes: TermCodes): void {
  writer.bits(codes.shared, 4)
  writer.bits(codes.distance, 4)
}

/**
 * @param previous The term before, less than `term`; the empty string at the start of a list.
 * @param code Of code units.
 */
export function writeTerm(
  writer: BitWriter,
  codes: TermCodes,
  code: ValueWriter,
  previous: string,
  term: string,
): void {
  const shared = sharedLength(previous, term)
  writer.signed(shared - codes.shared, 0)
  writer.golomb(term.length - shared - 1, 0)
  if (shared === previous.length) code.write(writer, term.charCodeAt(shared))
  else writer.golomb(term.charCodeAt(shared) - previous.charCodeAt(shared) - 1, codes.distance)
  for (let i = shared + 1; i < term.length; i++) code.write(writer, term.charCodeAt(i))
}

export function writeTerms(writer: BitWriter, terms: readonly string[], code: ValueWriter): void {
  const costs = new TermCosts(code)
  terms.forEach((term, i) => {
    costs.add(terms[i - 1] ?? '', term)
  })
  const { codes } = costs
  writeTermCodes(writer, codes)
  terms.forEach((term, i) => {
    writeTerm(writer, codes, code, terms[i - 1] ?? '', term)
  })
}

/** Finds the codes that make a list short, and how many bits it takes. */
export class TermCosts {
  readonly #code: ValueWriter
  readonly #shared = new Costs()
  readonly #distances = new Costs()
  #fixed = 0

  constructor(code: ValueWriter) {
    this.#code = code
  }

  add(previous: string, term: string): void {
    const shared = sharedLength(previous, term)
    for (let usual = 0; usual < ORDERS; usual++)
      this.#shared.bits[usual]! += golombCost(fold(shared - usual), 0)
    this.#fixed += golombCost(term.length - shared - 1, 0)
    if (shared === previous.length) this.#fixed += this.#code.cost(term.charCodeAt(shared))
    else this.#distances.add(term.charCodeAt(shared) - previous.charCodeAt(shared) - 1)
    for (let i = shared + 1; i < term.length; i++) this.#fixed += this.#code.cost(term.charCodeAt(i))
  }

  get codes(): TermCodes {
    return { shared: this.#shared.best, distance: this.#distances.best }
  }

  /** Without the codes themselves. */
  get bits(): number {
    return this.#fixed + this.#shared.least + this.#distances.least
  }
}

/** The bits that numbers take in Golomb codes of each order. */
export class Costs {
  readonly bits: Uint32Array = new Uint32Array(ORDERS)

  /** @param value Below 2 ** 31. */
  add(value: number): void {
    for (let k = 0; k < ORDERS; k++) this.bits[k]! += golombCost(value, k)
  }

  get best(): number {
    let best = 0
    for (let k = 1; k < ORDERS; k++) if (this.bits[k]! < this.bits[best]!) best = k
    return best
  }

  get least(): number {
    return this.bits[this.best]!
  }
}

export function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

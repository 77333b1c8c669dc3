import type { BitWriter } from './bit-writer.js'
import { fold } from './bits.js'
import { GolombCosts, golombCost, leastOf } from './golomb-costs.js'
import { MOST_SHARED, type TermCodes } from './terms.js'
import type { UnitWriter } from './unit-writer.js'

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
  code: UnitWriter,
  previous: string,
  term: string,
): void {
  const shared = Math.min(MOST_SHARED, sharedLength(previous, term))
  writer.signed(shared - codes.shared, 0)
  writer.golomb(term.length - shared - 1, 0)
  if (isCoded(shared, previous)) code.write(writer, term, shared)
  else writer.golomb(term.charCodeAt(shared) - previous.charCodeAt(shared) - 1, codes.distance)
  for (let i = shared + 1; i < term.length; i++) code.write(writer, term, i)
}

export function writeTerms(writer: BitWriter, terms: readonly string[], code: UnitWriter): void {
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
  readonly #code: UnitWriter
  readonly #shared = new SharedCosts()
  readonly #distances = new GolombCosts()
  #fixed = 0

  constructor(code: UnitWriter) {
    this.#code = code
  }

  /**
   * @param sign −1 takes the term back.
   * @returns How many bits more there are at most.
   */
  add(previous: string, term: string, sign: 1 | -1 = 1): number {
    const shared = Math.min(MOST_SHARED, sharedLength(previous, term))
    let bits = golombCost(term.length - shared - 1, 0)
    for (let i = shared + 1; i < term.length; i++) bits += this.#code.cost(term, i)
    if (isCoded(shared, previous)) bits += this.#code.cost(term, shared)
    this.#fixed += sign * bits
    const more = sign * bits + this.#shared.add(shared, sign)
    if (isCoded(shared, previous)) return more
    return more + this.#distances.add(term.charCodeAt(shared) - previous.charCodeAt(shared) - 1, sign)
  }

  get codes(): TermCodes {
    return { shared: this.#shared.best, distance: this.#distances.best }
  }

  /** Without the codes themselves. */
  get bits(): number {
    return this.#fixed + this.#shared.least + this.#distances.least
  }
}

/** As `GolombCosts`, for numbers that are written by their difference from a usual one. */
class SharedCosts {
  /** How often each number comes. */
  readonly #counts: number[] = []
  #best = 0

  add(value: number, sign: 1 | -1): number {
    while (this.#counts.length <= value) this.#counts.push(0)
    this.#counts[value]! += sign
    return sign * golombCost(fold(value - this.#best), 0)
  }

  get best(): number {
    this.#best = leastOf((usual) => this.#bitsAround(usual))
    return this.#best
  }

  get least(): number {
    return this.#bitsAround(this.best)
  }

  #bitsAround(usual: number): number {
    return this.#counts.reduce((sum, count, value) => sum + count * golombCost(fold(value - usual), 0), 0)
  }
}

/** Whether what follows on what is shared says nothing of its distance from what the term before has there. */
function isCoded(shared: number, previous: string): boolean {
  return shared === previous.length || shared === MOST_SHARED
}

export function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

const FIRST_CAPACITY = 1 << 12
const FREE = 0

/**
 * Numbers terms from 0 in the order in which they first come. Most terms are one or two code units long: these are kept
 * as integers in a hash table of typed arrays, where a `Map` would hold millions of strings.
 */
export class TermNumbers {
  readonly #long = new Map<string, number>()
  /** Of each number, its short term as an integer, or `FREE` for a long one. */
  #short = new Uint32Array(FIRST_CAPACITY)
  /** Open addressing: a slot holds a number + 1. */
  #slots = new Uint32Array(FIRST_CAPACITY * 2)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The number of a term, a new one for a new term. */
  of(term: string): number {
    const key = shortKey(term)
    if (key === FREE) {
      const known = this.#long.get(term)
      if (known !== undefined) return known
      this.#long.set(term, this.#size)
      return this.#append(FREE)
    }
    const slot = this.#slotOf(key)
    if (this.#slots[slot] !== FREE) return this.#slots[slot]! - 1
    this.#slots[slot] = this.#size + 1
    const number = this.#append(key)
    if (this.#size * 2 > this.#slots.length) this.#grow()
    return number
  }

  /** Every term with its number, in code unit order of the terms. */
  sorted(): [term: string, number: number][] {
    const terms = [...this.#long]
    for (let number = 0; number < this.#size; number++) {
      const key = this.#short[number]!
      if (key !== FREE) terms.push([fromShortKey(key), number])
    }
    return terms.sort(([a], [b]) => (a < b ? -1 : 1))
  }

  #append(key: number): number {
    if (this.#size === this.#short.length) {
      const larger = new Uint32Array(this.#size * 2)
      larger.set(this.#short)
      this.#short = larger
    }
    this.#short[this.#size] = key
    return this.#size++
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (this.#slots[slot] !== FREE && this.#short[this.#slots[slot]! - 1] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2)
    for (let number = 0; number < this.#size; number++) {
      const key = this.#short[number]!
      if (key !== FREE) this.#slots[this.#slotOf(key)] = number + 1
    }
  }
}

/** The code units of a term of one or two; `FREE` for longer ones and those that would read as it. */
function shortKey(term: string): number {
  if (term.length === 1) return term.charCodeAt(0)
  return term.length === 2 ? (term.charCodeAt(0) * 0x10000 + term.charCodeAt(1)) >>> 0 : FREE
}

function fromShortKey(key: number): string {
  return key < 0x10000 ? String.fromCharCode(key) : String.fromCharCode(key >>> 16, key & 0xffff)
}

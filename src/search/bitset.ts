/** A set of paragraph ordinals, one bit each. */
export class Bitset {
  readonly #words: Uint32Array
  readonly #size: number

  /** @param size One more than the largest ordinal it may hold. */
  constructor(size: number) {
    this.#size = size
    this.#words = new Uint32Array((size + 31) >>> 5)
  }

  static full(size: number): Bitset {
    const set = new Bitset(size)
    set.#words.fill(0xffffffff)
    if (size & 31) set.#words[set.#words.length - 1] = (1 << (size & 31)) - 1
    return set
  }

  static of(size: number, ordinals: ArrayLike<number>): Bitset {
    const set = new Bitset(size)
    for (let i = 0; i < ordinals.length; i++) set.add(ordinals[i] as number)
    return set
  }

  add(ordinal: number): void {
    const word = ordinal >>> 5
    this.#words[word] = (this.#words[word] as number) | (1 << (ordinal & 31))
  }

  has(ordinal: number): boolean {
    return (((this.#words[ordinal >>> 5] as number) >>> (ordinal & 31)) & 1) === 1
  }

  /** Keeps what is in both. */
  intersect(other: Bitset): this {
    for (let i = 0; i < this.#words.length; i++) {
      this.#words[i] = (this.#words[i] as number) & (other.#words[i] as number)
    }
    return this
  }

  unite(other: Bitset): this {
    for (let i = 0; i < this.#words.length; i++) {
      this.#words[i] = (this.#words[i] as number) | (other.#words[i] as number)
    }
    return this
  }

  complement(): Bitset {
    const set = Bitset.full(this.#size)
    for (let i = 0; i < this.#words.length; i++) {
      set.#words[i] = (set.#words[i] as number) & ~(this.#words[i] as number)
    }
    return set
  }

  /** Ascending. */
  ordinals(): Uint32Array {
    const ordinals = new Uint32Array(this.count())
    let found = 0
    for (let at = 0; at < this.#words.length; at++) {
      for (let rest = this.#words[at]!; rest !== 0; rest &= rest - 1) {
        ordinals[found++] = at * 32 + 31 - Math.clz32(rest & -rest)
      }
    }
    return ordinals
  }

  count(): number {
    let count = 0
    for (let at = 0; at < this.#words.length; at++) {
      for (let rest = this.#words[at]!; rest !== 0; rest &= rest - 1) count++
    }
    return count
  }
}

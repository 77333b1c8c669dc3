const FIRST_CAPACITY = 64

/** Numbers below 2 ** 32 that grow in number. */
export class NumberList {
  #values = new Uint32Array(FIRST_CAPACITY)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Good until the next change. */
  get values(): Uint32Array {
    return this.#values.subarray(0, this.#length)
  }

  at(index: number): number {
    return this.#values[index]!
  }

  /** Without the cost of a view. */
  includes(value: number, from: number): boolean {
    for (let index = from; index < this.#length; index++) if (this.#values[index] === value) return true
    return false
  }

  set(index: number, value: number): void {
    this.#values[index] = value
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  /** Leaves out what stands from `length` on. */
  cut(length: number): void {
    this.#length = length
  }
}

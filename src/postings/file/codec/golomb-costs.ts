/** An order is written in four bits. */
const ORDERS = 16

/** The bits that `BitWriter.golomb` spends on a number below 2 ** 31. */
export function golombCost(value: number, k: number): number {
  return 2 * (31 - Math.clz32((value >>> k) + 1)) + 1 + k
}

/** The bits that numbers take in Golomb codes of each order. */
export class GolombCosts {
  /** Beyond the 1 + order that every number takes. */
  readonly #bits = new Int32Array(ORDERS)
  #count = 0
  /** The best order when that was last asked for. */
  #best = 0

  /**
   * @param value Below 2 ** 31.
   * @param sign −1 takes it back.
   * @returns How many bits more there are at most.
   */
  add(value: number, sign: 1 | -1 = 1): number {
    this.#count += sign
    for (let order = 0, rest = value; rest > 0 && order < ORDERS; order++, rest >>>= 1) {
      this.#bits[order]! += sign * 2 * (31 - Math.clz32(rest + 1))
    }
    return sign * golombCost(value, this.#best)
  }

  get best(): number {
    this.#best = leastOf((order) => this.#bitsIn(order))
    return this.#best
  }

  get least(): number {
    return this.#bitsIn(this.best)
  }

  #bitsIn(order: number): number {
    return this.#bits[order]! + this.#count * (1 + order)
  }
}

/** The first of the orders with the least bits. */
export function leastOf(bitsOf: (order: number) => number): number {
  let best = 0
  let least = bitsOf(0)
  for (let order = 1; order < ORDERS; order++) {
    const bits = bitsOf(order)
    if (bits >= least) continue
    best = order
    least = bits
  }
  return best
}

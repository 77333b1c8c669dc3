const FIRST_CAPACITY = 2 ** 10
/** Code units by which terms are told apart before they are compared, and … */
const PREFIX_UNITS = 5
/** … the bits of each: lower-case Latin letters and the end of a key are kept apart. */
const UNIT_BITS = 5
const [A, Z] = [0x61, 0x7a]

/** Terms with a number each, in any order and without duplicates. Their code units stand in one array until they are sorted. */
export class TermCounts {
  #units = new Uint16Array(FIRST_CAPACITY)
  /** Where each term begins, and where the last ends. */
  #starts = new Uint32Array(FIRST_CAPACITY)
  #counts = new Uint32Array(FIRST_CAPACITY)
  #size = 0

  /** Adds `key`, NUL, `text` as one term. */
  add(key: string, text: string, count: number): void {
    const start = this.#starts[this.#size]!
    const end = start + key.length + 1 + text.length
    if (end > this.#units.length) this.#units = grown(this.#units, new Uint16Array(end * 2))
    if (this.#size + 1 === this.#starts.length) {
      this.#starts = grown(this.#starts, new Uint32Array(this.#size * 2 + 2))
      this.#counts = grown(this.#counts, new Uint32Array(this.#size * 2 + 2))
    }
    const units = this.#units
    for (let i = 0; i < key.length; i++) units[start + i] = key.charCodeAt(i)
    units[start + key.length] = 0
    for (let i = 0; i < text.length; i++) units[start + key.length + 1 + i] = text.charCodeAt(i)
    this.#counts[this.#size++] = count
    this.#starts[this.#size] = end
  }

  /** By code unit; none are left afterwards. */
  *drain(): Generator<[term: string, count: number]> {
    for (const number of this.#order()) yield [this.#term(number), this.#counts[number]!]
    this.#units = new Uint16Array(FIRST_CAPACITY)
    this.#starts = new Uint32Array(FIRST_CAPACITY)
    this.#counts = new Uint32Array(FIRST_CAPACITY)
    this.#size = 0
  }

  /** Sorts numbers that hold a prefix and a term's number each, and compares only terms of the same prefix. */
  #order(): Uint32Array {
    const size = this.#size
    const places = 2 ** Math.ceil(Math.log2(size + 1))
    const both = Float64Array.from({ length: size }, (_, number) => this.#prefix(number) * places + number)
    both.sort()
    const order = Uint32Array.from(both, (value) => value % places)
    const compare = (a: number, b: number): number => this.#compare(a, b)
    for (let from = 0, to = 0; from < size; from = to) {
      const prefix = Math.floor(both[from]! / places)
      while (to < size && Math.floor(both[to]! / places) === prefix) to++
      // As an ordinary array: its sort is quick where much is in order already, as the words under one reading are.
      if (to - from > 1) order.set(Array.from(order.subarray(from, to)).sort(compare), from)
    }
    return order
  }

  /** Below 2 ** 25; never descends from one term to the next in their order. */
  #prefix(number: number): number {
    const end = this.#starts[number + 1]!
    let prefix = 0
    let at = this.#starts[number]!
    let isExact = true
    for (let i = 0; i < PREFIX_UNITS; i++) {
      const unit: number = isExact && at < end ? this.#units[at++]! : 0
      isExact &&= unit === 0 || (unit >= A && unit <= Z)
      prefix = (prefix << UNIT_BITS) | (unit === 0 ? 0 : unit < A ? 1 : unit <= Z ? unit - A + 2 : Z - A + 3)
    }
    return prefix
  }

  #compare(a: number, b: number): number {
    const units = this.#units
    let [i, j] = [this.#starts[a]!, this.#starts[b]!]
    const [iEnd, jEnd] = [this.#starts[a + 1]!, this.#starts[b + 1]!]
    while (i < iEnd && j < jEnd && units[i] === units[j]) {
      i++
      j++
    }
    if (i === iEnd || j === jEnd) return iEnd - i - (jEnd - j)
    return units[i]! - units[j]!
  }

  #term(number: number): string {
    const end = this.#starts[number + 1]!
    let term = ''
    for (let at = this.#starts[number]!; at < end; at++) term += String.fromCharCode(this.#units[at]!)
    return term
  }
}

function grown<Numbers extends Uint16Array | Uint32Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers)
  return larger
}

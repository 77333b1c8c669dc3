/** Bytes that are taken at a time: an array that grew would be copied, and half empty. */
const CHUNK_BITS = 20
const CHUNK = 2 ** CHUNK_BITS
const FIRST_CAPACITY = 2 ** 10
/** Code units from here on take three bytes. */
const SHORT_UNITS = 0x7f
const END = 0
/** Terms that are sorted by insertion. */
const FEW = 12

/**
 * Terms with a number each, in any order and without duplicates. Until they are sorted they stand as bytes: as UTF-8
 * has them, but one more, and the halves of surrogate pairs by themselves, so that their order is that of code units.
 */
export class TermCounts {
  #chunks: Uint8Array[] = []
  /** Of the last chunk. */
  #length = CHUNK
  /** Where each term begins: the number of its chunk, and the place there. */
  #starts = new Uint32Array(FIRST_CAPACITY)
  #counts = new Uint32Array(FIRST_CAPACITY)
  #size = 0

  /** Adds `key`, NUL, `text` as one term. */
  add(key: string, text: string, count: number): void {
    const most = 3 * (key.length + text.length) + 2
    if (this.#length + most > CHUNK) {
      this.#chunks.push(new Uint8Array(Math.max(CHUNK, most)))
      this.#length = 0
    }
    if (this.#size === this.#starts.length) {
      this.#starts = grown(this.#starts)
      this.#counts = grown(this.#counts)
    }
    const last = this.#chunks.length - 1
    this.#starts[this.#size] = last * CHUNK + this.#length
    this.#counts[this.#size++] = count
    const chunk = this.#chunks[last]!
    const keyEnd = writeUnits(key, chunk, this.#length)
    chunk[keyEnd] = 1
    const end = writeUnits(text, chunk, keyEnd + 1)
    chunk[end] = END
    this.#length = end + 1
  }

  /** By code unit; none are left afterwards. */
  *drain(): Generator<[term: string, count: number]> {
    const order = Uint32Array.from({ length: this.#size }, (_, number) => number)
    this.#sort(order, 0, order.length, 0)
    for (const number of order) yield [this.#term(number), this.#counts[number]!]
    this.#chunks = []
    this.#length = CHUNK
    this.#starts = new Uint32Array(FIRST_CAPACITY)
    this.#counts = new Uint32Array(FIRST_CAPACITY)
    this.#size = 0
  }

  /**
   * Multikey quicksort (Bentley and Sedgewick, Fast Algorithms for Sorting and Searching Strings, 1997). It goes on with
   * the largest of the three parts, and calls itself for the others: however long the terms, that is not deep.
   *
   * @param shared How many first bytes the terms from `first` to `last` (exclusive) have in common.
   */
  #sort(order: Uint32Array, first: number, last: number, shared: number): void {
    let [from, to, depth] = [first, last, shared]
    while (to - from > FEW) {
      const pivot = median(
        this.#byte(order[from]!, depth),
        this.#byte(order[(from + to) >>> 1]!, depth),
        this.#byte(order[to - 1]!, depth),
      )
      let [less, at, more] = [from, from, to]
      while (at < more) {
        const number = order[at]!
        const byte = this.#byte(number, depth)
        if (byte < pivot) {
          order[at++] = order[less]!
          order[less++] = number
        } else if (byte > pivot) {
          order[at] = order[--more]!
          order[more] = number
        } else at++
      }
      const [fewer, greater] = [less - from, to - more]
      const equal = pivot === END ? 0 : more - less
      if (equal >= Math.max(fewer, greater)) {
        this.#sort(order, from, less, depth)
        this.#sort(order, more, to, depth)
        from = less
        to = more
        depth++
        continue
      }
      if (equal > 0) this.#sort(order, less, more, depth + 1)
      if (fewer > greater) {
        this.#sort(order, more, to, depth)
        to = less
      } else {
        this.#sort(order, from, less, depth)
        from = more
      }
    }
    this.#insert(order, from, to, depth)
  }

  #insert(order: Uint32Array, from: number, to: number, depth: number): void {
    for (let next = from + 1; next < to; next++) {
      const number = order[next]!
      let at = next
      for (; at > from && this.#isLess(number, order[at - 1]!, depth); at--) order[at] = order[at - 1]!
      order[at] = number
    }
  }

  #isLess(a: number, b: number, depth: number): boolean {
    let at = depth
    while (this.#byte(a, at) === this.#byte(b, at) && this.#byte(a, at) !== END) at++
    return this.#byte(a, at) < this.#byte(b, at)
  }

  #byte(number: number, at: number): number {
    const start = this.#starts[number]!
    return this.#chunks[start >>> CHUNK_BITS]![(start & (CHUNK - 1)) + at]!
  }

  #term(number: number): string {
    let term = ''
    for (let at = 0, byte = this.#byte(number, 0); byte !== END; byte = this.#byte(number, ++at)) {
      let unit = byte - 1
      if (byte > SHORT_UNITS) {
        unit = ((byte & 15) << 12) | ((this.#byte(number, ++at) & 63) << 6) | (this.#byte(number, ++at) & 63)
      }
      term += String.fromCharCode(unit)
    }
    return term
  }
}

/** @returns Where what was written ends. */
function writeUnits(text: string, bytes: Uint8Array, start: number): number {
  let at = start
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < SHORT_UNITS) bytes[at++] = unit + 1
    else {
      bytes[at++] = 0xe0 | (unit >>> 12)
      bytes[at++] = 0x80 | ((unit >>> 6) & 63)
      bytes[at++] = 0x80 | (unit & 63)
    }
  }
  return at
}

function median(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

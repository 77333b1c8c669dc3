import type { Postings } from './posting-store.js'
import { TermNumbers } from './term-numbers.js'

/** Postings of one field as they come, paragraph by paragraph, in flat arrays: no object per posting, or per list. */
export class PostingLog {
  readonly #numbers = new TermNumbers()
  /** Of each term, the entry of the paragraph that had it last. */
  #lastEntries = new Uint32Array(1024)
  #termNumbers = new Uint32Array(1024)
  #paragraphs = new Uint32Array(1024)
  #frequencies = new Uint8Array(1024)
  #size = 0

  /** How many postings there are. */
  get size(): number {
    return this.#size
  }

  /** @param paragraph Not less than in the call before. */
  add(paragraph: number, terms: readonly string[]): void {
    for (const term of terms) {
      const number = this.#numbers.of(term)
      if (number === this.#lastEntries.length) this.#lastEntries = doubled(this.#lastEntries)
      const last = this.#lastEntries[number]!
      // A new term's last entry is 0, which is another term's or, for the first term, not written yet.
      if (last < this.#size && this.#termNumbers[last] === number && this.#paragraphs[last] === paragraph) {
        if (this.#frequencies[last]! < 255) this.#frequencies[last]!++
      } else {
        this.#append(number, paragraph)
      }
    }
  }

  /**
   * Every wanted term that has postings, in code unit order.
   *
   * @param ordinals For each paragraph its ordinal, or −1 to leave it out.
   */
  *lists(
    ordinals: Int32Array,
    wanted: (term: string) => boolean = () => true,
  ): Generator<{ term: string; postings: Postings }> {
    const starts = this.#starts()
    const entries = this.#entriesByTerm(starts)
    for (const [term, number] of this.#numbers.sorted()) {
      if (!wanted(term)) continue
      const postings = this.#postings(entries.subarray(starts[number], starts[number + 1]), ordinals)
      if (postings.paragraphs.length > 0) yield { term, postings }
    }
  }

  #append(number: number, paragraph: number): void {
    const entry = this.#size++
    if (entry === this.#termNumbers.length) {
      this.#termNumbers = doubled(this.#termNumbers)
      this.#paragraphs = doubled(this.#paragraphs)
      this.#frequencies = doubled(this.#frequencies)
    }
    this.#termNumbers[entry] = number
    this.#paragraphs[entry] = paragraph
    this.#frequencies[entry] = 1
    this.#lastEntries[number] = entry
  }

  #starts(): Uint32Array {
    const starts = new Uint32Array(this.#numbers.size + 1)
    for (let entry = 0; entry < this.#size; entry++) starts[this.#termNumbers[entry]! + 1]!++
    for (let number = 0; number < this.#numbers.size; number++) starts[number + 1]! += starts[number]!
    return starts
  }

  /** A counting sort: the entries of each term lie together, in the order in which they came. */
  #entriesByTerm(starts: Uint32Array): Uint32Array {
    const next = starts.slice()
    const entries = new Uint32Array(this.#size)
    for (let entry = 0; entry < this.#size; entry++) entries[next[this.#termNumbers[entry]!]!++] = entry
    return entries
  }

  #postings(entries: Uint32Array, ordinals: Int32Array): Postings {
    const paragraphs = new Uint32Array(entries.length)
    const frequencies = new Uint8Array(entries.length)
    let size = 0
    let ascending = true
    for (const entry of entries) {
      const ordinal = ordinals[this.#paragraphs[entry]!]!
      if (ordinal < 0) continue
      if (size > 0 && ordinal < paragraphs[size - 1]!) ascending = false
      paragraphs[size] = ordinal
      frequencies[size++] = this.#frequencies[entry]!
    }
    const postings = { paragraphs: paragraphs.subarray(0, size), frequencies: frequencies.subarray(0, size) }
    return ascending ? postings : sorted(postings)
  }
}

function sorted({ paragraphs, frequencies }: Postings): Postings {
  const order = paragraphs.map((_, i) => i).sort((a, b) => paragraphs[a]! - paragraphs[b]!)
  return {
    paragraphs: order.map((i) => paragraphs[i]!),
    frequencies: Uint8Array.from(order, (i) => frequencies[i]!),
  }
}

function doubled<T extends Uint32Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2)
  larger.set(array)
  return larger
}

const FIRST_CAPACITY = 2 ** 12
/** Bits by which one pass of a sort tells numbers apart. */
const DIGIT = 11
const DIGITS = 1 << DIGIT
const MASK = DIGITS - 1

/** Where a sort puts what it has read: one for all logs that are not sorted at the same time. */
export interface Spare {
  terms: Uint32Array
  paragraphs: Uint32Array
}

export function newSpare(): Spare {
  return { terms: new Uint32Array(0), paragraphs: new Uint32Array(0) }
}

/** In which paragraph which term stands, as it comes: two numbers for each time. */
export class Occurrences {
  readonly #spare: Spare
  /** Good up to `length`, until the next change. */
  terms: Uint32Array = new Uint32Array(FIRST_CAPACITY)
  paragraphs: Uint32Array = new Uint32Array(FIRST_CAPACITY)
  length = 0

  constructor(spare: Spare) {
    this.#spare = spare
  }

  /** Keeps its memory. */
  clear(): void {
    this.length = 0
  }

  add(term: number, paragraph: number): void {
    if (this.length === this.terms.length) this.#grow()
    this.terms[this.length] = term
    this.paragraphs[this.length++] = paragraph
  }

  /**
   * Sorts by term; what stands in one term stays in its order. A radix sort: it goes through memory in order, where a
   * hash table would jump to another place for each occurrence.
   */
  sort(): void {
    const { length } = this
    const spare = this.#spare
    for (let shift = 0; shift < 32; shift += DIGIT) {
      const ends = endsOf(this.terms, length, shift)
      if (!ends) continue
      if (spare.terms.length < length) {
        spare.terms = new Uint32Array(this.terms.length)
        spare.paragraphs = new Uint32Array(this.terms.length)
      }
      scatter(this.terms, this.paragraphs, spare.terms, spare.paragraphs, ends, length, shift)
      ;[this.terms, spare.terms] = [spare.terms, this.terms]
      ;[this.paragraphs, spare.paragraphs] = [spare.paragraphs, this.paragraphs]
    }
  }

  #grow(): void {
    const capacity = Math.floor(this.length * 1.5)
    const terms = new Uint32Array(capacity)
    const paragraphs = new Uint32Array(capacity)
    terms.set(this.terms)
    paragraphs.set(this.paragraphs)
    this.terms = terms
    this.paragraphs = paragraphs
  }
}

/** Where the terms of each digit end once they are sorted by it; undefined if all have the same. */
function endsOf(terms: Uint32Array, length: number, shift: number): Uint32Array | undefined {
  const ends = new Uint32Array(DIGITS)
  for (let i = 0; i < length; i++) ends[(terms[i]! >>> shift) & MASK]!++
  if (ends.includes(length)) return undefined
  for (let digit = 1; digit < DIGITS; digit++) ends[digit]! += ends[digit - 1]!
  return ends
}

/** One pass of a sort, apart from the others because the compiler likes it so. */
function scatter(
  fromTerms: Uint32Array,
  fromParagraphs: Uint32Array,
  toTerms: Uint32Array,
  toParagraphs: Uint32Array,
  ends: Uint32Array,
  length: number,
  shift: number,
): void {
  for (let i = length - 1; i >= 0; i--) {
    const term = fromTerms[i]!
    const at = --ends[(term >>> shift) & MASK]!
    toTerms[at] = term
    toParagraphs[at] = fromParagraphs[i]!
  }
}

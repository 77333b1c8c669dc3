import type { Postings } from '../posting-list.js'
import { sortPostings } from '../sort-postings.js'
import type { ListCursor } from './list-cursor.js'

/** Most lists are shorter: the views of these are made once. */
const SHORT = 128

/** Gives the postings of a term their ordinals. */
export class ListReader {
  readonly #ordinals: Int32Array
  #paragraphs = new Uint32Array(1024)
  #frequencies = new Uint8Array(1024)
  /** What `take` returns, by size. */
  #views: Postings[] = []
  #size = 0
  #isSorted = true

  /** @param ordinals Of each paragraph; −1 leaves it out. */
  constructor(ordinals: Int32Array) {
    this.#ordinals = ordinals
  }

  /** Appends the list of a cursor. */
  read({ bytes, from, to }: ListCursor): void {
    this.#reserve(to - from)
    const last = to - 1
    let at = from
    let paragraph = 0
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++]!
      paragraph += (byte & 127) << shift
      more = byte > 127
    }
    while (at < last) {
      let step = bytes[at++]!
      if (step > 127) {
        step &= 127
        for (let shift = 7, more = true; more; shift += 7) {
          const byte = bytes[at++]!
          step |= (byte & 127) << shift
          more = byte > 127
        }
      }
      this.#add(paragraph, step & 1 ? bytes[at++]! : 1)
      paragraph += step >>> 1
    }
    this.#add(paragraph, bytes[last]!)
  }

  /** What was read since the call before, good until the next `read`. */
  take(): Postings {
    const taken = this.#view(this.#size)
    if (!this.#isSorted) sortPostings(taken.paragraphs, taken.frequencies)
    this.#size = 0
    this.#isSorted = true
    return taken
  }

  #view(size: number): Postings {
    if (size < SHORT) {
      while (this.#views.length <= size) this.#views.push(this.#newView(this.#views.length))
      return this.#views[size]!
    }
    return this.#newView(size)
  }

  #newView(size: number): Postings {
    return {
      paragraphs: this.#paragraphs.subarray(0, size),
      frequencies: this.#frequencies.subarray(0, size),
    }
  }

  #add(paragraph: number, frequency: number): void {
    const ordinal = this.#ordinals[paragraph]!
    if (ordinal < 0) return
    const size = this.#size++
    if (size > 0 && ordinal < this.#paragraphs[size - 1]!) this.#isSorted = false
    this.#paragraphs[size] = ordinal
    this.#frequencies[size] = frequency
  }

  /** A posting takes a byte at least. */
  #reserve(bytes: number): void {
    const size = this.#size + bytes
    if (size <= this.#paragraphs.length) return
    const paragraphs = new Uint32Array(size * 2)
    const frequencies = new Uint8Array(size * 2)
    paragraphs.set(this.#paragraphs)
    frequencies.set(this.#frequencies)
    this.#paragraphs = paragraphs
    this.#frequencies = frequencies
    this.#views = []
  }
}

import { keyOf } from './list-cursor.js'

const FIRST_CAPACITY = 2 ** 12

/** What the words of segments are numbered as. Most segments are one or two code units: these are kept as integers. */
export class SegmentNumbers {
  /** Open addressing: keys, each followed by where its list begins, plus 1. */
  #slots = new Uint32Array(2 * FIRST_CAPACITY)
  #short = 0
  readonly #long = new Map<string, number>()
  /** Lists, each behind its length. */
  readonly #lists: number[] = []

  get size(): number {
    return this.#short + this.#long.size
  }

  /** Appends the numbers of a segment. False if they are not known. */
  append(segment: string, to: number[]): boolean {
    const start =
      segment.length > 2 ? this.#long.get(segment) : this.#slots[this.#slotOf(keyOf(segment)) + 1]! - 1
    if (start === undefined || start < 0) return false
    const lists = this.#lists
    for (let i = start + 1, end = i + lists[start]!; i < end; i++) to.push(lists[i]!)
    return true
  }

  set(segment: string, numbers: readonly number[]): void {
    const start = this.#lists.length
    this.#lists.push(numbers.length, ...numbers)
    if (segment.length > 2) {
      this.#long.set(segment, start)
      return
    }
    if (4 * this.#short >= this.#slots.length) this.#grow()
    const slot = this.#slotOf(keyOf(segment))
    this.#slots[slot] = keyOf(segment)
    this.#slots[slot + 1] = start + 1
    this.#short++
  }

  #slotOf(key: number): number {
    const slots = this.#slots
    const mask = slots.length - 2
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & mask
    return slot
  }

  #grow(): void {
    const slots = this.#slots
    this.#slots = new Uint32Array(slots.length * 2)
    for (let i = 0; i < slots.length; i += 2) {
      if (slots[i + 1] === 0) continue
      const slot = this.#slotOf(slots[i]!)
      this.#slots[slot] = slots[i]!
      this.#slots[slot + 1] = slots[i + 1]!
    }
  }
}

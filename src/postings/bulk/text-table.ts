const FIRST_CAPACITY = 2 ** 12
/** Code units of a text whose hash no other text of its length has: most words need not be compared. */
const SHORT = 2
/** Numbers of a slot: hash, where the text begins, its length, the value plus 1. */
const SLOT = 4

/**
 * Values of texts, which are looked up as parts of a longer text, so that no string is made of them: a hash table with
 * open addressing, and all texts in one array.
 */
export class TextTable {
  #slots = new Uint32Array(SLOT * FIRST_CAPACITY)
  #units = new Uint16Array(FIRST_CAPACITY)
  #length = 0
  size = 0

  /** The value of `text.slice(from, to)`, or −1. */
  find(text: string, from: number, to: number): number {
    return this.#slots[this.#slotOf(hashOf(text, from, to), text, from, to) + SLOT - 1]! - 1
  }

  /** @param value From 0, below 2 ** 32 − 1. */
  set(text: string, from: number, to: number, value: number): void {
    if (2 * SLOT * this.size >= this.#slots.length) this.#grow()
    const length = to - from
    if (this.#length + length > this.#units.length) {
      const units = new Uint16Array((this.#length + length) * 2)
      units.set(this.#units)
      this.#units = units
    }
    const hash = hashOf(text, from, to)
    const slot = this.#slotOf(hash, text, from, to)
    const slots = this.#slots
    slots[slot] = hash
    slots[slot + 1] = this.#length
    slots[slot + 2] = length
    slots[slot + 3] = value + 1
    for (let i = from; i < to; i++) this.#units[this.#length++] = text.charCodeAt(i)
    this.size++
  }

  #slotOf(hash: number, text: string, from: number, to: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = (hash * SLOT) & mask
    while (slots[slot + 3] !== 0 && !(slots[slot] === hash && this.#holds(slot, text, from, to))) {
      slot = (slot + SLOT) & mask
    }
    return slot
  }

  #holds(slot: number, text: string, from: number, to: number): boolean {
    if (this.#slots[slot + 2] !== to - from) return false
    if (to - from <= SHORT) return true
    const start = this.#slots[slot + 1]!
    for (let i = from; i < to; i++) if (this.#units[start + i - from] !== text.charCodeAt(i)) return false
    return true
  }

  #grow(): void {
    const slots = this.#slots
    const larger = new Uint32Array(slots.length * 2)
    const mask = larger.length - 1
    for (let from = 0; from < slots.length; from += SLOT) {
      if (slots[from + 3] === 0) continue
      let slot = (slots[from]! * SLOT) & mask
      while (larger[slot + 3] !== 0) slot = (slot + SLOT) & mask
      for (let i = 0; i < SLOT; i++) larger[slot + i] = slots[from + i]!
    }
    this.#slots = larger
  }
}

function hashOf(text: string, from: number, to: number): number {
  return to - from <= SHORT ? mixed(unitsOf(text, from, to)) : mixed(sumOf(text, from, to))
}

function unitsOf(text: string, from: number, to: number): number {
  let units = 0
  for (let i = from; i < to; i++) units = (units << 16) | text.charCodeAt(i)
  return units
}

function sumOf(text: string, from: number, to: number): number {
  let sum = 0x811c9dc5
  for (let i = from; i < to; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return sum
}

/** Spreads numbers over all 32 bits; different ones stay different. */
function mixed(number: number): number {
  const spread = Math.imul(number ^ (number >>> 15), 0x85ebca6b)
  return (spread ^ (spread >>> 13)) >>> 0
}

import { ESCAPE, FIRST_UNIT } from './symbols.js'

/** Slots of the table of children: more than four times the nodes that the strings of a set take. */
const SLOTS = 2 ** 15
const NONE = 0

/**
 * Code units, and the strings made of two earlier symbols: a trie in flat arrays, because it is walked for every
 * character of an index. A node is named by a number below 2 ** 16, a child by its parent and its code unit.
 */
export class SymbolSet {
  readonly pairs: [number, number][] = []
  readonly #texts: string[]
  /** The node of each code unit. */
  readonly #roots = new Uint16Array(2 ** 16)
  /** Of each node its symbol, if it is one … */
  readonly #symbols = new Uint16Array(2 ** 16)
  /** … and whether it has children. */
  readonly #isInner = new Uint8Array(2 ** 16)
  #nodes = 1
  /** A hash table with open addressing. */
  readonly #keys = new Uint32Array(SLOTS)
  readonly #children = new Uint16Array(SLOTS)

  /** @param units Sorted. */
  constructor(readonly units: readonly number[]) {
    this.#texts = ['', '', ...units.map((unit) => String.fromCharCode(unit))]
    units.forEach((unit, i) => {
      this.#roots[unit] = this.#nodes
      this.#symbols[this.#nodes++] = FIRST_UNIT + i
    })
  }

  get size(): number {
    return this.#texts.length
  }

  lengthOf(symbol: number): number {
    return this.#texts[symbol]!.length
  }

  /** Does nothing if the string is a symbol already. */
  join(left: number, right: number): void {
    const text = this.#texts[left]! + this.#texts[right]!
    let node = this.#roots[text.charCodeAt(0)]!
    for (let i = 1; i < text.length; i++) {
      const slot = this.#slotOf(node, text.charCodeAt(i))
      if (this.#children[slot] === NONE) {
        this.#isInner[node] = 1
        this.#keys[slot] = keyOf(node, text.charCodeAt(i))
        this.#children[slot] = this.#nodes++
      }
      node = this.#children[slot]!
    }
    if (this.#symbols[node] !== NONE) return
    this.#symbols[node] = this.size
    this.#texts.push(text)
    this.pairs.push([left, right])
  }

  /** Cuts the longest symbol, again and again. */
  tokenize(text: string, visit: (symbol: number, at: number) => void): void {
    for (let at = 0; at < text.length; ) {
      let node = this.#roots[text.charCodeAt(at)]!
      let symbol = node === NONE ? ESCAPE : this.#symbols[node]!
      let end = at + 1
      for (let i = end; this.#isInner[node] && i < text.length; i++) {
        node = this.#children[this.#slotOf(node, text.charCodeAt(i))]!
        if (this.#symbols[node] === NONE) continue
        symbol = this.#symbols[node]!
        end = i + 1
      }
      visit(symbol, at)
      at = end
    }
  }

  /** Where the child is, or would be. */
  #slotOf(node: number, unit: number): number {
    const key = keyOf(node, unit)
    let slot = Math.imul(key, 0x9e3779b1) >>> 17
    while (this.#children[slot] !== NONE && this.#keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1)
    return slot
  }
}

function keyOf(node: number, unit: number): number {
  return ((node << 16) | unit) >>> 0
}

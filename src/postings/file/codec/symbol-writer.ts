import { NumberList } from '../../number-list.js'
import { BitWriter } from './bit-writer.js'
import { floorLog2 } from './bits.js'
import { canonicalCodes } from './huffman.js'
import { huffmanLengths } from './huffman-lengths.js'
import { writeNumbers } from './numbers.js'
import { SymbolSet } from './symbol-set.js'
import { END, ESCAPE, FIRST_UNIT, MAX_SYMBOL, referenceBits } from './symbols.js'

/** Strings beside the single code units: more shorten the texts, and lengthen what a browser reads before the first. */
const STRINGS = 1024
const ROUNDS = 3
/** A code unit is a symbol if the sample holds it this often. */
const UNIT_COUNT = 2
const MAX_UNITS = 2 ** 15
/** Bits that a string must save to be worth its place in the table. */
const WORTH = 64
/** Pairs seen less often are not looked at. */
const PAIR_COUNT = 4

/** Writes texts in symbols that suit a sample of them. */
export class SymbolWriter {
  readonly #symbols: SymbolSet
  readonly #lengths: Uint8Array
  readonly #codes: Uint16Array

  constructor(sample: readonly string[]) {
    this.#symbols = train(sample)
    const counts = countSymbols(this.#symbols, sample)
    this.#lengths = huffmanLengths(counts.map((count) => count + 1))
    this.#codes = canonicalCodes(this.#lengths)
  }

  write(writer: BitWriter, text: string): void {
    const lengths = this.#lengths
    const codes = this.#codes
    this.#symbols.tokenize(text, (symbol, at) => {
      writer.bits(codes[symbol]!, lengths[symbol]!)
      if (symbol === ESCAPE) writer.bits(text.charCodeAt(at), 16)
    })
    writer.bits(codes[END]!, lengths[END]!)
  }

  /** The section `symbols`. */
  table(): Uint8Array {
    const writer = new BitWriter()
    const { units, pairs } = this.#symbols
    writer.golomb(units.length, 8)
    writer.golomb(pairs.length, 8)
    writeNumbers(
      writer,
      units.map((unit, i) => unit - (units[i - 1] ?? -1) - 1),
    )
    pairs.forEach((pair, i) => {
      const bits = referenceBits(FIRST_UNIT + units.length + i)
      for (const symbol of pair) writer.bits(symbol, bits)
    })
    writeNumbers(writer, this.#lengths)
    return writer.view()
  }
}

function train(sample: readonly string[]): SymbolSet {
  const unitCounts = new Uint32Array(2 ** 16)
  for (const text of sample) for (let i = 0; i < text.length; i++) unitCounts[text.charCodeAt(i)]!++
  const units = Array.from(unitCounts.keys()).filter((unit) => unitCounts[unit]! >= UNIT_COUNT)
  units.sort((a, b) => unitCounts[b]! - unitCounts[a]! || a - b)
  const symbols = new SymbolSet(units.slice(0, MAX_UNITS).sort((a, b) => a - b))
  for (let round = 1; round <= ROUNDS; round++) {
    const worthwhile = joinable(symbols, sample)
    const room = Math.floor((STRINGS * round) / ROUNDS) - symbols.pairs.length
    for (const { left, right } of worthwhile.slice(0, room)) symbols.join(left, right)
  }
  return symbols
}

/** Neighbours that would be worth a symbol of their own, the best first. */
function joinable(symbols: SymbolSet, sample: readonly string[]): { left: number; right: number }[] {
  const counts = countSymbols(symbols, sample)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const seen = new NumberList()
  for (const text of sample) {
    let left = END
    symbols.tokenize(text, (right) => {
      const length = symbols.lengthOf(left) + symbols.lengthOf(right)
      if (left > ESCAPE && right > ESCAPE && length <= MAX_SYMBOL) seen.push(left * 2 ** 16 + right)
      left = right
    })
  }
  // To sort them takes less than to count them in a map.
  const sorted = seen.values.sort()
  const pairs: { left: number; right: number; gain: number }[] = []
  for (let i = 0, next = 0; i < sorted.length; i = next) {
    const pair = sorted[i]!
    while (sorted[next] === pair) next++
    const count = next - i
    if (count < PAIR_COUNT) continue
    const left = pair >>> 16
    const right = pair & 0xffff
    const gain = count * (log2((count * total) / counts[left]!) - log2(counts[right]!))
    if (gain > WORTH) pairs.push({ left, right, gain })
  }
  return pairs.sort((a, b) => b.gain - a.gain || a.left - b.left || a.right - b.right)
}

/** How often each symbol is written. */
function countSymbols(symbols: SymbolSet, sample: readonly string[]): number[] {
  const counts: number[] = new Array(symbols.size).fill(0)
  counts[END] = sample.length
  for (const text of sample) {
    symbols.tokenize(text, (symbol) => {
      counts[symbol]!++
    })
  }
  return counts
}

/** To 8 binary places, by operations whose result is the same on every host (that of `Math.log2` is not). */
function log2(value: number): number {
  let result = value < 1 ? 0 : floorLog2(Math.floor(value))
  let rest = value / 2 ** result
  for (let place = 0.5; place > 0.002; place /= 2) {
    rest *= rest
    if (rest >= 2) {
      rest /= 2
      result += place
    }
  }
  return result
}

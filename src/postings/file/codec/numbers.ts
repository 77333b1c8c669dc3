import type { BitWriter } from './bit-writer.js'
import { type BitReader, BitsError } from './bits.js'

/** Numbers of one Rice code. */
export const BLOCK = 128
/** In place of the order of a Rice code: every number of the block is the least one. */
const CONSTANT = 31

/** @param count Checked by the caller: a list may be up to some sixteen times as long as its bits. */
export function readNumbers(reader: BitReader, count: number): Uint32Array {
  const values = new Uint32Array(count)
  for (let start = 0; start < count; start += BLOCK) {
    const end = Math.min(count, start + BLOCK)
    const k = reader.bits(5)
    const least = reader.golomb(4)
    if (k === CONSTANT) values.fill(least, start, end)
    else {
      reader.rices(k, values, start, end)
      if (least > 0) for (let i = start; i < end; i++) values[i]! += least
    }
  }
  return values
}

/** @throws BitsError if a list of `count` numbers cannot stand in a stream of `bytes`. */
export function checkCount(count: number, bytes: number): void {
  if (!(count <= bytes * 8 * 16 + BLOCK)) throw new BitsError(`it claims ${count} numbers`)
}

/** @param values Each below 2 ** 32. */
export function writeNumbers(writer: BitWriter, values: ArrayLike<number>): void {
  for (let start = 0; start < values.length; start += BLOCK) {
    const end = Math.min(values.length, start + BLOCK)
    let least = values[start]!
    let most = least
    for (let i = start + 1; i < end; i++) {
      least = Math.min(least, values[i]!)
      most = Math.max(most, values[i]!)
    }
    const k = least === most ? CONSTANT : bestRice(values, start, end, least)
    writer.bits(k, 5)
    writer.golomb(least, 4)
    if (k !== CONSTANT) for (let i = start; i < end; i++) writer.rice(values[i]! - least, k)
  }
}

/** The order, below 31, of the shortest Rice code for the numbers less `least`. */
export function bestRice(values: ArrayLike<number>, start: number, end: number, least: number): number {
  let sum = 0
  for (let i = start; i < end; i++) sum += values[i]! - least
  let best = 0
  let bestCost = Infinity
  // The cost has one valley, and its foot is near the logarithm of the mean.
  const near = Math.max(0, 31 - Math.clz32(Math.min(sum / (end - start), 2 ** 31)))
  for (let k = Math.max(0, near - 2); k <= Math.min(30, near + 1); k++) {
    let cost = (end - start) * k
    for (let i = start; i < end; i++) cost += (values[i]! - least) >>> k
    if (cost < bestCost) {
      best = k
      bestCost = cost
    }
  }
  return best
}

import type { BitWriter } from './bit-writer.js'
import { BitReader, BitsError, fold, unfold } from './bits.js'
import { GolombCosts } from './golomb-costs.js'
import { checkCount } from './numbers.js'

// Pairs of code points: each first one by its distance from the pair before, each second one from its first.

export function readFolding(bytes: Uint8Array): string {
  const reader = new BitReader(bytes)
  const count = reader.golomb(8)
  checkCount(count, bytes.length)
  const firsts = reader.golombs(reader.bits(4), count)
  const seconds = reader.golombs(reader.bits(4), count)
  let folding = ''
  let from = 0
  firsts.forEach((distance, i) => {
    from += unfold(distance)
    const to = from + unfold(seconds[i]!)
    if (!(from >= 0 && from <= 0x10ffff && to >= 0 && to <= 0x10ffff))
      throw new BitsError('it has no such character')
    folding += String.fromCodePoint(from, to)
  })
  return folding
}

export function writeFolding(writer: BitWriter, folding: string): void {
  const points = Array.from(folding, (character) => character.codePointAt(0)!)
  const firsts: number[] = []
  const seconds: number[] = []
  for (let i = 0; i + 1 < points.length; i += 2) {
    firsts.push(fold(points[i]! - (points[i - 2] ?? 0)))
    seconds.push(fold(points[i + 1]! - points[i]!))
  }
  writer.golomb(firsts.length, 8)
  for (const distances of [firsts, seconds]) {
    const costs = new GolombCosts()
    for (const distance of distances) costs.add(distance)
    const order = costs.best
    writer.bits(order, 4)
    for (const distance of distances) writer.golomb(distance, order)
  }
}

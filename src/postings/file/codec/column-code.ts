import { NumberList } from '../../number-list.js'
import type { Column } from '../../posting-store.js'
import type { BitWriter } from './bit-writer.js'
import { BitReader, BitsError, fold, unfold } from './bits.js'
import { checkCount, readNumbers, writeNumbers } from './numbers.js'
import { writeTerms } from './term-writer.js'
import { readTerms } from './terms.js'
import type { UnitWriter } from './unit-writer.js'
import type { UnitReader } from './units.js'

// A column: its values, then runs of paragraphs that have the same ones: how long each run is, how many values it has,
// and their numbers, each by its distance from the one before.

/** Entries of one column; more would take gigabytes. */
const MAX_ENTRIES = 2 ** 27

/** @param paragraphs In the index. @param code Of code units. */
export function readColumn(bytes: Uint8Array, paragraphs: number, code: UnitReader): Column {
  const reader = new BitReader(bytes)
  const valueCount = reader.golomb(8)
  const runCount = reader.golomb(8)
  const numberCount = reader.golomb(8)
  for (const count of [valueCount, runCount, numberCount]) checkCount(count, bytes.length)
  const values = readTerms(reader, valueCount, code)
  const runs = readNumbers(reader, runCount)
  const sizes = readNumbers(reader, runCount)
  const distances = readNumbers(reader, numberCount)

  let total = 0
  let covered = 0
  runs.forEach((run, i) => {
    covered += run
    total += run * sizes[i]!
  })
  if (covered !== paragraphs || total > MAX_ENTRIES) throw new BitsError('its runs do not fit the paragraphs')
  const numbers = new Uint32Array(total)
  const starts = new Uint32Array(paragraphs + 1)
  let next = 0
  let number = 0
  let paragraph = 0
  let end = 0
  runs.forEach((run, i) => {
    const size = sizes[i]!
    const first = end
    for (let value = 0; value < size; value++) {
      number += unfold(distances[next++] ?? 0)
      if (!(number >= 0 && number < valueCount)) throw new BitsError('it names a value that is none')
      numbers[end++] = number
    }
    starts[++paragraph] = end
    for (let repeat = 1; repeat < run; repeat++) {
      numbers.copyWithin(end, first, first + size)
      end += size
      starts[++paragraph] = end
    }
  })
  return { values, numbers, starts }
}

export function writeColumn(writer: BitWriter, { values, numbers, starts }: Column, code: UnitWriter): void {
  const runs = new NumberList()
  const sizes = new NumberList()
  const distances = new NumberList()
  let number = 0
  for (let p = 0; p + 1 < starts.length; p++) {
    if (p > 0 && isRepeated(numbers, starts, p)) {
      runs.set(runs.length - 1, runs.at(runs.length - 1) + 1)
      continue
    }
    runs.push(1)
    sizes.push(starts[p + 1]! - starts[p]!)
    for (let i = starts[p]!; i < starts[p + 1]!; i++) {
      distances.push(fold(numbers[i]! - number))
      number = numbers[i]!
    }
  }
  writer.golomb(values.length, 8)
  writer.golomb(runs.length, 8)
  writer.golomb(distances.length, 8)
  writeTerms(writer, values, code)
  writeNumbers(writer, runs.values)
  writeNumbers(writer, sizes.values)
  writeNumbers(writer, distances.values)
}

/** Whether paragraph `p` has the values of the one before. */
function isRepeated(numbers: Uint32Array, starts: Uint32Array, p: number): boolean {
  const start = starts[p]!
  const size = starts[p + 1]! - start
  if (start - starts[p - 1]! !== size) return false
  for (let i = 0; i < size; i++) if (numbers[start + i] !== numbers[start + i - size]) return false
  return true
}

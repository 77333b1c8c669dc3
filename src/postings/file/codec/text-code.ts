import type { BitWriter } from './bit-writer.js'
import { type BitReader, BitsError } from './bits.js'
import { sharedLength } from './term-writer.js'
import { MAX_TERM, MOST_SHARED } from './terms.js'
import type { UnitWriter } from './unit-writer.js'
import type { UnitReader } from './units.js'

// Texts in any order, none of them empty: how many code units one shares with the text before it, how many others it
// has, and these.

/** @param before The text before it, whose beginning it shares. */
export function readText(reader: BitReader, code: UnitReader, before: string): string {
  const shared = reader.golomb(2)
  const length = shared + reader.golomb(2) + 1
  if (shared > Math.min(before.length, MOST_SHARED) || length > MAX_TERM)
    throw new BitsError('a text is too long')
  const units = Uint16Array.from({ length }, (_, i) => before.charCodeAt(i))
  for (let i = shared; i < length; i++) units[i] = code.read(reader, units, i)
  return String.fromCharCode(...units)
}

export function writeText(writer: BitWriter, code: UnitWriter, before: string, text: string): void {
  const shared = Math.min(MOST_SHARED, sharedLength(before, text), text.length - 1)
  writer.golomb(shared, 2)
  writer.golomb(text.length - shared - 1, 2)
  for (let i = shared; i < text.length; i++) code.write(writer, text, i)
}

import type { BitWriter } from './bit-writer.js'
import { BitReader } from './bits.js'
import { checkCount } from './numbers.js'
import { readText, writeText } from './text-code.js'
import type { UnitWriter } from './unit-writer.js'
import type { UnitReader } from './units.js'

type Synonyms = readonly (readonly string[])[]

/** @param code Of code units. */
export function readSynonyms(bytes: Uint8Array, code: UnitReader): Synonyms {
  const reader = new BitReader(bytes)
  const counted = (): number => {
    const count = reader.golomb(1)
    checkCount(count, bytes.length)
    return count
  }
  let text = ''
  return Array.from({ length: counted() }, () =>
    Array.from({ length: counted() }, () => {
      text = readText(reader, code, text)
      return text
    }),
  )
}

/** @param synonyms Without empty texts. @param code Of code units. */
export function writeSynonyms(writer: BitWriter, synonyms: Synonyms, code: UnitWriter): void {
  let before = ''
  writer.golomb(synonyms.length, 1)
  for (const group of synonyms) {
    writer.golomb(group.length, 1)
    for (const text of group) {
      writeText(writer, code, before, text)
      before = text
    }
  }
}

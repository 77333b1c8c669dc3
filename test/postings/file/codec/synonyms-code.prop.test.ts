import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../../../src/postings/file/codec/bit-writer.js'
import { BitReader, SLACK } from '../../../../src/postings/file/codec/bits.js'
import { readSynonyms, writeSynonyms } from '../../../../src/postings/file/codec/synonyms-code.js'
import { UnitWriter } from '../../../../src/postings/file/codec/unit-writer.js'
import { UnitReader } from '../../../../src/postings/file/codec/units.js'
import { unitCounts } from '../../../../src/postings/file/unit-counts.js'
import { createFolding } from '../../../../src/text/normalize.js'

const text = fc.string({ unit: fc.constantFrom('科', '技', '局', 'a', 'é', '\ud840'), minLength: 1 })
const code = new UnitWriter(unitCounts(['科技局'], createFolding('')))

function withSlack(writer: BitWriter): Uint8Array {
  return Uint8Array.of(...writer.view(), ...new Uint8Array(SLACK))
}

function readCode(): UnitReader {
  const writer = new BitWriter()
  code.writeTable(writer)
  const bytes = withSlack(writer)
  return new UnitReader(new BitReader(bytes), bytes.length)
}

describe('synonyms', () => {
  it('are read as they were written, in groups of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text)), (synonyms) => {
        const writer = new BitWriter()
        writeSynonyms(writer, synonyms, code)
        expect(readSynonyms(withSlack(writer), readCode())).toEqual(synonyms)
      }),
    )
  })
})

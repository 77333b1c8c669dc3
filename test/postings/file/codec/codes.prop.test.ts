import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../../../src/postings/file/codec/bit-writer.js'
import { BitReader, BitsError, SLACK } from '../../../../src/postings/file/codec/bits.js'
import { crc32c } from '../../../../src/postings/file/codec/checksum.js'
import { readColumn, writeColumn } from '../../../../src/postings/file/codec/column-code.js'
import { readFolding, writeFolding } from '../../../../src/postings/file/codec/folding-code.js'
import { golombCost } from '../../../../src/postings/file/codec/golomb-costs.js'
import { readNumbers, writeNumbers } from '../../../../src/postings/file/codec/numbers.js'
import { SymbolWriter } from '../../../../src/postings/file/codec/symbol-writer.js'
import { SymbolReader } from '../../../../src/postings/file/codec/symbols.js'
import { writeTerm, writeTermCodes, writeTerms } from '../../../../src/postings/file/codec/term-writer.js'
import { readTerms } from '../../../../src/postings/file/codec/terms.js'
import { UnitWriter } from '../../../../src/postings/file/codec/unit-writer.js'
import { UnitReader } from '../../../../src/postings/file/codec/units.js'
import { PostingListWriter } from '../../../../src/postings/file/posting-list-writer.js'
import { readList, readPostings } from '../../../../src/postings/file/posting-lists.js'
import type { Postings } from '../../../../src/postings/posting-list.js'
import type { Column } from '../../../../src/postings/posting-store.js'

/** What a writer wrote, as a reader takes it. */
function slack(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(bytes.length + SLACK)
  padded.set(bytes)
  return padded
}

function written(write: (writer: BitWriter) => void): Uint8Array {
  const writer = new BitWriter(1)
  write(writer)
  return slack(writer.view())
}

/** Any sequence of code units, and often Chinese. */
const text = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: fc.constantFrom(...'支持科技创新先投后股 a1。') }),
)
/** Numbers of every size alike. */
const number = fc.nat({ max: 31 }).chain((bits) => fc.nat({ max: 2 ** bits - 1 }))

function postingsOf(gaps: [gap: number, frequency: number][]): Postings {
  let ordinal = -1
  const paragraphs = gaps.map(([gap]) => {
    ordinal += gap + 1
    return ordinal
  })
  return {
    paragraphs: Uint32Array.from(paragraphs),
    frequencies: Uint8Array.from(gaps, ([, frequency]) => frequency),
  }
}

describe('the codes of a file', () => {
  it('give back every number', () => {
    const value = fc.record({ value: number, k: fc.nat({ max: 20 }), bits: fc.nat({ max: 32 }) })
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const bytes = written((writer) => {
          for (const { value, k, bits } of values) {
            writer.golomb(value, k)
            writer.signed(-value, k)
            if (value >>> k < 1000) writer.rice(value, k)
            writer.bits(value % 2 ** bits, bits)
          }
        })
        const reader = new BitReader(bytes)
        for (const { value, k, bits } of values) {
          const start = reader.position
          expect(reader.golomb(k)).toBe(value)
          expect(reader.position - start).toBe(golombCost(value, k))
          expect(reader.signed(k) + value).toBe(0)
          if (value >>> k < 1000) expect(reader.rice(k)).toBe(value)
          expect(reader.bits(bits)).toBe(value % 2 ** bits)
        }
      }),
    )
  })

  it('give back numbers that are too large for 32 bits', () => {
    for (const value of [2 ** 30, 2 ** 31, 2 ** 32, 2 ** 40 + 1, 2 ** 47]) {
      const reader = new BitReader(written((writer) => writer.golomb(value, 8)))
      expect(reader.golomb(8)).toBe(value)
    }
  })

  it('give back lists of numbers', () => {
    const list = fc.oneof(
      fc.array(number, { maxLength: 400 }),
      fc.array(fc.nat({ max: 3 }), { maxLength: 400 }),
    )
    fc.assert(
      fc.property(list, (values) => {
        const bytes = written((writer) => writeNumbers(writer, values))
        expect([...readNumbers(new BitReader(bytes), values.length)]).toEqual(values)
      }),
    )
  })

  it('give back sorted terms', () => {
    const terms = fc.uniqueArray(text.filter((term) => term !== '')).map((list) => list.sort())
    fc.assert(
      fc.property(terms, text, (terms, seen) => {
        const counts = new Uint32Array(2 ** 16)
        for (let i = 0; i < seen.length; i++) counts[seen.charCodeAt(i)]!++
        const code = new UnitWriter({ letters: counts, others: counts })
        const bytes = written((writer) => {
          code.writeTable(writer)
          writeTerms(writer, terms, code)
        })
        const reader = new BitReader(bytes)
        expect(readTerms(reader, terms.length, new UnitReader(reader, bytes.length))).toEqual(terms)
      }),
    )
  })

  it('give back terms that share more than is written of it, and refuse those that say so', () => {
    const long = '长'.repeat(300)
    const terms = [
      long.slice(0, 255),
      long.slice(0, 290),
      `${long.slice(0, 290)}一`,
      `${long}二`,
      `${long}长`,
    ]
    const code = new UnitWriter({ letters: new Uint32Array(2 ** 16), others: new Uint32Array(2 ** 16) })
    const bytes = written((writer) => {
      code.writeTable(writer)
      writeTerms(writer, terms, code)
    })
    const reader = new BitReader(bytes)
    const units = new UnitReader(reader, bytes.length)
    expect(readTerms(reader, terms.length, units)).toEqual(terms)

    // The first has 300 code units; the second says that it shares all of them.
    const hostile = written((writer) => {
      code.writeTable(writer)
      writeTermCodes(writer, { shared: 0, distance: 0 })
      writeTerm(writer, { shared: 0, distance: 0 }, code, '', long)
      writer.signed(300, 0)
      writer.golomb(0, 0)
      code.write(writer, `${long}长`, 300)
    })
    const hostileReader = new BitReader(hostile)
    const hostileUnits = new UnitReader(hostileReader, hostile.length)
    expect(() => readTerms(hostileReader, 2, hostileUnits)).toThrow(BitsError)
  })

  it.each([
    ['the same', '长'.repeat(300)],
    ['its beginning', '长'.repeat(299)],
    ['before it', `${'长'.repeat(280)}一`],
  ])('refuse a term that shares as much as it may with the one before, and is %s', (_, second) => {
    const code = new UnitWriter({ letters: new Uint32Array(2 ** 16), others: new Uint32Array(2 ** 16) })
    const codes = { shared: 0, distance: 0 }
    const bytes = written((writer) => {
      code.writeTable(writer)
      writeTermCodes(writer, codes)
      writeTerm(writer, codes, code, '', '长'.repeat(300))
      writeTerm(writer, codes, code, '长'.repeat(255), second)
    })
    const reader = new BitReader(bytes)
    const units = new UnitReader(reader, bytes.length)
    expect(() => readTerms(reader, 2, units)).toThrow(BitsError)
  })

  it('give back texts, whatever the sample was', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(text), (sample, texts) => {
        const symbols = new SymbolWriter([...sample, ...sample, ...sample, ...sample])
        const reader = new SymbolReader(slack(symbols.table()))
        const bytes = written((writer) => {
          for (const text of texts) symbols.write(writer, text)
        })
        const stream = new BitReader(bytes)
        for (const text of texts) expect(reader.read(stream)).toBe(text)
        const skipped = new BitReader(bytes)
        for (const _ of texts) reader.skip(skipped)
        expect(skipped.position).toBe(stream.position)
      }),
    )
  })

  it('give back postings', () => {
    const gap = fc.tuple(
      fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 1000 }), fc.nat({ max: 100_000 })),
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 255 }) },
      ),
    )
    const gaps = fc.oneof(
      fc.array(gap, { minLength: 1, maxLength: 3 }),
      fc.array(gap, { minLength: 120, maxLength: 600 }),
    )
    fc.assert(
      fc.property(gaps, fc.nat({ max: 7 }), fc.nat({ max: 1000 }), (gaps, before, rest) => {
        const postings = postingsOf(gaps)
        const lengths = new Uint8Array(postings.paragraphs.at(-1)! + 1 + rest).fill(7)
        const bytes = written((writer) => {
          writer.bits(0, before)
          new PostingListWriter(lengths).write(writer, postings)
        })
        const documentFrequency = gaps.length
        const size = { documentFrequency, ...(documentFrequency === 1 && { frequency: gaps[0]![1] }) }
        expect(readPostings(bytes, before, size, lengths.length)).toEqual(postings)
        const list = readList(bytes, before, size, lengths.length, (read) => read())
        for (let block = list.lasts.length - 1; block >= 0; block--) list.load(block)
        expect({ paragraphs: list.paragraphs, frequencies: list.frequencies }).toEqual(postings)
      }),
    )
  })

  it('give back columns', () => {
    const rows = fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 3 }), { maxLength: 300 })
    fc.assert(
      fc.property(rows, (rows) => {
        const column: Column = {
          values: ['a', 'b', 'c', 'd', 'e', 'f'],
          numbers: Uint32Array.from(rows.flat()),
          starts: Uint32Array.from({ length: rows.length + 1 }, (_, p) => rows.slice(0, p).flat().length),
        }
        const code = new UnitWriter({ letters: new Uint32Array(0), others: new Uint32Array(0) })
        const table = new BitReader(written((writer) => code.writeTable(writer)))
        const bytes = written((writer) => writeColumn(writer, column, code))
        expect(readColumn(bytes, rows.length, new UnitReader(table, 8))).toEqual(column)
      }),
    )
  })

  it('give back the folding', () => {
    const pair = fc.tuple(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('支', '𠮷', 'a'),
    )
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const folding = pairs.flat().join('')
        expect(readFolding(written((writer) => writeFolding(writer, folding)))).toBe(folding)
      }),
    )
  })
})

describe('BitReader', () => {
  it('refuses to read beyond the end of its stream', () => {
    const reader = (): BitReader => new BitReader(slack(new Uint8Array([0, 0])))
    expect(() => reader().bits(17)).toThrow(BitsError)
    expect(() => reader().unary()).toThrow(BitsError)
    expect(() => reader().golomb(3)).toThrow(BitsError)
    expect(() => reader().golombs(3, 2 ** 52)).toThrow(BitsError)
    expect(() => readNumbers(reader(), 1000)).toThrow(BitsError)
  })
})

describe('crc32c', () => {
  it('is the checksum of RFC 3720', () => {
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa)
    expect(crc32c(new Uint8Array(32).fill(255))).toBe(0x62a8ab43)
    expect(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe(0x46dd794e)
  })
})

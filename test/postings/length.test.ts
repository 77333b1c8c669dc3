import { describe, expect, it } from 'vitest'
import { decodeLength, encodeLength, LENGTH_CODES } from '../../src/postings/length.js'

const codes = Array.from({ length: LENGTH_CODES }, (_, code) => code)

/** Lucene's SmallFloat.intToByte4. */
function luceneCode(length: number): number {
  if (length < 24) return length
  const rest = length - 24
  const bits = 32 - Math.clz32(rest)
  return 24 + (bits < 4 ? rest : ((rest >>> (bits - 4)) & 7) | ((bits - 3) << 3))
}

describe('the codes of lengths', () => {
  it('stand for the middles of classes', () => {
    expect(codes.slice(0, 23).map(decodeLength)).toEqual([
      2, 6, 10, 14, 18, 22, 26, 30, 34, 38, 44, 52, 64, 80, 104, 136, 184, 248, 344, 472, 664, 920, 1304,
    ])
    expect(encodeLength(2 ** 31 - 1)).toBe(LENGTH_CODES - 1)
  })

  it('ascend with the lengths that they stand for, and come back from them', () => {
    const lengths = codes.map(decodeLength)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(lengths.map(encodeLength)).toEqual(codes)
  })

  it('are each made of four that Lucene keeps', () => {
    const samples = Array.from({ length: 20_000 }, (_, length) => length)
    for (const length of [...samples, 1e5, 1e6, 1e9, 2 ** 31 - 1]) {
      expect(encodeLength(length)).toBe(luceneCode(length) >> 2)
    }
  })
})

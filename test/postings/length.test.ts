import { describe, expect, it } from 'vitest'
import { decodeLength, encodeLength } from '../../src/postings/length.js'

const codes = Array.from({ length: 256 }, (_, code) => code)
const lengths = codes.map(decodeLength)

describe('the codes of lengths', () => {
  it('stand for the lengths of Lucene', () => {
    // The table that Lucene scores by: SmallFloat.byte4ToInt of every byte.
    expect(lengths.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, length) => length))
    expect(lengths.slice(40, 66)).toEqual([
      40, 42, 44, 46, 48, 50, 52, 54, 56, 60, 64, 68, 72, 76, 80, 84, 88, 96, 104, 112, 120, 128, 136, 144,
      152, 168,
    ])
    expect(lengths[255]).toBe(2_013_265_944)
    expect(encodeLength(2 ** 31 - 1)).toBe(255)
  })

  it('ascend with lengths', () => {
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(new Set(lengths).size).toBe(256)
  })

  it('come back from the lengths that they stand for', () => {
    expect(lengths.map(encodeLength)).toEqual(codes)
  })

  it('round a length down to the nearest of them', () => {
    const samples = Array.from({ length: 20_000 }, (_, length) => length)
    for (const length of [...samples, 1e5, 1e6, 1e9, 2 ** 31 - 1]) {
      const code = encodeLength(length)
      expect(lengths[code]).toBeLessThanOrEqual(length)
      expect(lengths[code + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(length)
    }
  })
})

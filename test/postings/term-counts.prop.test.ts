import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TermCounts } from '../../src/postings/term-counts.js'

const text = fc.string({
  unit: fc.constantFrom('\0', '9', 'a', 'b', 'z', '{', 'é', '重', '庆', '\ud840'),
  maxLength: 8,
})

describe('TermCounts', () => {
  it('gives back every term with its count, by code unit', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 200 }), (texts) => {
        const counts = new TermCounts()
        for (const [i, key] of texts.entries()) counts.add(key, 't', i)
        const expected = texts.map((key, i) => [`${key}\0t`, i] as const)
        expected.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        expect([...counts.drain()]).toEqual(expected)
      }),
    )
  })

  it('keeps terms that take megabytes', () => {
    const counts = new TermCounts()
    const keys = ['b', '长'.repeat(400_000), 'a', '\ud840'.repeat(300_000), '长'.repeat(300_000)]
    for (const [i, key] of keys.entries()) counts.add(key, 's', i)
    expect([...counts.drain()].map(([term, i]) => term === `${keys[i]}\0s` && i)).toEqual([2, 0, 4, 1, 3])
  })

  it('sorts terms of which each begins as the one before goes on', () => {
    const counts = new TermCounts()
    const keys = Array.from({ length: 6_000 }, (_, i) => 'a'.repeat(i >> 1) + 'bc'[i & 1])
    for (const [i, key] of keys.entries()) counts.add(key, 't', i)
    const terms = [...counts.drain()].map(([term]) => term)
    expect(terms).toEqual(keys.map((key) => `${key}\0t`).sort())
  })
})

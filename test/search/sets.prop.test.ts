import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bitset } from '../../src/search/bitset.js'
import { intersect } from '../../src/search/intersect.js'
import { Top } from '../../src/search/top.js'

const SIZE = 100
const ordinals = fc.uniqueArray(fc.nat(SIZE - 1)).map((list) => list.sort((a, b) => a - b))

function membersOf(set: Bitset): number[] {
  const members: number[] = []
  set.forEach((ordinal) => {
    members.push(ordinal)
  })
  return members
}

describe('Bitset', () => {
  it('holds what was put into it, in ascending order', () => {
    fc.assert(
      fc.property(ordinals, (list) => {
        const set = Bitset.of(SIZE, [...list].reverse())
        expect(membersOf(set)).toEqual(list)
        for (let ordinal = 0; ordinal < SIZE; ordinal++) expect(set.has(ordinal)).toBe(list.includes(ordinal))
      }),
    )
  })

  it('intersects, unites and complements as sets do', () => {
    fc.assert(
      fc.property(ordinals, ordinals, (a, b) => {
        const all = Array.from({ length: SIZE }, (_, ordinal) => ordinal)
        expect(membersOf(Bitset.of(SIZE, a).intersect(Bitset.of(SIZE, b)))).toEqual(
          a.filter((ordinal) => b.includes(ordinal)),
        )
        expect(membersOf(Bitset.of(SIZE, a).unite(Bitset.of(SIZE, b)))).toEqual(
          all.filter((ordinal) => a.includes(ordinal) || b.includes(ordinal)),
        )
        expect(membersOf(Bitset.of(SIZE, a).complement())).toEqual(
          all.filter((ordinal) => !a.includes(ordinal)),
        )
      }),
    )
  })

  it.each([0, 1, 31, 32, 33, 64])('is full of %d ordinals, and no more', (size) => {
    expect(membersOf(Bitset.full(size))).toEqual(Array.from({ length: size }, (_, ordinal) => ordinal))
    expect(membersOf(new Bitset(size).complement())).toEqual(membersOf(Bitset.full(size)))
  })
})

describe('intersect', () => {
  it('gives what stands in every list, and where it stands in each', () => {
    fc.assert(
      fc.property(fc.array(ordinals, { minLength: 1, maxLength: 4 }), (lists) => {
        const { paragraphs, positions } = intersect(
          lists.map((list) => ({
            paragraphs: Uint32Array.from(list),
            frequencies: new Uint8Array(list.length),
          })),
        )
        const common = lists.reduce((left, right) => left.filter((ordinal) => right.includes(ordinal)))
        expect([...paragraphs]).toEqual(common)
        expect(positions.map((places, i) => [...places].map((place) => lists[i]![place]))).toEqual(
          lists.map(() => common),
        )
      }),
    )
  })

  it('gives nothing for no lists', () => {
    expect(intersect([]).paragraphs).toHaveLength(0)
  })
})

describe('Top', () => {
  it('keeps the best of what it is offered, in order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1_000)), fc.nat(20), (items, size) => {
        const before = (a: number, b: number): boolean => a % 100 < b % 100 || (a % 100 === b % 100 && a < b)
        const top = new Top(size, before)
        for (const item of items) top.offer(item)
        const sorted = [...items].sort((a, b) => (before(a, b) ? -1 : 1))
        expect(top.sorted()).toEqual(sorted.slice(0, size))
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listOf } from '../../../src/postings/posting-list.js'
import { intersect, join } from '../../../src/search/find/join.js'
import {
  difference,
  everyOrdinal,
  includes,
  intersection,
  union,
} from '../../../src/search/find/ordinal-sets.js'
import { Top } from '../../../src/search/find/top.js'

const SIZE = 100
const ordinals = fc.uniqueArray(fc.nat(SIZE - 1)).map((list) => list.sort((a, b) => a - b))

describe('sets of ordinals', () => {
  it('unite, intersect and differ as sets do', () => {
    fc.assert(
      fc.property(ordinals, ordinals, ordinals, (a, b, c) => {
        const all = [...everyOrdinal(SIZE)]
        const [first, second, third] = [a, b, c].map((list) => Uint32Array.from(list))
        expect([...union([first!, second!, third!], SIZE)]).toEqual(
          all.filter((ordinal) => a.includes(ordinal) || b.includes(ordinal) || c.includes(ordinal)),
        )
        expect([...intersection(first!, second!)]).toEqual(a.filter((ordinal) => b.includes(ordinal)))
        expect([...difference(first!, second!)]).toEqual(a.filter((ordinal) => !b.includes(ordinal)))
        for (const ordinal of all) expect(includes(first!, ordinal)).toBe(a.includes(ordinal))
      }),
    )
  })

  it('unite to nothing where there is none', () => {
    expect(union([], 10)).toHaveLength(0)
    expect(everyOrdinal(0)).toHaveLength(0)
  })
})

/** Beyond one block. */
const postings = fc
  .uniqueArray(fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 255 })), {
    selector: ([ordinal]) => ordinal,
    maxLength: 400,
    size: 'max',
  })
  .map((pairs) => new Map(pairs.sort(([a], [b]) => a - b)))
const toList = (pairs: ReadonlyMap<number, number>) =>
  listOf({ paragraphs: Uint32Array.from(pairs.keys()), frequencies: Uint8Array.from(pairs.values()) })

describe('join', () => {
  it('gives the places of the ordinals that stand in every list, and their frequencies', () => {
    fc.assert(
      fc.property(fc.array(postings, { minLength: 1, maxLength: 3 }), postings, (lists, wanted) => {
        const ordinals = [...wanted.keys()]
        const { at, frequencies } = join(lists.map(toList), Uint32Array.from(ordinals))
        const common = ordinals.filter((ordinal) => lists.every((list) => list.has(ordinal)))
        expect([...at].map((place) => ordinals[place])).toEqual(common)
        expect(frequencies.map((some) => [...some])).toEqual(
          lists.map((list) => common.map((ordinal) => list.get(ordinal))),
        )
      }),
    )
  })
})

describe('intersect', () => {
  it('gives what stands in every list', () => {
    fc.assert(
      fc.property(fc.array(postings, { minLength: 1, maxLength: 4 }), (lists) => {
        const common = [...lists[0]!.keys()].filter((ordinal) => lists.every((list) => list.has(ordinal)))
        expect([...intersect(lists.map(toList))]).toEqual(common)
      }),
    )
  })

  it('gives nothing for no lists', () => {
    expect(intersect([])).toHaveLength(0)
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

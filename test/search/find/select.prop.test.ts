import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listOf, type PostingList } from '../../../src/postings/posting-list.js'
import type { TermEntry } from '../../../src/postings/posting-store.js'
import { type Clause, EXACT } from '../../../src/query/clause.js'
import { lengthNorms } from '../../../src/search/find/bm25.js'
import { type RankSource, rank } from '../../../src/search/find/rank.js'
import { select } from '../../../src/search/find/select.js'
import { byRelevance, first } from '../../../src/search/order/order.js'

/** More than one window of ordinals. */
const PARAGRAPHS = 10_000
const FIELDS = ['words', 'bigrams', 'sections'] as const

/** Lists of very different lengths, in which frequencies above 1 are seldom and come together. */
const clauses = fc.array(
  fc.record({
    field: fc.constantFrom(...FIELDS),
    weight: fc.constantFrom(0.5, 1, 2),
    lists: fc.array(
      fc.record({ step: fc.integer({ min: 1, max: 900 }), start: fc.nat(5_000), high: fc.nat(PARAGRAPHS) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
)

interface Description {
  field: (typeof FIELDS)[number]
  weight: number
  lists: { step: number; start: number; high: number }[]
}

function build(descriptions: Description[], lengths: Uint8Array): { clauses: Clause[]; source: RankSource } {
  const lists = new Map<TermEntry, PostingList>()
  const clauses = descriptions.map(({ field, weight, lists: own }, number): Clause => {
    const entries = own.map(({ step, start, high }, i): TermEntry => {
      const paragraphs: number[] = []
      for (let ordinal = start; ordinal < PARAGRAPHS; ordinal += 1 + ((ordinal * 7919) % step)) {
        paragraphs.push(ordinal)
      }
      const frequencies = paragraphs.map((ordinal) => (Math.abs(ordinal - high) < 150 ? 3 : 1))
      const entry = { field, term: `${number}.${i}`, documentFrequency: paragraphs.length }
      const postings = {
        paragraphs: Uint32Array.from(paragraphs),
        frequencies: Uint8Array.from(frequencies),
      }
      lists.set(entry, listOf(postings, lengths))
      return entry
    })
    return { field, entries, weight, kind: 'word', tier: EXACT }
  })
  const source = {
    paragraphs: PARAGRAPHS,
    lengths,
    norms: lengthNorms(40),
    listsOf: (entries: readonly TermEntry[]) => entries.map((entry) => lists.get(entry)!),
  }
  return { clauses, source }
}

describe('select', () => {
  it('leaves out none of the best', () => {
    fc.assert(
      fc.property(clauses, fc.integer({ min: 1, max: 40 }), fc.nat(), (descriptions, size, seed) => {
        const lengths = Uint8Array.from(
          { length: PARAGRAPHS },
          (_, ordinal) => 30 + (((ordinal + seed) * 31) % 17),
        )
        const { clauses, source } = build(descriptions, lengths)
        const all = rank(
          clauses,
          Uint32Array.from({ length: PARAGRAPHS }, (_, ordinal) => ordinal),
          source,
        )
        const some = rank(clauses, select(clauses, size, source), source)
        const bestOf = (ranked: typeof all): [number, number][] =>
          first(
            ranked.ordinals.map((_, place) => place),
            size,
            byRelevance(ranked),
          )
            .map((place): [number, number] => [ranked.ordinals[place]!, ranked.scores[place]!])
            .filter(([, score]) => score > 0)
        expect(bestOf(some)).toEqual(bestOf(all))
      }),
      { numRuns: 60 },
    )
  })

  it('reads few blocks where most cannot reach the top', () => {
    const lengths = new Uint8Array(PARAGRAPHS).fill(40)
    const { clauses, source } = build(
      [
        { field: 'words', weight: 1, lists: [{ step: 1, start: 0, high: 300 }] },
        { field: 'bigrams', weight: 1, lists: [{ step: 1, start: 0, high: 300 }] },
      ],
      lengths,
    )
    const { read, watched } = watch(source)
    const ordinals = select(clauses, 10, watched)
    expect(ordinals.length).toBeGreaterThanOrEqual(10)
    expect(ordinals.length).toBeLessThan(300)
    expect(read.size).toBeLessThan(100)
  })

  it('reads little of long lists that count together where they cannot reach the top', () => {
    const lengths = new Uint8Array(PARAGRAPHS).fill(40)
    const { clauses, source } = build(
      [
        { field: 'words', weight: 1, lists: [{ step: 900, start: 0, high: 0 }] },
        {
          field: 'bigrams',
          weight: 1,
          lists: [
            { step: 1, start: 0, high: 0 },
            { step: 1, start: 1, high: 0 },
          ],
        },
      ],
      lengths,
    )
    const { read, watched } = watch(source)
    expect(select(clauses, 5, watched).length).toBeGreaterThanOrEqual(5)
    // Of 157: those of the first window.
    expect(read.size).toBeLessThan(100)
  })

  it('looks for terms that count together only where a paragraph may reach the top', () => {
    const lengths = new Uint8Array(PARAGRAPHS).fill(40)
    const { clauses, source } = build(
      [
        { field: 'words', weight: 2, lists: [{ step: 900, start: 0, high: 0 }] },
        {
          field: 'bigrams',
          weight: 0.5,
          lists: [
            { step: 1, start: 0, high: 0 },
            { step: 60, start: 0, high: 0 },
          ],
        },
      ],
      lengths,
    )
    const { read, watched } = watch(source)
    expect(select(clauses, 5, watched).length).toBeGreaterThanOrEqual(5)
    // Of 83; behind the first window a few of the long list.
    expect(read.size).toBeLessThan(70)
  })
})

/** Notes which blocks of which lists are read. */
function watch(source: RankSource): { read: Set<string>; watched: RankSource } {
  const read = new Set<string>()
  const watched = {
    ...source,
    listsOf: (entries: readonly TermEntry[]): PostingList[] =>
      source.listsOf(entries).map((list, i) => ({
        ...list,
        load: (block) => read.add(`${entries[i]!.term} ${block}`),
      })),
  }
  return { read, watched }
}

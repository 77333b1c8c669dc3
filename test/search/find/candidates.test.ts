import { describe, expect, it } from 'vitest'
import { listOf } from '../../../src/postings/posting-list.js'
import { EXACT } from '../../../src/query/clause.js'
import type { Plan } from '../../../src/query/plan.js'
import { lengthNorms } from '../../../src/search/find/bm25.js'
import { findCandidates } from '../../../src/search/find/candidates.js'
import type { Reading } from '../../../src/search/find/reading.js'

const PARAGRAPHS = 10_000

describe('findCandidates', () => {
  it('tells how many hits a single list brings without reading all of it', () => {
    const lengths = new Uint8Array(PARAGRAPHS).fill(40)
    const paragraphs = Uint32Array.from({ length: PARAGRAPHS }, (_, ordinal) => ordinal)
    const frequencies = Uint8Array.from(paragraphs, (ordinal) => (ordinal < 30 ? 3 : 1))
    const read: number[] = []
    const list = {
      ...listOf({ paragraphs, frequencies }, lengths),
      load(block: number) {
        read.push(block)
      },
    }
    const entry = { field: 'bigrams' as const, term: '人才', documentFrequency: PARAGRAPHS }
    const clause = { field: entry.field, entries: [entry], kind: 'word', weight: 1, tier: EXACT } as const
    const { ordinals, counted } = findCandidates(
      { clauses: [clause], condition: undefined } as unknown as Plan,
      {
        paragraphs: PARAGRAPHS,
        ordinals: PARAGRAPHS,
        lengths,
        norms: lengthNorms(40),
        listsOf: () => [list],
      } as unknown as Reading,
      20,
    )
    expect(counted).toEqual({ total: PARAGRAPHS, totalIsExact: true, facets: {} })
    expect(ordinals).toHaveLength(30)
    // Of 79: those of the first window.
    expect(read).toHaveLength(32)
  })
})

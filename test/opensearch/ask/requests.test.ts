import { describe, expect, it } from 'vitest'
import { termsIn } from '../../../src/opensearch/ask/queries.js'
import { requestsFor } from '../../../src/opensearch/ask/requests.js'
import { FACETS } from '../../../src/postings/posting-store.js'
import { type Clause, type Condition, NOTHING } from '../../../src/query/clause.js'
import type { Plan } from '../../../src/query/plan.js'

/** Clauses of a cluster's query; it refuses more than 1,024. */
const MOST = 1_024

function entry(field: Clause['field'], term: string): Clause['entries'][number] {
  return { field, term, documentFrequency: 5 }
}

function plan(guesses: number, clauses: number): Plan {
  const made = Array.from({ length: clauses }, (_, i): Clause => {
    const entries = ['a', 'b', 'c', 'd', 'e'].map((letter) => entry('bigrams', `${letter}${i}`))
    return { field: 'bigrams', entries, weight: 1, tier: i % 3, slot: '', kind: 'word' } as unknown as Clause
  })
  return {
    clauses: made,
    condition: undefined,
    parts: [],
    guesses: Array.from({ length: guesses }, (_, g) => ({
      text: `guess ${g}`,
      titled: NOTHING,
      condition: ofSixCharacters(g),
    })),
  } as unknown as Plan
}

/** As a text of six characters is looked for: its five bigrams in the text, or in one of three lists of titles. */
function ofSixCharacters(guess: number): Condition {
  const conditions = (['bigrams', 'sections', 'proposals', 'names'] as const).map((field): Condition => {
    const entries = ['a', 'b', 'c', 'd', 'e'].map((letter) => entry(field, `${letter}${guess}`))
    return { kind: 'entries', entries }
  })
  return { kind: 'any', conditions }
}

describe('the searches of a plan', () => {
  it('have no more clauses than a cluster takes, whatever they are found by', () => {
    for (const [guesses, clauses] of [
      [24, 24],
      [24, 170],
      [2, 5],
    ] as const) {
      const requests = requestsFor(plan(guesses, clauses), {}, 1_000)
      expect(termsIn(requests.page({ size: 10 }, true).query)).toBeLessThanOrEqual(MOST)
      expect(termsIn(requests.guesses().query)).toBeLessThanOrEqual(MOST)
    }
  })

  it('leave out the guesses that are used least, and none where there is room', () => {
    const namesOf = (guesses: number): string[] => {
      const { aggs } = requestsFor(plan(guesses, 5), {}, 1_000).guesses() as {
        aggs: { guesses: { filters: { filters: object } } }
      }
      return Object.keys(aggs.guesses.filters.filters).filter((name) => name.startsWith('guess-'))
    }
    expect(namesOf(8)).toHaveLength(8)
    const kept = namesOf(24)
    expect(kept.length).toBeGreaterThan(15)
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => `guess-${i}`))
  })

  it('count no more values of facets than a cluster gives', () => {
    const { aggs } = requestsFor(plan(0, 1), { facets: [...FACETS] }, 1_000).page({ size: 1 }, true)
    const sizes = Object.values(aggs as Record<string, { terms: { size: number } }>).map(
      ({ terms }) => terms.size,
    )
    expect(sizes).toHaveLength(FACETS.length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(65_535)
  })
})

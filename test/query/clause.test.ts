import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clause, canonical, EXACT, PINYIN, TYPO } from '../../src/query/clause.js'

const clause: fc.Arbitrary<Clause> = fc.record({
  field: fc.constantFrom('words', 'bigrams', 'names'),
  kind: fc.constantFrom('word', 'bigram', 'pinyin'),
  weight: fc.constantFrom(0.5, 1, 2),
  tier: fc.constantFrom(EXACT, PINYIN, TYPO),
  entries: fc
    .subarray(['先投', '投后', '后股'], { minLength: 1 })
    .map((terms) => terms.map((term) => ({ field: 'bigrams', term, documentFrequency: 1 }) as const)),
})

function termsOf({ field, entries }: Clause): string {
  return [field, ...entries.map(({ term }) => term)].join(' ')
}

describe('canonical', () => {
  it('gives clauses one order, whatever the order of the query', () => {
    const distinct = fc.uniqueArray(clause, { selector: termsOf })
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.nat()), (clauses, keys) => {
        const shuffled = clauses
          .map((each) => ({ each, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each)
        expect(canonical(shuffled)).toEqual(canonical(clauses))
      }),
    )
  })

  it('keeps one clause for each field and terms: of the first tier the weightiest', () => {
    fc.assert(
      fc.property(fc.array(clause), (clauses) => {
        const kept = canonical(clauses)
        expect(kept.map(termsOf)).toEqual([...new Set(clauses.map(termsOf))].sort())
        for (const { tier, weight, ...same } of kept) {
          for (const other of clauses.filter(
            (each) => termsOf(each) === termsOf({ tier, weight, ...same }),
          )) {
            expect(other.tier > tier || (other.tier === tier && other.weight <= weight)).toBe(true)
          }
        }
      }),
    )
  })
})

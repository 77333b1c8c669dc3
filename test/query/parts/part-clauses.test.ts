import { describe, expect, it } from 'vitest'
import type { TermEntry, TermKey } from '../../../src/postings/posting-store.js'
import type { Lexicon } from '../../../src/query/lexicon.js'
import { clausesOf } from '../../../src/query/parts/part-clauses.js'
import { partsOf } from '../../../src/query/parts/parts.js'
import { createFolding } from '../../../src/text/normalize.js'

/** An index of 100,000 paragraphs. @param known In how many of them a term of a field stands. */
function lexiconOf(known: Record<string, number>): Lexicon {
  const get = (field: TermKey['field'], term: string): TermEntry | undefined => {
    const documentFrequency = known[`${field} ${term}`]
    return documentFrequency === undefined ? undefined : { field, term, documentFrequency }
  }
  return {
    paragraphs: 100_000,
    total: 1_000_000,
    count: (word) => get('words', word)?.documentFrequency ?? 0,
    get,
    async fetch() {},
  }
}

function termsOf(query: string, known: Record<string, number>): string[] {
  const lexicon = lexiconOf(known)
  return partsOf(query, { folding: createFolding(''), synonyms: [] })
    .flatMap((part) => clausesOf([part], lexicon))
    .map(({ field, entries }) => `${field} ${entries.map(({ term }) => term).join(' ')}`)
}

describe('a word of one character', () => {
  const known = { 'words 技术': 900, 'bigrams 技术': 1000, 'bigrams 术是': 40 }

  it('is left out where it stands in a large share of the paragraphs', () => {
    expect(termsOf('技术是', { ...known, 'words 是': 40_000 })).toEqual([
      'words 技术',
      'bigrams 技术',
      'bigrams 术是',
    ])
  })

  it('is asked for where it is rarer', () => {
    expect(termsOf('技术是', { ...known, 'words 是': 4_000 })).toContain('words 是')
  })

  it('is asked for where nothing else of its run stands anywhere', () => {
    expect(termsOf('是的', { 'words 是': 40_000, 'words 的': 60_000 })).toEqual(['words 是', 'words 的'])
  })
})

describe('a frequent word of two characters', () => {
  it('is read once where its bigram stands hardly anywhere else', () => {
    expect(termsOf('技术', { 'words 技术': 9_600, 'bigrams 技术': 10_000 })).toEqual(['bigrams 技术'])
  })

  it('is read as a word and as a bigram where the two differ', () => {
    const known = { 'words 技术': 6_000, 'bigrams 技术': 10_000 }
    expect(termsOf('技术', known)).toEqual(['words 技术', 'bigrams 技术'])
  })
})

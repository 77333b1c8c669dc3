import { describe, expect, it } from 'vitest'
import { InvalidQueryError } from '../../../src/errors.js'
import { checkSearchOptions, checkSuggestOptions, checkText } from '../../../src/query/read/schema.js'

/** The error of a check that must fail. */
function errorOf(check: () => unknown): InvalidQueryError {
  try {
    check()
  } catch (error) {
    if (error instanceof InvalidQueryError) return error
    throw error
  }
  throw new Error('Expected an InvalidQueryError')
}

/** Where it failed, and the message. */
function failureOf(check: () => unknown): string[] {
  const { issues, message } = errorOf(check)
  return [issues.map(({ path }) => path.join('.')).join(' '), message]
}

describe('checkSearchOptions', () => {
  it('accepts every option, and any of them undefined', () => {
    const options = {
      limit: 0,
      offset: 1_000_000,
      filter: { issuer: '株洲市科学技术局', category: ['A', 'B'], year: { from: '2023', to: '2025' } },
      facets: ['issuer', 'year'],
      group: 'reply',
      sort: '-date',
      match: 'all',
      typos: false,
      pinyin: false,
      explain: 'a/1/1',
      signal: new AbortController().signal,
    }
    expect(checkSearchOptions(options)).toEqual(options)
    expect(checkSearchOptions({})).toEqual({})
    const empty = Object.fromEntries(Object.keys(options).map((name) => [name, undefined]))
    expect(() => checkSearchOptions(empty)).not.toThrow()
  })

  it.each([
    [{ limit: -1 }, 'limit', 'a whole number from 0 to 10000, got -1'],
    [{ limit: 10_001 }, 'limit', 'a whole number from 0 to 10000, got 10001'],
    [{ limit: 1.5 }, 'limit', 'a whole number from 0 to 10000, got 1.5'],
    [{ limit: '5' }, 'limit', 'a whole number from 0 to 10000, got "5"'],
    [{ offset: Number.NaN }, 'offset', 'a whole number from 0 to 1000000, got NaN'],
    [{ filter: { issuer: 3 } }, 'filter.issuer', 'string or array, got 3'],
    [{ filter: { issuer: ['甲', 3] } }, 'filter.issuer.1', 'string, got 3'],
    [{ filter: { author: '甲' } }, 'filter.author', 'one of issuer, year,'],
    [{ filter: { issuer: { from: '甲' } } }, 'filter.issuer', 'string or array, got an object with from'],
    [{ filter: { year: 2023 } }, 'filter.year', 'got 2023'],
    [{ filter: { year: { from: 2023 } } }, 'filter.year.from', 'string, got 2023'],
    [{ filter: { reply: Array(1_001).fill('a') } }, 'filter.reply', 'at most 1000 values'],
    [{ facets: ['author'] }, 'facets.0', '"issuer" or "year"'],
    [{ facetLimit: 0 }, 'facetLimit', 'a whole number from 1 to 10000, got 0'],
    [{ facets: 'issuer' }, 'facets', 'array, got "issuer"'],
    [{ group: 'section' }, 'group', '"paragraph" or "reply", got "section"'],
    [{ sort: 'newest' }, 'sort', '"relevance" or "date" or "-date", got "newest"'],
    [{ match: 'some' }, 'match', '"any" or "all", got "some"'],
    [{ typos: 'no' }, 'typos', 'boolean, got "no"'],
    [{ pinyin: 1 }, 'pinyin', 'boolean, got 1'],
    [{ explain: 1 }, 'explain', 'boolean or string, got 1'],
    [{ signal: {} }, 'signal', 'an AbortSignal, got an object'],
    [{ signal: null }, 'signal', 'an AbortSignal, got null'],
    [{ limits: 5 }, 'limits', 'one of limit, offset, filter,'],
    [null, '', 'object, got null'],
    ['limit', '', 'object, got "limit"'],
  ])('refuses %j and says where, what was expected and what it got', (options, path, message) => {
    const [where, text] = failureOf(() => checkSearchOptions(options))
    expect(where).toBe(path)
    expect(text).toMatch(/^Invalid search options: /)
    expect(text).toContain(path)
    expect(text).toContain(message)
  })

  it('carries an issue for each value that fails', () => {
    const { issues, message } = errorOf(() => checkSearchOptions({ limit: -1, sort: 'newest', a: 1, b: 2 }))
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['limit', 'sort', 'a', 'b'])
    expect(message).toContain('and 3 more')
  })
})

describe('checkSuggestOptions', () => {
  it('accepts a limit from 1 to 100', () => {
    expect(checkSuggestOptions({ limit: 100 })).toEqual({ limit: 100 })
    expect(failureOf(() => checkSuggestOptions({ limit: 0 }))).toEqual([
      'limit',
      'Invalid suggest options: limit: expected a whole number from 1 to 100, got 0.',
    ])
    expect(failureOf(() => checkSuggestOptions({ sort: 'date' }))[1]).toContain('one of limit, signal')
  })
})

describe('checkText', () => {
  it('accepts text alone', () => {
    expect(checkText('先', 'prefix')).toBe('先')
    expect(failureOf(() => checkText({ text: '先' }, 'prefix'))[1]).toBe(
      'Invalid prefix: expected string, got an object with text.',
    )
  })
})

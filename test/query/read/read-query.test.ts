import { describe, expect, it } from 'vitest'
import { InvalidQueryError } from '../../../src/errors.js'
import { readQuery } from '../../../src/query/read/read-query.js'

/** Where a query that must be refused fails, and the message. */
async function failureOf(query: unknown): Promise<string[]> {
  const error = await readQuery(query).catch((error: unknown) => error)
  if (!(error instanceof InvalidQueryError)) throw new Error(`Expected an InvalidQueryError, got ${error}`)
  return [error.issues.map(({ path }) => path.join('.')).join(' '), error.message]
}

describe('readQuery', () => {
  it('accepts text and trees', async () => {
    for (const text of ['', '支'.repeat(10_000)])
      expect(await readQuery(text)).toEqual({ query: { text }, notes: [] })
    for (const query of [
      { text: '' },
      { all: [{ text: '资金' }, { not: { any: [{ phrase: '办法' }, { field: 'issuer', value: '甲' }] } }] },
      { field: 'year', from: '2023' },
      { field: 'year', value: '2023' },
      { field: 'issuer', contains: '教育' },
      { all: [] },
    ]) {
      expect(await readQuery(query)).toEqual({ query, notes: [] })
    }
  })

  it.each([
    [5, '', 'string, got 5'],
    [undefined, '', 'string, got undefined'],
    [null, '', 'one of { text }, { phrase }'],
    [[], '', 'one of { text }, { phrase }'],
    [{}, '', 'got an object with no keys'],
    [{ txt: '资金' }, '', 'one of { text }, { phrase }'],
    [{ text: '资金', phrase: '办法' }, '', 'got an object with text, phrase'],
    [{ text: 5 }, 'text', 'string, got 5'],
    [{ any: [{ text: '资金' }, { txt: '办法' }] }, 'any.1', 'got an object with txt'],
    [{ not: { all: [{ text: null }] } }, 'not.all.0.text', 'string, got null'],
    [{ any: { text: '资金' } }, 'any', 'array, got an object with text'],
    [{ field: 'author', value: '甲' }, 'field', '"issuer" or "year"'],
    [{ field: 'year', from: 2023 }, 'from', 'string, got 2023'],
    ['支'.repeat(10_001), '', 'at most 10000 characters, got "支'],
    [{ phrase: '支'.repeat(10_001) }, 'phrase', 'at most 10000 characters'],
  ])('refuses %j and says where, what was expected and what it got', async (query, path, message) => {
    const [where, text] = await failureOf(query)
    expect(where).toBe(path)
    expect(text).toMatch(/^Invalid query: /)
    expect(text).toContain(message)
  })

  it('bounds a tree as a whole, whatever its form', async () => {
    const cyclic: Record<string, unknown> = {}
    cyclic.not = cyclic
    const looped: unknown[] = []
    looped.push(looped)
    let deep: unknown = { text: '支' }
    for (let i = 0; i < 100_000; i++) deep = { not: deep }
    const wide = { any: Array(500_000).fill({ text: '支' }) }
    for (const query of [cyclic, { all: looped }, deep, wide]) {
      expect((await failureOf(query))[1]).toMatch(/at most 1000 objects.*smaller queries/)
    }
    const long = { any: Array(400).fill({ text: '支'.repeat(26) }) }
    expect((await failureOf(long))[1]).toMatch(/10000 characters in all, got 10400.*smaller/)
  })
})

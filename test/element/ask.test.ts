import { expect, it } from 'vitest'
import { fromUrl } from '../../src/element/ask.js'
import { LONGEST_QUERY } from '../../src/query/query.js'

it('asks for no more values of a facet than it is cheap to count, whatever an address names', () => {
  const url = new URL('https://example.org/?q=停车&year=2025')
  for (let i = 0; i < 500; i++) url.searchParams.append('issuer', `第${i}局`)
  const { query, filter } = fromUrl(url.href, ['issuer', 'year'])
  expect(query).toBe('停车')
  expect(filter.year).toEqual(['2025'])
  expect(filter.issuer).toEqual(Array.from({ length: 20 }, (_, i) => `第${i}局`))
})

it('asks no more than an index answers, however long the address', () => {
  expect(fromUrl(`https://example.org/?q=${'a'.repeat(10_001)}`, []).query).toHaveLength(LONGEST_QUERY)
})

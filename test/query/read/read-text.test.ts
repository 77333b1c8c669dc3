import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../../src/query/read/read-text.js'
import { parseQuery } from '../../../src/query/read/syntax.js'

const text = fc
  .array(
    fc.constantFrom(...'水电路a1 -－"“”＂「」『』„(（)）|｜:：', 'OR', 'NOT', 'ＯＲ', 'ＮＯＴ', '单位'),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))

describe('readText', () => {
  it('reads every text with a letter or digit as the query language does', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string({ unit: 'binary' })), async (input) => {
        fc.pre(/[\p{L}\p{N}]/u.test(input.normalize('NFKC')))
        expect(await readText(input)).toEqual(parseQuery(input))
      }),
    ))

  it.each(['(😀)', '“？”', '"', '()', '-。', '：'])('finds nothing to look for in %s', async (input) => {
    expect(await readText(input)).toEqual({ query: { text: input }, notes: [{ kind: 'signs alone' }] })
  })
})

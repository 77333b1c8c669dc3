import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentId, orderKey } from '../../../src/opensearch/layout/ids.js'
import { characterTokens, tokenOf } from '../../../src/opensearch/layout/tokens.js'

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8')

describe('orderKey', () => {
  it('sorts by its bytes as ids do by their code units', () => {
    const id = fc.string({ unit: fc.constantFrom('a', '株', '\ue000', 'ｚ', '𠮷', '\uffff'), maxLength: 4 })
    fc.assert(
      fc.property(id, id, (a, b) => {
        const order = Math.sign(Buffer.compare(bytes(orderKey(a)), bytes(orderKey(b))))
        expect(order).toBe(a === b ? 0 : a < b ? -1 : 1)
      }),
    )
  })
})

describe('documentId', () => {
  it('is short enough for a cluster, and another for every other document', () => {
    const long = '关'.repeat(400)
    const ids = [
      documentId('reply', `${long}a`),
      documentId('reply', `${long}b`),
      documentId('paragraph', long),
    ]
    for (const id of ids) expect(bytes(id).length).toBeLessThanOrEqual(512)
    expect(new Set(ids).size).toBe(3)
    expect(documentId('paragraph', 'k-2025-071/2/1')).toBe('paragraph:k-2025-071/2/1')
  })
})

describe('tokens', () => {
  it('are each one word for an analyzer that cuts at white space or behind 255 characters', () => {
    const term = 'x'.repeat(300)
    expect(tokenOf('words', term).length).toBeLessThan(255)
    expect(tokenOf('words', term)).not.toBe(tokenOf('words', `${term}x`))
    expect(tokenOf('words', '投')).not.toBe(tokenOf('characters', '投'))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const tokens = characterTokens(text).split(' ')
        expect(text === '' ? [''] : tokens).toHaveLength(Math.max(1, [...text].length))
        for (const token of tokens) expect(token).not.toMatch(/\s/u)
      }),
    )
  })
})

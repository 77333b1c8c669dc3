import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UnitWriter } from '../../../src/postings/file/codec/unit-writer.js'
import { moveBase, NodeWriter } from '../../../src/postings/file/node-writer.js'
import { PAGE } from '../../../src/postings/file/pages.js'

const units = new Uint32Array(2 ** 16).fill(1, 0x4e00, 0x4f00)
const code = new UnitWriter({ letters: units, others: units })
const base = fc.oneof(fc.nat(), fc.nat({ max: 2 ** 47 }))

function node(base: number, terms: readonly string[]): Uint8Array {
  const writer = new NodeWriter(1, code)
  terms.forEach((term, i) => {
    writer.add({ term, documentFrequency: i + 1, base: base + 8 * i, surplus: i })
  })
  const page = new Uint8Array(PAGE.lexicon)
  page.set(writer.finish())
  return page
}

describe('moveBase', () => {
  it('makes of a node what it would be behind other postings', () => {
    fc.assert(
      fc.property(base, base, fc.constantFrom(['支'], ['不', '与', '专精特新']), (from, by, terms) => {
        const moved = node(from, terms)
        moveBase(moved, by)
        expect(moved).toEqual(node(from + by, terms))
      }),
    )
  })
})

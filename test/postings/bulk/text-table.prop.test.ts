import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextTable } from '../../../src/postings/bulk/text-table.js'

test('keeps a value for each text, whatever it is a part of', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '\0', '\uffff'), maxLength: 5 })
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 200 }), text, (texts, before) => {
      const table = new TextTable()
      texts.forEach((text, value) => {
        expect(table.find(before + text, before.length, before.length + text.length)).toBe(-1)
        table.set(before + text, before.length, before.length + text.length, value)
      })
      expect(table.size).toBe(texts.length)
      expect(texts.map((text) => table.find(text, 0, text.length))).toEqual([...texts.keys()])
    }),
  )
})

test('grows beyond its first memory', () => {
  const table = new TextTable()
  const texts = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(i) + (i % 3 ? '甲' : '乙丙'))
  texts.forEach((text, value) => {
    table.set(text, 0, text.length, value)
  })
  expect(texts.every((text, value) => table.find(text, 0, text.length) === value)).toBe(true)
})

import { expect, it } from 'vitest'
import { withoutRadicals } from '../../../src/node/readers/radicals.js'

it('gives the characters that radicals were printed for', () => {
  expect(withoutRadicals('⻘⽲县⽔利局⼗届⻓沙⼾⼝')).toBe('青禾县水利局十届长沙户口')
  expect(withoutRadicals('青禾县')).toBe('青禾县')
})

it('gives the characters that stand twice in Unicode, and keeps every offset', () => {
  expect(withoutRadicals('2025\uf98e6\u2f49')).toBe('2025年6月')
  // Its double lies beyond the first plane.
  expect(withoutRadicals('\ufa6c')).toBe('\ufa6c')
})

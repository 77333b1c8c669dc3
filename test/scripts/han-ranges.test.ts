import { expect, it } from 'vitest'
import { withRanges } from '../../scripts/han-ranges.js'

const LAST = 0x10ffff

it.each([
  ['alone', String.raw`^\p{Script=Han}$`],
  ['in a class', String.raw`^[\p{Script=Han}]$`],
  ['in a class behind a bracket', String.raw`^[（[\]\p{Script=Han}A]$`],
  ['in a class of all others', String.raw`^[^、\p{Script=Han}]$`],
  ['behind a class', String.raw`^[^、]?\p{Script=Han}$`],
  ['behind an escaped bracket', String.raw`^\[?\p{Script=Han}$`],
])('writes a script as its ranges: %s', (_, pattern) => {
  const [property, ranges] = [pattern, withRanges(pattern)].map((source) => new RegExp(source, 'u'))
  expect(ranges!.source).not.toContain('Script')
  const differing: string[] = []
  for (let code = 0; code <= LAST; code++) {
    const character = String.fromCodePoint(code)
    if (property!.test(character) !== ranges!.test(character)) differing.push(code.toString(16))
  }
  expect(differing).toEqual([])
})

it('writes it in strings too, of which regular expressions are made', () => {
  expect(withRanges(String.raw`new RegExp('(?<!\\p{Script=Han})')`)).toBe(
    `new RegExp('(?<!${withRanges(String.raw`\p{Script=Han}`)})')`,
  )
})

import { expect, test } from 'vitest'
import { wholeOccurrences } from '../../src/text/number-edges.js'

test.each([
  ['10万元', '110万元'],
  ['5万元', '1.5万元'],
  ['200元', '1,200元'],
  ['1', '1,200元'],
  ['98', '98.5%'],
  ['3', '3千米'],
  ['5000万', '2亿5000万'],
  ['十万元', '五十万元'],
  ['十二届', '二十二届'],
  ['三十', '三十二'],
])('%s is but a piece of %s', (part, text) => {
  expect(wholeOccurrences(text, part)).toEqual([])
})

test.each([
  ['10万元', '补助10万元'],
  ['万元', '10万元'],
  ['2025年', '共100,2025年'],
  ['一线', '统一一线'],
  ['三产', '一二三产'],
  ['5月', '2025年5月'],
])('%s stands whole in %s', (part, text) => {
  expect(wholeOccurrences(text, part)).toEqual([text.length - part.length])
})

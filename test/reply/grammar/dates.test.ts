import { describe, expect, test } from 'vitest'
import { datesOfLine, findDate } from '../../../src/reply/grammar/dates.js'
import { numberOf } from '../../../src/reply/grammar/numerals.js'

test.each([
  ['2025年7月3日', '2025-07-03'],
  ['2024年02月29日', '2024-02-29'],
  ['二〇二五年七月三日', '2025-07-03'],
  ['二○二五年十二月三十一日', '2025-12-31'],
  ['二00七年十月二十日', '2007-10-20'],
  ['二0一七年五月九日', '2017-05-09'],
  ['二〇二五年元月五日', '2025-01-05'],
  ['二О二三年六月二十五日', '2023-06-25'],
  ['二OO九年六月五日', '2009-06-05'],
  ['2024年5月20', '2024-05-20'],
  ['20245月20日', '2024-05-20'],
  ['2024年520日', '2024-05-20'],
  ['2024.5.20', '2024-05-20'],
  ['2024-5-20', '2024-05-20'],
  ['2024/5/20', '2024-05-20'],
  ['20250703', '2025-07-03'],
  ['202573', '2025-07-03'],
  ['2025711', '2025-07-11'],
  ['2025703', '2025-07-03'],
])('reads the date %s', (line, iso) => {
  expect(datesOfLine(line)).toEqual([iso])
})

test.each([
  '2025年2月30日',
  '2025年13月1日',
  '0二十三日',
  '2025年',
  '2025.13.1',
  '2025.1-1',
  '2025/1-1',
  '28687667',
  '于2025年7月3日',
  '',
])('reads no date in %j', (line) => {
  expect(datesOfLine(line)).toEqual([])
})

test('gives both days that digits alone can mean', () => {
  expect(datesOfLine('2025111')).toEqual(['2025-01-11', '2025-11-01'])
})

describe('findDate', () => {
  test('says where the date stands', () => {
    expect(findDate('青禾县水利局2023年6月5日')).toEqual({ iso: '2023-06-05', start: 6, end: 15 })
  })
})

test.each([
  ['十', 10],
  ['十四', 14],
  ['二十', 20],
  ['三十一', 31],
  ['廿三', 23],
  ['07', 7],
  ['二〇二五', 2025],
  ['百', undefined],
  ['', undefined],
])('reads the numeral %j', (numeral, value) => {
  expect(numberOf(numeral)).toBe(value)
})

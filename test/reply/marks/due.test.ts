import { expect, test } from 'vitest'
import { duesIn, marksOf } from '../../../src/reply/marks/marks.js'

const WRITTEN = '2024-07-12'

test.each([
  ['下一步，我局将于2026年6月底前完成改造。', '2026-06-30'],
  ['争取年底前完工。', '2024-12-31'],
  ['力争今年完成整改。', '2024-12-31'],
  ['计划下半年启动。', '2024-12-31'],
  ['将于2025年上半年完成。', '2025-06-30'],
  ['预计第三季度全部完成。', '2024-09-30'],
  ['拟于今年四季度出台办法。', '2024-12-31'],
  ['计划明年6月通车。', '2025-06-30'],
  ['将于2025年5月20日前完成。', '2025-05-20'],
  ['将于8月上旬召开。', '2024-08-10'],
  ['将于月底前完成。', '2024-07-31'],
  ['预计到二〇二五年底全部完成改造。', '2025-12-31'],
  ['到2025年，力争覆盖率达到60%。', '2025-12-31'],
  ['“十四五”末将实现全覆盖。', '2025-12-31'],
  ['“十五五”期间将新建两座水厂。', '2030-12-31'],
  ['力争三年内建成。', '2027-07-12'],
  ['将在6个月内完成整改。', '2025-01-12'],
  ['已列入2025年计划。', '2025-12-31'],
])('gives the last day of %s', (text, day) => {
  expect(duesIn(text, undefined, WRITTEN)).toEqual([day])
})

test.each([
  ['将在9月底前建成，10月底投用。', ['2024-09-30', '2024-10-31']],
  ['将于2025年3月开工，10月底完工。', ['2025-03-31', '2025-10-31']],
  ['计划在2024年至2026年新建30处。', ['2026-12-31']],
  ['2021年以来，投入200万元，将于2024年12月完成。', ['2024-12-31']],
])('reads each date of %s by those before it', (text, days) => {
  expect(duesIn(text, undefined, WRITTEN)).toEqual(days)
})

test.each([
  ['我局将于3月底前完成。', 'this year or the next'],
  ['将于明年年初启动。', 'no last day'],
  ['将于2025年前完成。', 'the year may be meant or its beginning'],
  ['将从2025年起逐步提高补助标准。', 'it begins then'],
  ['待批复后六个月内将建成。', 'counted from another day'],
  ['下一步，按照《云桥市规划（2021—2035年）》推进。', 'of a title'],
  ['将继续推进，2024年已完成30处。', 'done'],
  ['已于2024年12月完工。', 'no promise'],
])('gives no day where it is not certain: %s', (text) => {
  expect(duesIn(text, undefined, WRITTEN)).toEqual([])
})

test('takes from a letter without a date only what names a year and a limit', () => {
  expect(duesIn('争取2024年底前完工，明年验收，2025年启用。')).toEqual(['2024-12-31'])
})

test('sets the day beside its words', () => {
  const text = '投资200万元，争取2024年底前完工。'
  const marks = marksOf(text, undefined, WRITTEN).filter(({ kind }) => kind === 'date')
  expect(marks.map(({ start, end, due }) => [text.slice(start, end), due])).toEqual([
    ['2024年底前', '2024-12-31'],
  ])
})

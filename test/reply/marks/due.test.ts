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
  ['新馆2026年国庆前开放。', '2026-09-30'],
  ['大桥将在2025年“五一”节前通车。', '2025-04-30'],
  ['二期工程2025年4月底完工。', '2025-04-30'],
  ['2025年9月1日正式投用。', '2025-09-01'],
  ['平台预计2024年11月1日上线。', '2024-11-01'],
  ['智能表覆盖率58%，2025年底前达90%。', '2025-12-31'],
  ['将在2026年春节前完成。', '2026-02-16'],
  ['将在2025年元旦前完成。', '2024-12-31'],
  ['新校舍将在2026年秋季开学前交付。', '2026-08-31'],
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
  ['按照今年全县的环卫任务，我局计划新建一座公厕。', 'a task of this year'],
  ['根据2025年的要求，我镇将重新测绘。', 'a demand of that year'],
  ['今年未纳入改造，我局将继续争取。', 'what was not done'],
  ['今年与厂家多次洽谈，下一步将落实选址。', 'what was done'],
  ['将于2025年前完成。', 'the year may be meant or its beginning'],
  ['将从2025年起逐步提高补助标准。', 'it begins then'],
  ['待批复后六个月内将建成。', 'counted from another day'],
  ['下一步，按照《云桥市规划（2021—2035年）》推进。', 'of a title'],
  ['将继续推进，2024年已完成30处。', 'done'],
  ['已于2024年12月完工。', 'no promise'],
  ['将在2025年春节期间开展整治。', 'no last day'],
  ['将在2025年春季开学前完成。', 'terms begin on many days'],
])('gives no day where it is not certain: %s', (text) => {
  expect(duesIn(text, undefined, WRITTEN)).toEqual([])
})

test.each([
  ['2025-03-10', '将于六月底前完成', ['2025-06-30']],
  ['2025-03-10', '今年六月底前将完成', ['2025-06-30']],
  ['2025-03-10', '将于二〇二五年十二月底前完成', ['2025-12-31']],
  ['2025-03-10', '将于六月十五日前完成', ['2025-06-15']],
  ['2025-03-10', '根据《全市交通规划（2021—2035年）》，我们将在6月底前完成', ['2025-06-30']],
  ['2025-03-10', '根据全市交通规划（2021—2035年），我们将在6月底前完成', ['2025-06-30']],
  ['2025-03-10', '按照2026年建设计划，将于12月底前完成', ['2025-12-31']],
  ['2025-03-10', '将在2025年底前完成设计，次年6月底前完工', ['2025-12-31', '2026-06-30']],
  ['2025-01-20', '计划12月底前开工，次年3月底前完工', ['2025-12-31', '2026-03-31']],
  ['2025-03-10', '来年2月底前将完工', ['2026-02-28']],
  ['2025-03-10', '将于2026年3月开工，当年12月底前完工', ['2026-03-31', '2026-12-31']],
  ['2025-03-10', '自2026年3月起将施工，12月底前完工', ['2026-12-31']],
  ['2025-03-10', '近年来年均增长，将于6月底前完成', ['2025-06-30']],
  ['2025-08-31', '将在六个月内完成', ['2026-02-28']],
  ['2025-08-31', '将在半年内完成', ['2026-02-28']],
  ['2024-02-29', '将在三年内完成', ['2027-02-28']],
  ['2025-03-10', '将在十二个月内完成', ['2026-03-10']],
  ['2025-03-10', '将于2026年1季度完成', ['2026-03-31']],
  ['2025-03-10', '将于2026年 二季度完成', ['2026-06-30']],
  ['2025-03-10', '将于三季度末前完成', ['2025-09-30']],
  ['2025-03-10', '将于明年上半年完成', ['2026-06-30']],
  ['2025-03-10', '将于2026年年内完成', ['2026-12-31']],
  ['2025-03-10', '将于10月底前供暖', ['2025-10-31']],
  ['2025-03-10', '“十七五”期间将建成', ['2040-12-31']],
  ['2025-03-10', '已列入2025年度计划', ['2025-12-31']],
])('reads in a letter of %s %s', (date, text, days) => {
  expect(duesIn(text, 'plan', date)).toEqual(days)
})

test.each([
  ['下月底前', 'the letter’s month is over by then'],
  ['腊月底前', 'of another calendar'],
  ['农历六月底前', 'of another calendar'],
  ['0月底前', 'no month'],
  ['2025年2月30日前', 'no day'],
  ['翌年2月底前', 'behind a year that another sentence names'],
  ['次年2月开工，9月底前', 'likewise'],
  ['第二年年底前', 'likewise'],
  ['第二年6月底前', 'likewise'],
  ['1.5年内', 'not five years'],
  ['一百年内', 'not this year'],
  ['十余年内', 'not this year'],
  ['两三年内', 'not 23 years'],
  ['两个半年内', 'not half a year'],
  ['今明两年内', 'by the end of the next year'],
  ['本届内', 'no day'],
  ['2025年6月份前', 'the month may be meant or its beginning'],
  ['2026年1季度前', 'likewise'],
  ['2026年十月前', 'likewise'],
  ['12月中旬前', 'likewise'],
  ['四季度初', 'no last day'],
  ['“十五五”初', 'no last day'],
  ['国庆前', 'no date'],
  ['2026年春季开学前', 'before the year ends'],
  ['不早于2026年6月', 'it begins then'],
])('gives no day for %s: %s', (words) => {
  expect(duesIn(`将于${words}完成。`, 'plan', '2025-03-10')).toEqual([])
})

test.each(['今年暂不开设，拟先行论证。', '本年度经费难以安排，将申报专项债券。'])(
  'takes no year for a deadline in which something is refused: %s',
  (text) => {
    expect(duesIn(text, 'plan', '2025-03-10')).toEqual([])
  },
)

test('takes for no promise what is refused under a plan, was promised for a year before, or was sought', () => {
  const isPromised = (text: string, role?: 'plan' | 'progress') =>
    marksOf(text, role, '2025-03-10').some(({ kind }) => kind === 'promise')
  expect(isPromised('广场紧邻医院，不予设摊。', 'plan')).toBe(false)
  expect(isPromised('广场条件不足，将另选一处。', 'plan')).toBe(true)
  expect(isPromised('承诺2024年底前建成干管5公里。')).toBe(false)
  expect(isPromised('承诺2025年底前建成干管5公里。')).toBe(true)
  expect(isPromised('积极向上争取专项资金。', 'progress')).toBe(false)
  expect(isPromised('积极向上争取专项资金。')).toBe(true)
})

test.each(['将按照2025年度工作要点推进。', '将比2025年增长10%。', '将于2026年3月开工，同年年底前验收。'])(
  'takes no year for a deadline that is of something else: %s',
  (text) => {
    expect(duesIn(text, 'plan', '2025-03-10')).not.toContain('2025-12-31')
  },
)

test.each(['', '0050-01-01', '2025', '2025-03', '2025-02-30', '2025/03/10', '2025年3月10日'])(
  'takes the date %o of a letter, which is no day, for none',
  (date) => {
    const text = '我们将在三年内完成，月底前启动，2026年底前建成。'
    expect(marksOf(text, 'plan', date)).toEqual(marksOf(text, 'plan'))
    expect(duesIn(text, 'plan', date)).toEqual(['2026-12-31'])
  },
)

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

test.each([
  '2025年1月起在全市启动试点。',
  '工程2023年11月开工，2024年10月复工，2025年4月底完工。',
  '新校区明年秋季招生前建成。',
  '年底前建成，2025年验收，2026年3月投用。',
])('takes for a promise what is done on a day that lies behind the letter: %s', (text) => {
  expect(marksOf(text, undefined, WRITTEN).map(({ kind }) => kind)).toContain('promise')
})

test.each([
  '工程2023年4月底完工。',
  '待2025年6月项目竣工后解决。',
  '您建议2025年6月底开工建设。',
  '2025年建成的标准是每人两平方米。',
  '合同2027年到期。',
  '每年12月组织检查。',
])('takes for no promise what is past, asked for or no deed: %s', (text) => {
  expect(marksOf(text, undefined, WRITTEN).map(({ kind }) => kind)).not.toContain('promise')
})

test.each([
  '服务热线95178，全天受理。',
  '咨询电话：0799-2024120。',
  '[^1]: 资金由区财政承担。',
  '注：资金由区财政承担。',
])('takes a hotline or a footnote under the next steps for no promise: %s', (text) => {
  expect(marksOf(text, 'plan', WRITTEN)).toEqual([])
})

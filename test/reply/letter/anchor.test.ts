import { expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const read = (...lines: string[]) => parseReply(lines.join('\n'), { format: 'text' })

test('is addressed to the office that leads, whose line has lost its colon, where the title says that another helps', () => {
  const office = '青禾县高速公路指挥部办公室'
  const text = [
    '《关于修渠的建议》（第45号）收悉，我局提出如下协办意见：',
    '渠道已列入计划。',
    '青禾县水利局',
  ]
  const title = '关于县十届人大五次会议第45号建议的'
  expect(read(`${title}协办意见`, office, ...text).recipients).toEqual([office])
  expect(read(`${title}答复`, office, ...text).recipients).toEqual([])
})

test.each(['青禾县水利局', '发布机构 青禾县水利局'])(
  'is not addressed to the office that helps: %s',
  (line) => {
    const { recipients, signatory } = read(
      '关于县政协十届三次会议第45号提案会办意见的函',
      line,
      '沈一禾委员提出的《关于修渠的提案》收悉，现提出如下会办意见：',
      '渠道已列入计划。',
      '青禾县水利局',
      '2023年6月5日',
    )
    expect(recipients).toEqual(['沈一禾'])
    expect(signatory).toBe('青禾县水利局')
  },
)

test.each([
  ['“关于扩建柳溪灌渠的建议”复文（2019年第6021号）', '6021'],
  ['关于扩建柳溪灌渠的提案复文（2021年第2014号）', '2014'],
])('begins below a title that needs no meeting, whatever the site says of the page: %s', (title, number) => {
  const chrome = ['2019-11-08   来源：办公室', '【字体：  打印本页', '分享到：']
  const text = ['一、关于灌渠的水源', '灌渠由云桥水库供水，今年供水四百万方，比去年多一成。']
  const { proposals, sections, recipients } = read(title, ...chrome, ...text)
  expect(proposals[0]?.number).toBe(number)
  expect(sections.map(({ title }) => title)).toEqual(['关于灌渠的水源'])
  expect(recipients).toEqual([])
})

test('takes the names that run into the first sentence behind the number', () => {
  const { recipients, proposals } = read(
    '对青禾县十届人大六次会议代表建议（第05号）的答复',
    '第05号，沈一禾等代表提出的《关于实施柳溪灌渠改造的议案》。',
    '灌渠已列入计划。',
    '青禾县水利局',
  )
  expect(recipients).toEqual(['沈一禾'])
  expect(proposals[0]).toMatchObject({ number: '05', title: '关于实施柳溪灌渠改造的议案' })
})

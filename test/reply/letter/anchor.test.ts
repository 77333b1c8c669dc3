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

test.each([
  ['建议17040409号--关于修渠的建议', '以上意见，供你局在正式答复代表时参考。', '17040409'],
  ['提案第23号：关于修渠的提案', '以上意见供贵单位综合答复时参考。', '23'],
])(
  'is addressed to the office that it helps to answer, under the title of a list: %s',
  (title, end, number) => {
    const { recipients, proposals } = read(
      title,
      '云桥市生态环境局',
      '沈一禾代表在第十七届人民代表大会第四次会议期间，提出关于修渠的建议，经认真办理，现答复如下：',
      '渠道已列入计划，明年动工。',
      end,
      '联系人：鲁木槿',
    )
    expect(recipients).toEqual(['云桥市生态环境局'])
    expect(proposals[0]?.number).toBe(number)
  },
)

test('is addressed to a proposer who is not named, but not by the label of a record', () => {
  const title = '关于县政协十届三次会议第45号提案的答复'
  const letter = ['您提出的《关于修渠的提案》收悉，现答复如下：', '渠道已列入计划。']
  const isMissing = (...lines: string[]) =>
    read(...lines).notes?.some(({ kind }) => kind === 'missing salutation')
  expect(isMissing(title, '提案人：', ...letter)).toBe(false)
  const record = read(title, '提案人：', '沈一禾', ...letter)
  expect(record.pageMetadata?.entries).toEqual([{ label: '提案人', value: '沈一禾' }])
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
  [
    '区水务分局：',
    '根据区十届人大七次会议建议办理清单，我局协助贵单位办理《关于修渠的建议第DH286号》，现提出我局意见，供参考：',
    { recipients: ['区水务分局'], number: 'DH286', session: '区十届人大七次会议' },
  ],
  [
    '省军区：',
    '《关于整修营区水渠的提案》（20242047号）收悉。我厅办理意见如下：',
    { recipients: ['省军区'], number: '20242047', session: undefined },
  ],
  [
    '农工党云桥市委员会',
    '《关于修渠的提案》（政协提案2023117号）已收悉，结合各部门意见回复如下：',
    { recipients: ['农工党云桥市委员会'], number: '2023117', session: undefined },
  ],
])('a letter without a title is addressed to %s', (address, leadIn, { recipients, number, session }) => {
  const reply = read(address, leadIn, '渠道已列入计划，明年动工。', '青禾县水利局', '2023年6月5日')
  expect(reply.recipients).toEqual(recipients)
  expect(reply.proposals[0]?.number).toBe(number)
  expect(reply.proposals[0]?.session).toBe(session)
  expect(reply.signatory).toBe('青禾县水利局')
})

test('a date signs although whom to ask follows it on its line', () => {
  const { date, contacts } = read(
    '沈一禾委员：',
    '您提出的《关于修渠的提案》（第17号）收悉，现答复如下：',
    '渠道已列入计划，明年动工。',
    '2024年5月6日 承办单位联系人姓名及电话：鲁木槿13800000000',
  )
  expect(date).toBe('2024-05-06')
  expect(contacts[0]?.name).toBe('鲁木槿')
})

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

test('is addressed to the standing committee that a report on a motion is made to', () => {
  const { recipients, proposals, sections } = read(
    '青禾县司法局关于县十八届人大四次会议第2号议案办理情况的报告',
    '青禾县人民代表大会常务委员会：',
    '县十八届人大四次会议交付审议的《关于修渠的议案》（第2号议案，领衔代表：沈一禾），由我局承办。现将办理情况报告如下：',
    '渠道已列入计划。',
    '青禾县司法局',
    '2023年6月5日',
  )
  expect(recipients).toEqual(['青禾县人民代表大会常务委员会'])
  expect(proposals).toMatchObject([{ number: '2', title: '关于修渠的议案', kind: '议案' }])
  expect(sections.map(({ role, paragraphs }) => [role, paragraphs.length])).toEqual([
    ['opening', 1],
    ['answer', 1],
  ])
})

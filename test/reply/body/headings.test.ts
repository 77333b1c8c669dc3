import { describe, expect, test } from 'vitest'
import { readHeading, readMarker, readSentenceHeading } from '../../../src/reply/body/headings.js'
import { isClosing, roleOfTitle } from '../../../src/reply/body/roles.js'
import { lineOf } from '../../helpers/lines.js'

const plain = (text: string) => lineOf(text)
const strong = (text: string, length = text.length) => lineOf(text, length)

test('ranks the numbering systems as official documents nest them', () => {
  const markers = ['一、', '（一）', '1.', '（1）', '①', '第一，', '一是']
  const read = markers.map((marker) => readMarker(`${marker}加强治理`))
  expect(read.map((each) => each?.marker)).toEqual(markers)
  expect(read.map((each) => each?.rank)).toEqual([...read.map((each) => each?.rank)].sort())
})

test.each(['(一)', '一：', '1、', '1．', '(1)', '1）', '㈠', '⒈', '⒛', '十二、', '12.', '一,', '二，'])(
  'reads the marker %s',
  (marker) => {
    expect(readMarker(`${marker}加强治理`)?.marker).toBe(marker)
  },
)

test.each(['、', '（）', '( )'])('reads the marker %s, which has lost its numeral', (marker) => {
  expect(readMarker(`${marker}关于修渠的建议`)?.marker).toBe(marker)
})

test.each(['县委、县政府', '一方面加强治理', '首先感谢您', '三个“加强”', '2.5亿元', '2025年', '一二三四五'])(
  'reads no marker in %s',
  (text) => {
    expect(readMarker(text)).toBeUndefined()
  },
)

describe('readHeading', () => {
  test.each([
    ['一、当前工作情况', '当前工作情况'],
    ['（二） 下一步打算：', '下一步打算'],
    ['1.资金方面', '资金方面'],
    ['三、目前工作进展', '目前工作进展'],
    ['一、关于修渠、筑坝，以及管护的问题', '关于修渠、筑坝，以及管护的问题'],
    ['二、目前存在的困难和问题', '目前存在的困难和问题'],
    ['二、关于修渠的建议，我局答复如下：', '关于修渠的建议，我局答复如下'],
    ['三、下一步继续加大投入力度', '下一步继续加大投入力度'],
    ['（三）今后继续加强管护', '今后继续加强管护'],
    ['二、您关心的管护经费', '您关心的管护经费'],
    ['关于停车难', '关于停车难'],
    ['1.支渠何时能够修好？', '支渠何时能够修好？'],
    [`一、关于${'修渠筑坝、'.repeat(14)}以及管护的问题`, `关于${'修渠筑坝、'.repeat(14)}以及管护的问题`],
    [
      `一、关于您提出的“${'整修支渠。'.repeat(12)}”建议的答复`,
      `关于您提出的“${'整修支渠。'.repeat(12)}”建议的答复`,
    ],
  ])('reads the numbered heading %s', (text, title) => {
    expect(readHeading(plain(text))?.title).toBe(title)
  })

  test.each([
    '关于“保障用地”的建议',
    '针对停车难问题',
    '问题一：场馆开放不足',
    '下步计划',
    '下一步工作打算',
    '工作开展情况',
  ])('reads the heading %s that has no number', (text) => {
    expect(readHeading(plain(text))).toMatchObject({ title: text })
  })

  test('reads what stands in black brackets as a heading, without them', () => {
    expect(readHeading(plain('【关于修渠的建议】'))?.title).toBe('关于修渠的建议')
    expect(readHeading(plain('【关于修渠的建议】已经采纳'))).toBeUndefined()
  })

  test.each([
    ['（关于第63号提案）', '关于第63号提案'],
    ['(关于188号)', '关于188号'],
    ['（针对管护经费）', '针对管护经费'],
    ['（第64号建议）', '第64号建议'],
    ['第64号提案：', '第64号提案'],
    ['对第0065号建议的答复', '对第0065号建议的答复'],
  ])('reads what heads one of several answers: %s', (text, title) => {
    expect(readHeading(plain(text))).toEqual({ rank: 2, title })
  })

  test.each([
    '（关于管护见附件2）',
    '（关于用地已另行答复）',
    '（关于该项目，已经办结）',
    '第64号提案由县水利局主办',
    '（第三方评估）',
  ])('reads no heading in %s, which says or refers', (text) => {
    expect(readHeading(plain(text))).toBeUndefined()
  })

  test('reads no heading in the line that introduces a list', () => {
    expect(readHeading(plain('为此我局采取以下措施：'))).toBeUndefined()
  })

  test('reads a line in bold as a heading', () => {
    expect(readHeading(strong('优化布局'))).toMatchObject({ title: '优化布局' })
    expect(readHeading(plain('优化布局'))).toBeUndefined()
  })

  test.each([
    '一、我局已督促整改',
    '二是加强宣传。',
    '二、需要向您说明的是：支渠的整修已经列入计划。',
    '第二、第三：支渠的整修已经列入计划。',
    '1.修渠；',
    '一、对工业软件、',
    '一、',
    '二、：',
    '3、收到建议以来，我局多次到现场查看，进展情况如下：',
    '二、经实地查看,有关情况如下',
    `一、${'治'.repeat(80)}`,
  ])('reads no heading in %s', (text) => {
    expect(readHeading(plain(text))).toBeUndefined()
  })
})

test('reads a request that closes with a full stop as a heading, with or without a number', () => {
  expect(readSentenceHeading(plain('1.加大宣传力度。'))?.title).toBe('加大宣传力度')
  expect(readSentenceHeading(plain('关于明确管护责任的问题。'))?.title).toBe('关于明确管护责任的问题')
  expect(readSentenceHeading(plain('加大宣传力度。'))).toBeUndefined()
})

test.each([
  '关于渠道老化问题，我局已向县政府提出增加预算的建议。',
  '对于您提到的停车难，县城管局已将其列为今年民生实事事项。',
  '关于校车安全，县教育局联合交警大队开展整治，共排查出隐患问题。',
  '二、您提出的建议十分中肯。',
])('reads no heading in the sentence %s, which goes on to report', (text) => {
  expect(readSentenceHeading(plain(text))).toBeUndefined()
})

test('reads a quoted request that closes with a full stop as a heading, however long it is', () => {
  const title = `关于您提出的“${'整修支渠。'.repeat(12)}”建议回复`
  expect(readSentenceHeading(plain(`二、${title}。`))).toMatchObject({ marker: '二、', title })
  expect(
    readSentenceHeading(plain(`二、关于您提出的“整修支渠”，${'我局已列入计划'.repeat(6)}。`)),
  ).toBeUndefined()
})

test.each([
  ['当前工作情况', 'progress'],
  ['已开展的工作情况', 'progress'],
  ['下一步工作计划', 'plan'],
  ['下步打算', 'plan'],
  ['打算', 'plan'],
  ['打算入住的老人', undefined],
  ['今后工作思路', 'plan'],
  ['关于“强化金融支持举措”的建议', 'answer'],
  ['针对停车难问题', 'answer'],
  ['采取措施', 'progress'],
  ['采取的主要做法', 'progress'],
  ['取得成果', 'progress'],
  ['取得的成效', 'progress'],
  ['拟采取的措施', 'plan'],
  ['举一反三', 'plan'],
  ['解决意见', 'answer'],
  ['关于柳溪渠的管护', 'answer'],
  ['针对村卫生室建设', 'answer'],
  ['关于今年工作的开展情况', 'progress'],
  ['加强组织领导', undefined],
  ['资金方面', undefined],
  ['针对性措施', undefined],
])('says what a section with the title %s does', (title, role) => {
  expect(roleOfTitle(title)).toBe(role)
})

test('leaves what stands under a plan or a report a part of it', () => {
  expect(roleOfTitle('关于管护', 'plan')).toBe('plan')
  expect(roleOfTitle('加强组织领导', 'progress')).toBe('progress')
})

test.each([
  '再次感谢您对水利工作的关心和支持！',
  '感谢您的关心。',
  '最后，衷心地感谢您的支持。',
  '特此答复。',
  '此复。',
  '如有不同意见，请与我们联系。',
  '请填写征询意见表。',
])('sees that %s takes leave', (paragraph) => {
  expect(isClosing(paragraph)).toBe(true)
})

test.each(['下一步，我局将加强管护。', '此项工作已完成。', '针对感谢信反映的问题'])(
  'sees that %s does not take leave',
  (paragraph) => {
    expect(isClosing(paragraph)).toBe(false)
  },
)

import { describe, expect, test } from 'vitest'
import { dropPageNumbers, joinBrokenSentences } from '../../../src/reply/body/repair.js'
import type { Letter } from '../../../src/reply/letter/letter.js'
import { unfold } from '../../../src/reply/letter/unfold.js'
import type { Line, Lines } from '../../../src/reply/lines/line.js'
import { lineOf } from '../../helpers/lines.js'

const lines = (...texts: string[]): Lines => ({ type: 'lines', children: texts.map((text) => lineOf(text)) })
const texts = ({ children }: Lines) => children.map(({ text }) => text)

function join(...body: Line[]): string[] {
  const letter: Letter = {
    type: 'letter',
    header: [],
    page: { entries: [] },
    titles: [],
    address: [],
    body,
    signature: [],
    annexes: [],
    footnotes: [],
    notes: [],
  }
  return joinBrokenSentences()(letter).body.map(({ text }) => text)
}

describe('joinBrokenSentences', () => {
  test.each([
    ['在一个停顿之后断开', '重点支持工业软件、', '人工智能等领域。'],
    ['在一整行的末尾断开', '围绕民营企业技术需求，组织各高校和科研院所开展', '技术成果对接活动。'],
    ['在引号之内断开', '举办“创新成果对', '接会”等活动。'],
    ['在标点之前断开', '支持龙头企业联合上下游', '，组建联合体。'],
    ['在书名号之后断开', '贵委提出的《关于优化老旧小区加装电梯流程的建议》', '（第0132号）收悉。'],
  ])('joins a sentence: %s', (_, left, right) => {
    expect(join(lineOf(left), lineOf(right))).toEqual([left + right])
  })

  test('joins no sentence that begins as one to a line that lacks its full stop', () => {
    const [left, right] = [
      '有望于九月份前完成停车场规划的编制工作并公布',
      '为了进一步规范管理，我局起草了办法。',
    ]
    expect(join(lineOf(left), lineOf(right))).toEqual([left, right])
    expect(join(lineOf(`${left}，这是`), lineOf(right))).toEqual([`${left}，这是${right}`])
  })

  test('joins no number that has lost its numeral to the sentence above, but an enumeration', () => {
    const heading = '、关于修渠的建议'
    expect(join(lineOf('我局答复如下：'), lineOf(heading))).toEqual(['我局答复如下：', heading])
    expect(join(lineOf('已经清理渠道、水塘'), lineOf('、水井三处。'))).toEqual([
      '已经清理渠道、水塘、水井三处。',
    ])
  })

  test('joins no entry to the one above it', () => {
    const entries = [
      '责任单位：青禾县水利局；配合单位：青禾县财政局、青禾镇',
      '完成时限：2024年12月底前',
      '进展：已动工',
    ]
    expect(join(...entries.map((text) => lineOf(text)))).toEqual(entries)
    const [above, entry] = ['延长柳溪村到青禾镇第二提灌站的渠道五百米', '责任单位：县水利局']
    expect(join(lineOf(above), lineOf(entry))).toEqual([above, entry])
    const [left, right] = ['今年以来，我局会同有关部门主要采取了以下', '措施：一是修渠；二是管护。']
    expect(join(lineOf(left), lineOf(right))).toEqual([left + right])
  })

  test('joins a sentence over several pages', () => {
    expect(join(lineOf('修渠、'), lineOf('筑坝、'), lineOf('管护。'))).toEqual(['修渠、筑坝、管护。'])
  })

  test.each([
    [
      'after a full stop',
      lineOf('柳溪渠全长十八公里，已列入今年的整治计划。'),
      lineOf('下一步，我局将加强管护。'),
    ],
    [
      'before a numbered item',
      lineOf('我局在今年的工作之中主要采取了以下各项具体措施'),
      lineOf('一是修渠。'),
    ],
    ['after a heading', lineOf('一、关于进一步完善农村供水设施建设与管护机制的建议'), lineOf('我局已立项。')],
    ['before a line in bold', lineOf('我局在今年的工作之中主要采取了以下各项具体措施'), lineOf('修渠', 2)],
    ['after a line too short to reach the edge of a page', lineOf('您好'), lineOf('感谢您的关心。')],
  ])('keeps two paragraphs apart %s', (_, left, right) => {
    expect(join(left, right)).toEqual([left.text, right.text])
  })
})

test('drops page numbers and nothing else', () => {
  const kept = ['2025年', '第45号', '- 修渠 -', '3个百分点']
  expect(texts(dropPageNumbers()(lines('- 2 -', '— 12 —', '3', '第 2 页', '第2页 共5页', ...kept)))).toEqual(
    kept,
  )
})

test('drops page numbers that stand in the middle of a line', () => {
  const kept = ['电话：000 - 12 - 34567', '2021—2025年', '（2021 — 2025年）', 'A- 1']
  expect(texts(dropPageNumbers()(lines('将于2025— 1 —年底前修好，全- 2 -县畅通。', ...kept)))).toEqual([
    '将于2025年底前修好，全县畅通。',
    ...kept,
  ])
})

describe('unfold', () => {
  test('cuts a letter on one line at its salutation, sentences and sign-off', () => {
    const folded =
      '关于第1号提案的答复 沈一禾委员：您提出的建议收悉，现答复如下：一、现状良好。二、下步管护。感谢关心！青禾县水利局 2023年6月5日'
    expect(texts(unfold()(lines(folded)))).toEqual([
      '关于第1号提案的答复',
      '沈一禾委员：',
      '您提出的建议收悉，现答复如下：',
      '一、现状良好。',
      '二、下步管护。感谢关心！',
      '青禾县水利局',
      '2023年6月5日',
    ])
  })

  test('parts a head and a sign-off that stand on the line of the letter', () => {
    const folded =
      '青禾县水利局 青水函〔2023〕18 号 A类 同意公开 关于第 45 号提案的答复 民盟青禾县委： 贵委提出的《关于修渠的提案》收悉，现答复如下：渠道已修好。 青禾县水利局 2023年6月5日 联系人：鲁木槿 联系电话：000-1234567 抄送：县政协提案委。'
    expect(texts(unfold()(lines(folded)))).toEqual([
      '青禾县水利局',
      '青水函〔2023〕18 号',
      'A类',
      '同意公开',
      '关于第 45 号提案的答复',
      '民盟青禾县委：',
      '贵委提出的《关于修渠的提案》收悉，现答复如下：渠道已修好。',
      '青禾县水利局',
      '2023年6月5日',
      '联系人：鲁木槿',
      '联系电话：000-1234567',
      '抄送：县政协提案委。',
    ])
  })

  test('finds a salutation that has lost its colon on the line of the letter', () => {
    const folded = '关于第45号提案的答复 沈一禾委员 您提出的关于修渠的提案收悉，现答复如下： 渠道已修好。'
    expect(texts(unfold()(lines(folded)))[1]).toBe('沈一禾委员')
  })

  test('leaves the lines of a letter alone that has them', () => {
    const letter = lines('沈一禾委员：', '您提出的建议收悉。 现答复如下： 一、修渠。二、筑坝。')
    expect(unfold()(letter).children).toEqual(letter.children)
  })

  test('cuts a dated sign-off from the end of the last paragraph', () => {
    expect(texts(unfold()(lines('沈一禾委员：', '已修渠。 青禾县水利局 2023年6月5日')))).toEqual([
      '沈一禾委员：',
      '已修渠。',
      '青禾县水利局',
      '2023年6月5日',
    ])
  })
})

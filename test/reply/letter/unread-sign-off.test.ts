import { expect, test } from 'vitest'
import { unreadSignOff } from '../../../src/reply/letter/unread-sign-off.js'
import { parseReply } from '../../../src/reply/parse.js'

const LETTER = [
  '关于县政协十届三次会议第45号提案的答复',
  '沈一禾委员：',
  '您提出的《关于修渠的提案》收悉，现答复如下：',
  '渠道已经修好。',
]
const SIGNED = ['青禾县水利局', '2023年6月5日']

function read(...lines: string[]) {
  const document = [...LETTER, ...lines].join('\n')
  const { sections, notes = [], category } = parseReply(document, { format: 'text' })
  const texts = sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
  const unread = notes.map(({ kind, start, end }) => [kind, document.slice(start, end)])
  return { below: texts.slice(2), unread, category }
}

test.each([
  '附件所列项目均已开工。',
  '附：资金安排为县级500万元、市级300万元。',
  '注：以上为2023年数据。',
  '地址：青禾路8号。',
  '类别：B类树木86株。',
  '已公布投诉电话：000-1234567，共受理投诉35件。',
  '桥已修好，咨询电话：000-1234567。',
])('keeps a last sentence that begins as a line of a sign-off does: %s', (sentence) => {
  expect(read(sentence, ...SIGNED)).toEqual({ below: [sentence], unread: [], category: undefined })
})

test('keeps what follows 附件 in a letter that has lost its line breaks', () => {
  const text = '附件所列项目均已开工。我局将继续加快施工，确保早日建成开放。'
  const document = [...LETTER, text, ...SIGNED].join('')
  const { sections, issuer } = parseReply(document, { format: 'text' })
  expect(issuer).toBe('青禾县水利局')
  expect(JSON.stringify(sections)).toContain(text)
})

test('notes the lines of a sign-off that no field holds', () => {
  const lines = ['附件：1.渠道名录', '2.水闸名录', ...SIGNED, '邮编：000000', '电话：000-1234567', '共印2份']
  const unread = ['附件：1.渠道名录', '2.水闸名录', '邮编：000000'].map((line) => ['unread sign-off', line])
  expect(read(...lines)).toEqual({ below: [], unread, category: undefined })
})

test('notes what no field holds of a line that is read', () => {
  const line = '联系人：鲁木槿，电话：000-1234567，邮编：000000，E-mail：shui@example.com'
  const unread = ['邮编：000000', 'E-mail：shui@example.com'].map((part) => ['unread sign-off', part])
  expect(read(...SIGNED, line)).toMatchObject({ below: [], unread })
})

test('keeps a sentence among the labelled lines at the end of a letter out of the answer', () => {
  const lines = ['单位名称：青禾县水利局', '办复类别：C', '注：办复类别分A、B、C三类。']
  expect(read(...lines)).toEqual({ below: [], unread: [['unread sign-off', lines[2]]], category: 'C' })
})

test('looks for many values in many lines in linear time', { timeout: 10_000 }, () => {
  const line = { printed: '邮编：000000', text: '邮编：000000', pieces: [{ at: 0, offset: 0 }], strong: 0 }
  const { issuer: _, ...reply } = parseReply([...LETTER, ...SIGNED].join('\n'))
  const copies = Array.from({ length: 40_000 }, (_, i) => `第${i}小组`)
  const foot = { partners: [], leaders: [], contacts: [], copies }
  const provenance = copies.map((_, i) => ({
    path: ['copies', i],
    origin: 'letter' as const,
    start: i + 9,
    end: i + 19,
  }))
  const notes = unreadSignOff(Array(40_000).fill(line), foot, { ...reply, copies, provenance })
  expect(notes).toHaveLength(40_000)
})

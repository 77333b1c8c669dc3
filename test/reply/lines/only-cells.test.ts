import { expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const LETTER = [
  '关于县政协十届三次会议第45号提案的答复',
  '沈一禾委员：',
  '您提出的《关于修渠的提案》收悉，现答复如下：',
  '一、工作开展情况',
  '渠道已经修好。',
  '青禾县水利局',
  '2023年6月5日',
]
const { notes: _, provenance: __, ...tree } = parseReply(LETTER.join('\n'), { format: 'text' })

test.each([
  ['| ', ' | |'],
  ['', ' | |||||||||'],
  ['｜', '｜'],
])('reads a letter of which each row of a table has one cell, between %j and %j', (before, after) => {
  const rows = LETTER.map((line) => before + line + after)
  const { notes, provenance, ...got } = parseReply(rows.join('\n'), { format: 'text' })
  expect(got).toEqual(tree)
  expect(notes).toContainEqual(expect.objectContaining({ kind: 'page chrome' }))
})

test('keeps the rows of a table that have more cells', () => {
  const rows = ['| 索引号 | 000000000 | 发布日期 | 2023-08-02 |', ...LETTER]
  const reply = parseReply(rows.join('\n'), { format: 'text' })
  expect(reply.pageMetadata).toMatchObject({ publicationDate: '2023-08-02' })
})

test('keeps a row with one cell between the rows of a table of the letter', () => {
  const table = ['| 项目 | 万元 |', '| 一、渠道 | |', '| 清淤 | 100 |', '| 二、泵站 | |', '| 改造 | 200 |']
  const lines = [...LETTER.slice(0, 3), '预算见下表。', ...table, ...LETTER.slice(-2)]
  const { sections } = parseReply(lines.join('\n'), { format: 'text' })
  const texts = sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('\n')
  expect(sections.map(({ title }) => title)).toEqual([undefined, undefined])
  for (const row of table) expect(texts).toContain(row)
})

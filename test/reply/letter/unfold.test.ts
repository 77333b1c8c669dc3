import { expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

test('reads a salutation that has run into the labels of the page', () => {
  const document = [
    '标题：青禾县水利局关于县十八届人大三次会议第45号建议的答复',
    '索引号：000000000/2023-00045 发布日期：2023年6月7日 时效性：沈一禾代表：',
    '您提出的《关于修渠的建议》收悉。现答复如下：',
    '渠道已经修好。',
  ].join('\n')
  const { recipients, proposals } = parseReply(document, { format: 'text' })
  expect(recipients).toEqual(['沈一禾'])
  expect(proposals[0]).toMatchObject({ number: '45', session: '县十八届人大三次会议' })
})

test('reads a letter to a group in the cell of a table', () => {
  const document = [
    '标 题 | 关于修渠的建议的答复 |',
    '茶溪代表团: 您们提出的《关于修渠的建议》收悉。现答复如下: 渠道已经修好。 青禾县水利局 2023年6月5日 |',
  ].join('\n')
  const { recipients, signatory, date } = parseReply(document, { format: 'text', id: 'a' })
  expect([recipients, signatory, date]).toEqual([['茶溪代表团'], '青禾县水利局', '2023-06-05'])
})

test('reads the category that the title of a page ends with', () => {
  const document = [
    '标题：青禾县水利局关于县十八届人大三次会议第45号建议的答复（B）',
    '发布日期：2023年6月7日',
    '沈一禾代表：',
    '您提出的《关于修渠的建议》收悉。现答复如下：',
    '渠道已经修好。',
  ].join('\n')
  expect(parseReply(document, { format: 'text' }).category).toBe('B')
})

test('reads the title behind the record of a proposal', () => {
  const document =
    '建议号：第45号 提案人：沈一禾 内容：渠道长年失修。 办理情况： 青禾县水利局关于青禾县第十届人大 一次会议第45号建议的答复函 沈一禾代表： 您提出的“关于修渠的建议”已交我们研究办理，现答复如下： 渠道已经修好。 青禾县水利局 2023年6月5日'
  const { proposals, recipients } = parseReply(document, { format: 'text' })
  expect(proposals[0]).toMatchObject({ number: '45', session: '县第十届人大一次会议' })
  expect(recipients).toEqual(['沈一禾'])
})

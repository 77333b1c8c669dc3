import { expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

test.each(['扫码浏览', '扫码查看本页'])('takes no name of a site for who signs below %s', (footer) => {
  const document = [
    '关于县十八届人大三次会议第45号建议的答复',
    '沈一禾代表：',
    '您提出的《关于修渠的建议》收悉，现答复如下：',
    '渠道已经修好。',
    footer,
    '柳塘区人民政府',
  ].join('\n')
  expect(parseReply(document, { format: 'text' }).signatory).toBeUndefined()
})

test('reads the sign-off above what a page offers to download and to ask', () => {
  const document = [
    '关于县十八届人大三次会议第45号建议的答复',
    '沈一禾代表：',
    '您提出的《关于修渠的建议》收悉，现答复如下：',
    '渠道已经修好。',
    '办复类别：B',
    '联系电话：000-1234567',
    '文件下载',
    '政策咨询',
    '如果您对本页的文件有疑问，可以拨打标题上方的电话向有关的部门咨询。',
  ].join('\n')
  const { category, contacts } = parseReply(document, { format: 'text' })
  expect({ category, contacts }).toEqual({ category: 'B', contacts: [{ phone: '000-1234567' }] })
})

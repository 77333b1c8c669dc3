import { expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const LETTER = [
  '市交通委：',
  '沈一禾代表提出的关于“设立候车亭”的建议收悉，现将会办意见函告如下：',
  '候车亭已经设立。',
]
const TITLE = '柳塘区人民政府对市十五届人大一次会议第0124号代表建议的会办意见'

test.each([
  '成文日期:2018-05-17文号:柳府督复〔2018〕1号索取号:LT0300000-2018-072发布机构:区政府载体类型:纸质公开类型:主动公开',
  '发布日期：2018-05-21文号：柳府督复〔2018〕1号信息索取号：LT0300000-2018-072',
])('reads the labels of a table that has lost what parts its cells: %s', (table) => {
  const { documentNumber, pageMetadata } = parseReply([TITLE, table, ...LETTER].join('\n'), {
    format: 'text',
  })
  expect(documentNumber).toBe('柳府督复〔2018〕1号')
  expect(pageMetadata?.entries[1]).toEqual({ label: '文号', value: '柳府督复〔2018〕1号' })
})

test('reads the day of publication behind the source', () => {
  const source = '来源：柳塘区人民政府   2018-05-21 16:23'
  const { pageMetadata } = parseReply([TITLE, source, ...LETTER].join('\n'), { format: 'text' })
  expect(pageMetadata).toEqual({
    publicationDate: '2018-05-21',
    entries: [
      { label: '来源', value: '柳塘区人民政府' },
      { label: '发布时间', value: '2018-05-21 16:23' },
    ],
  })
})

test('reads the labels of a bar that has lost its gaps, and no 字号 in 发文字号', () => {
  const bar = '来源：区政府办浏览次数：318次字体：大发布时间：2018-05-21'
  const { pageMetadata } = parseReply([TITLE, '组配分类：意见发文字号：', bar, ...LETTER].join('\n'), {
    format: 'text',
  })
  expect(pageMetadata).toMatchObject({ publicationDate: '2018-05-21' })
  expect(pageMetadata?.entries.slice(-3)).toEqual([
    { label: '来源', value: '区政府办' },
    { label: '浏览次数', value: '318次' },
    { label: '发布时间', value: '2018-05-21' },
  ])
  expect(pageMetadata?.entries.map(({ value }) => value)).not.toContain('意见发文')
})

test('reads the number and the category of a proposal from a record', () => {
  const record = ['提案编号：2025-0188', '承办单位：青禾县水利局　分类：A']
  const title = '关于区政协七届四次会议提案的答复'
  const letter = ['沈一禾委员：', '您提出的《关于设立候车亭的提案》收悉，现答复如下：', '候车亭已经设立。']
  const { proposals, category } = parseReply([...record, title, ...letter].join('\n'), {
    format: 'text',
    id: 'a',
  })
  expect(proposals).toMatchObject([{ number: '2025-0188' }])
  expect(category).toBe('A')
})

import { describe, expect, test } from 'vitest'
import { InvalidReplyError } from '../../../src/errors.js'
import { parseReply } from '../../../src/reply/parse.js'

const LINKS = [
  '· 关于县政协十届三次会议第66号提案的答复 2023-06-05',
  '· 青禾县水利局对县十八届人大二次会议第8号建议的答复 [2023-06-06]',
]
const BREADCRUMB = '您现在的位置：首页 > 政务公开 > 建议提案'
const LETTER = ['沈一禾代表：', '您提出的《关于修渠的建议》收悉，现答复如下：', '渠道已经修好。']

const read = (...lines: string[]) => parseReply(lines.join('\n'), { format: 'text', id: 'a' })

describe('titles of other replies above a letter', () => {
  test('are links where the way to the page stands below them', () => {
    const { proposals, notes } = read('青禾县人民政府', ...LINKS, BREADCRUMB, ...LETTER)
    expect(proposals).toEqual([{ kind: '建议', title: '关于修渠的建议' }])
    expect(notes).toContainEqual(
      expect.objectContaining({ message: 'Links of the page to other replies were left out (2).' }),
    )
  })

  test('are links but for the last, above which they stand', () => {
    const title = '关于县十八届人大三次会议第21号建议的答复'
    const { proposals } = read(...LINKS, title, '发布时间：2024-07-01', ...LETTER)
    expect(proposals[0]).toMatchObject({ number: '21', session: '县十八届人大三次会议' })
  })

  test('make no letter of the news below them', () => {
    const news = '近日，县水利局召开建议提案办理工作会议，要求按时办结。会后逐件走访了代表和委员。'
    expect(() => read(...LINKS, BREADCRUMB, news)).toThrow(InvalidReplyError)
  })
})

test('a title that a page prints twice is no link', () => {
  const title = '关于县政协十届三次会议第064号提案的答复'
  const { proposals, notes } = read(title, title.replace('064', ' 64 '), ...LETTER)
  expect(proposals[0]?.number).toBe('64')
  expect(notes?.map(({ kind }) => kind)).toEqual([])
})

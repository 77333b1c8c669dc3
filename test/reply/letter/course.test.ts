import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'
import { paragraphsOf } from '../../../src/reply/reply.js'

const HEAD = [
  '关于县政协十届三次会议第45号提案的答复',
  '沈一禾委员：',
  '您提出的《关于建设渠首公园的提案》收悉，现答复如下：',
]
const ISSUER = '青禾县水利局'
const SIGNED = [ISSUER, '2024年6月18日']

const FORMATS = {
  text: (lines: string[]) => lines.join('\n'),
  markdown: (lines: string[]) => lines.join('\n\n'),
  html: (lines: string[]) => lines.map((line) => `<p>${line}</p>`).join(''),
}

function read(lines: string[], format: keyof typeof FORMATS = 'text') {
  const reply = parseReply(FORMATS[format]([...HEAD, ...lines]), { format })
  const { date, issuer, notes = [] } = reply
  const text = paragraphsOf(reply)
    .map(({ paragraph }) => paragraph.text)
    .join('\n')
  return { date, issuer, text, kinds: notes.map(({ kind }) => kind) }
}

const WHOLE = { date: '2024-06-18', issuer: ISSUER, kinds: [] }

describe('a date on a line of its own is not the end of the letter', () => {
  test('above the next part of a count', () => {
    const body = ['一、时间节点', '2023年3月15日', '完成立项批复。', '二、下一步', '尽快开工建设。']
    expect(read([...body, ...SIGNED])).toMatchObject(WHOLE)
    expect(read(body)).toMatchObject({ text: expect.stringContaining('尽快开工建设。'), kinds: [] })
    expect(read(body).date).toBeUndefined()
  })

  test('above a later date that an office signs', () => {
    const { text, ...rest } = read(['进展如下：', '2023年9月20日', '完成征地86.5亩。', ...SIGNED])
    expect(rest).toEqual(WHOLE)
    expect(text).toContain('2023年9月20日\n完成征地86.5亩。')
  })

  test('above words of leave', () => {
    const lines = ['2023年9月20日', '完成征地86.5亩。', '感谢您对水利工作的关心。']
    expect(read(lines).text).toContain(lines.join('\n'))
  })

  test('with the office below an earlier answer that the letter quotes', () => {
    const lines = ['去年答复：已立项。', ISSUER, '2023年6月18日', '目前，征地已经全部完成，共计86亩。']
    const { text, ...rest } = read([...lines, ...SIGNED])
    expect(rest).toEqual(WHOLE)
    expect(text).toContain('共计86亩。')
  })
})

describe('a line that begins as the foot of a page does is not the end of the letter', () => {
  test.each([
    '技术支持：由省农科院提供。',
    '版权所有者权益得到保护。',
    '网站地图标注景点86处。',
    '上一篇规划由省院编制。',
    '责任编辑：李四',
    '打印本页',
  ])('above its sign-off: %s', (line) => {
    for (const format of ['text', 'markdown', 'html'] as const) {
      const { text, ...rest } = read(['已完成立项，占地八百亩。', line, '近期开工。', ...SIGNED], format)
      expect(rest).toEqual(WHOLE)
      expect(text).toContain(line)
      expect(text).toContain('近期开工。')
    }
  })

  test('above the next part of a count, where nobody signs', () => {
    const lines = ['一、立项情况', '已完成立项。', '网站地图标注景点86处。', '二、下一步', '近期开工。']
    expect(read(lines).text).toContain('近期开工。')
  })
})

describe('the letter ends', () => {
  const body = ['一、立项情况', '已完成立项，占地面积八百亩。']

  test('at its sign-off, whatever the page has below', () => {
    const page = ['责任编辑：李四', '相关链接', '渠首公园开工', '2024年7月1日', '主办：青禾县人民政府']
    expect(read([...body, ...SIGNED, ...page])).toMatchObject({ ...WHOLE, kinds: ['page chrome'] })
  })

  test('at its date above a page that thanks its visitors', () => {
    const page = ['下一篇：渠首公园开工', '感谢您对网站工作的支持！']
    const { date, text } = read([...body, '2024年6月18日', ...page])
    expect(date).toBe('2024-06-18')
    expect(text).not.toContain('感谢您')
  })

  test('at its sign-off above a copy that has neither title nor salutation', () => {
    const { text } = read([...body, ...SIGNED, ...body, ...SIGNED])
    expect(text.split('八百亩')).toHaveLength(2)
  })

  test('at its date above an enclosure that another date is in', () => {
    const enclosure = ['附：关于建设渠首公园的提案', '渠首荒废多年，建议建成公园，方便群众。', ...SIGNED]
    expect(read([...body, '2024年6月3日', ...enclosure])).toMatchObject({ date: '2024-06-03' })
  })
})

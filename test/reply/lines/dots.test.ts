import { describe, expect, test } from 'vitest'
import { dotsAsStops, readDotsAsStops } from '../../../src/reply/lines/dots.js'
import type { Lines } from '../../../src/reply/lines/line.js'
import { marksOf } from '../../../src/reply/marks/marks.js'
import { parseReply } from '../../../src/reply/parse.js'
import { lineOf } from '../../helpers/lines.js'

const LETTER = [
  '关于县政协十届三次会议第45号提案的答复',
  '沈一禾委员：',
  '您提出的《关于修渠的提案》收悉.现答复如下：',
  '一、基本情况',
  '（一）加强管护.渠长12.5公里，管护覆盖率为85%.已聘用专人.',
  '（二）完善设施.更换闸门三处.',
  '1.加大投入.',
  '县财政安排资金380万元，用于渠首防渗.',
  '2.明确责任.',
  '由青禾镇负责日常巡查，水利站每月检查.',
  '感谢您对水利工作的支持.',
  '青禾县水利局',
  '2023年6月5日',
]

function read(lines: string[]): string[] {
  const tree: Lines = { type: 'lines', children: lines.map((line) => lineOf(line)) }
  return readDotsAsStops()(tree).children.map(({ text }) => text)
}

describe('a letter with dots for its full stops', () => {
  test('is read as if it had full stops, and kept as printed', () => {
    const dotted = parseReply(LETTER.join('\n'), { format: 'text', id: 'a' })
    const whole = parseReply(LETTER.map(dotsAsStops).join('\n'), { format: 'text', id: 'a' })
    const printed = JSON.parse(JSON.stringify(whole.sections), (_, value) =>
      typeof value === 'string' ? value.replaceAll('。', '.') : value,
    )
    expect(whole.sections.flatMap(({ sections }) => sections)).toHaveLength(2)
    expect(dotted.sections).toEqual(printed)
  })

  test('keeps markers of Chinese numerals and the names of people', () => {
    const lines = ['一.基本情况', '十二.其他', '阿依努尔.某某委员、古丽.某某委员：', '联系人：古丽.某某']
    const stops = ['渠道已修好.水闸已修好.桥已修好.']
    expect(read([...lines, ...stops])).toEqual([...lines, '渠道已修好。水闸已修好。桥已修好。'])
  })

  test('keeps its numbers, markers, addresses and names of files', () => {
    const lines = ['1.加大投入.', '长12.5公里.', '见www.云桥.cn', '附件.docx', '（1）.其他', '第3.2条.']
    expect(read(lines)).toEqual([
      '1.加大投入。',
      '长12.5公里。',
      '见www.云桥.cn',
      '附件.docx',
      '（1）.其他',
      '第3.2条。',
    ])
  })
})

test('a dot within a name stays one in a letter that has full stops', () => {
  const lines = ['阿依努尔.某某代表：', '买买提.某某，古丽.某某，您们好。', '渠道已经修好。']
  expect(read(lines)).toEqual(lines)
})

test('a promise ends with its dot', () => {
  const text = '渠道已修好.下一步，我局将更换闸门.'
  expect(marksOf(text)).toEqual([{ kind: 'promise', start: 6, end: 18 }])
})

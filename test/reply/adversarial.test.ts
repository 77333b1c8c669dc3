import { describe, expect, test } from 'vitest'
import { InvalidReplyError } from '../../src/errors.js'
import { parseReply } from '../../src/reply/parse.js'

/** Characters in each document: enough for anything quadratic to run into the timeout. */
const SIZE = 30_000
const TIMEOUT = 30_000

const HEAD = '关于县政协十届三次会议第45号提案的答复\n\n沈一禾委员：\n\n您提出的建议收悉，现答复如下：\n\n'

const repeat = (text: string) => text.repeat(SIZE / text.length)

const documents: Record<string, string> = {
  'one line of Han': repeat('水'),
  'a run of spaces': `水${repeat(' ')}利`,
  'open brackets': repeat('（'),
  'open quotation marks': repeat('“'),
  'nested titles': repeat('《') + repeat('》'),
  'stars that close nothing': '**a '.repeat(2_000),
  'links that close nothing': '[a]('.repeat(2_000),
  'a series on one line': repeat('一是修渠。'),
  'a series of headings': repeat('一、修渠\n\n'),
  'headings of every level': repeat('一、修渠\n\n（一）筑坝\n\n1. 管护\n\n'),
  'pieces of one sentence': repeat('水利工程建设与管护、\n\n'),
  dates: repeat('2023年6月5日'),
  digits: repeat('1'),
  phones: repeat('000-1234567 '),
  'people below one another': `青禾县水利局\n\n2023年6月5日\n\n联系人：\n\n${repeat('鲁槿 12345\n\n')}`,
  labels: repeat('联 系 人：'),
  'labels torn apart': repeat(`联${' '.repeat(499)}`),
  salutations: repeat('沈一禾委员：'),
  'salutations on lines': repeat('沈一禾委员：\n\n'),
  'names before a lead-in': repeat(`${'水 '.repeat(190)}委员：您提出的\n`),
  'lead-ins that go nowhere': repeat('您'),
  titles: repeat('关于'),
  offices: repeat('县水利局\n\n'),
  copies: `抄送：${repeat('县，')}`,
  'line breaks': repeat('<br>'),
  'open elements': repeat('<div>'),
  'open formatting': repeat('<b>'),
  'tables in tables': repeat('<table><tr><td>'),
  'angle brackets': repeat('<'),
  ampersands: repeat('&'),
}

describe.each(['markdown', 'text', 'html'] as const)('as %s, dafu reads or refuses', (format) => {
  test.each(Object.keys(documents))(
    '%s',
    (name) => {
      for (const document of [documents[name]!, HEAD + documents[name], documents[name] + HEAD]) {
        try {
          expect(parseReply(document, { format }).id).toBe('45')
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidReplyError)
        }
      }
    },
    TIMEOUT,
  )
})

import { describe, expect, test } from 'vitest'
import { proposalNumbers } from '../../../src/reply/grammar/proposal-number.js'
import { findTitles } from '../../../src/reply/letter/title.js'
import type { Line } from '../../../src/reply/lines/line.js'
import { LineWriter } from '../../../src/reply/lines/line-writer.js'

function linesOf(text: string) {
  const writer = new LineWriter()
  writer.write(text, 0)
  writer.endLine()
  return writer.lines
}

const titleOf = (lines: Line[]) => findTitles(lines)[0]?.text

describe('findTitles', () => {
  test.each([
    '关于县政协十届三次会议第45号提案的答复',
    '对县政协十届三次会议第45号提案的复函',
    '青禾县水利局关于第45号提案办理情况的答复函',
    '关于第45号提案协办意见的函',
    '关于第26号建议的答复（云发改议复字〔2021〕5号）',
    '关于第33号建议的答复[云交建〔2019〕33号]',
    '关于第52号建议的答复（关于修渠的建议）',
    '关于县政协第7号提案的答复函（B类）',
    '关于修渠建议的答复',
    '关于县政协第7号提案的答复函B',
    '对县人大二次会议第8号建议的答复发文机关青禾县水利局',
    '关于第12号提案的续办续复',
    '关于县政协五届一次会议第510003号提案办理情况的报告',
    '云桥市公安局关于第21号建议答复情况的报告',
    '“关于扩建灌渠的建议”复文（2019年第6021号）',
    '关于扩建灌渠的提案复文（2021年第2014号）',
    '青禾县第十届人民代表大会第二次会议第23号建议办理单',
    '关于第12号提案的答复（摘要）',
    '对第12号建议的答复摘要',
    '对县政协十三届二次会议第45号提案的答复：关于修建渠道的提案',
    '县政协十三届二次会议第45号提案的答复函《关于修建渠道的提案》',
  ])('finds %s', (title) => {
    expect(titleOf(linesOf(`青禾县水利局文件\n${title}\n青水函〔2023〕18号`))).toBe(title)
  })

  test.each(['对县人大十届二次会议第8号建议的答\n复', '关于县政协十届三次会议\n第45号提案办理结果的复\n函'])(
    'joins a title of whose last word one character stands alone: %j',
    (title) => {
      expect(titleOf(linesOf(title))).toBe(title.replaceAll('\n', ''))
    },
  )

  test('takes no way through a site for a title', () => {
    expect(titleOf(linesOf('首页 > 政务公开 > 提案答复'))).toBeUndefined()
    expect(titleOf(linesOf('首页»互动»建议答复'))).toBeUndefined()
  })

  test('joins a title that is broken over lines and spread by spaces', () => {
    expect(titleOf(linesOf('关于县政协十届三次会议\n第 45 号提案的\n答   复'))).toBe(
      '关于县政协十届三次会议第45号提案的答复',
    )
  })

  test.each(['.pdf', '.DOCX', '.wps'])('takes it from the name of a file that ends in %s', (extension) => {
    const title = '关于县政协十届三次会议第45号提案的答复'
    expect(titleOf(linesOf(`${title}${extension}`))).toBe(title)
  })

  test('takes the title that stands next above the salutation', () => {
    expect(titleOf(linesOf('关于第1号提案的答复\n首页\n关于第2号提案的答复'))).toBe('关于第2号提案的答复')
  })

  test('finds none above a proposal', () => {
    expect(titleOf(linesOf('关于疏浚柳溪河道的建议'))).toBeUndefined()
  })
})

describe('proposalNumbers', () => {
  test.each([
    ['关于县政协十届三次会议第45号提案的答复', ['45']],
    ['关于第0045号建议的答复', ['0045']],
    ['关于第2203018号提案的答复', ['2203018']],
    ['关于第21、38号建议的答复', ['21', '38']],
    ['关于第四十五号提案的答复', ['45']],
    ['关于第〔2023〕12号提案的答复', ['12']],
    ['关于第01234号（教育类123号）提案答复的函', ['01234']],
    ['关于第00123（教育034）号提案的答复', ['00123']],
    ['关于修渠提案的答复（提案编号：0045）', ['0045']],
    ['关于第12号、第35号提案的答复', ['12', '35']],
    ['对云桥市第届人民代表大会第会议122号建议的答复', ['122']],
    ['关于县政协第届委员会第次会议45号提案的答复', ['45']],
    ['关于修渠的提案（委员提案【2023】117号）的答复', ['117']],
    ['关于修渠的建议（代表建议〔2024〕8号）的答复', ['8']],
    ['关于第12号、35号、36号提案的答复', ['12', '35', '36']],
    ['关于第12号《扩宽柳溪1号、2号桥的提案》的答复', ['12']],
    ['关于第12号、关于扩宽柳溪1号、2号桥提案的答复', ['12']],
    ['您提出的《扩宽柳溪1号、2号桥》收悉', []],
    ['您提出的“关于整修3号和5号渠的建议”收悉', []],
    ['“关于扩建灌渠的建议”复文（2019年第6021号）', ['6021']],
    ['关于第6-3-12号、6-3-45号提案的答复', ['6-3-12', '6-3-45']],
    ['关于第DH0315号提案的答复', ['DH0315']],
    ['关于第D-013号代表建议的答复', ['D-013']],
    ['对第柳－18号提案的复函', ['柳－18']],
    ['关于县政协十届三次会议NO.21建议的答复', ['21']],
    ['您提出的《关于修渠的建议NO.21》收悉', ['21']],
    ['您提出的《NO:8关于筑坝的提案》收悉', ['8']],
    ['关于第JY200013040200号建议的答复', ['JY200013040200']],
    ['关于第5.08号提案的答复', ['5.08']],
    ['关于第〔14〕号提案的答复', ['14']],
    ['关于第01234号（教育类123号）提案的答复', ['01234']],
    ['关于第91号（总第305号）提案的答复', ['91']],
    ['关于政协会议（编号：第4012号）提案的答复', ['4012']],
    ['关于区人大二次会议5号建议的答复', ['5']],
    ['关于市人大四次会议青07号建议的答复', ['青07']],
    ['关于县政协（36号）提案的答复', ['36']],
    ['关于修渠建议的答复', []],
    ['关于来信号的答复', []],
  ])('reads %s', (title, numbers) => {
    expect(proposalNumbers(title)).toEqual(numbers)
  })
})

import { describe, expect, test } from 'vitest'
import { findDocumentNumber } from '../../../src/reply/grammar/document-number.js'
import { readMarkings } from '../../../src/reply/grammar/markings.js'
import { readLeaders } from '../../../src/reply/grammar/people.js'
import { readLetterhead } from '../../../src/reply/letter/letterhead.js'
import { plain } from '../../../src/reply/lines/plain.js'
import { parseReply } from '../../../src/reply/parse.js'
import { lineOf } from '../../helpers/lines.js'

test.each([
  ['青水函〔2023〕18号', '青水函〔2023〕18号'],
  ['青建字〔2021〕7号B类', '青建字〔2021〕7号'],
  ['青财函[2020]6号', '青财函〔2020〕6号'],
  ['青财函【2024】6号', '青财函〔2024〕6号'],
  ['青交发〔202418', '青交发〔2024〕18号'],
  ['关于修渠建议的复函202306', undefined],
  ['青路函20249B', '青路函〔2024〕9号'],
  ['青路函20249', '青路函〔2024〕9号'],
  ['青禾县政府办2024613', undefined],
  ['A类青水函〔2023〕18号', '青水函〔2023〕18号'],
  ['青水函〔2023〕18号-3', '青水函〔2023〕18号-3'],
  ['青水函〔2023〕18号-2023年', '青水函〔2023〕18号'],
  ['（2023）青水提复第18号', '〔2023〕青水提复第18号'],
  ['（2023）区政协提复第18号', undefined],
  ['（2023）青水提复第18号建议', undefined],
  ['(A)类青水函〔2023〕18号', '青水函〔2023〕18号'],
  ['云桥市柳塘区水利局柳水函〔2023〕18号', '柳水函〔2023〕18号'],
  ['青禾县人民政府办公室青政办函〔2023〕18号', '青政办函〔2023〕18号'],
  ['青禾县政府办函〔2023〕18号', '青禾县政府办函〔2023〕18号'],
  ['云卫健委健函〔2023〕18号', '云卫健委健函〔2023〕18号'],
  ['青禾县水利局签发人：顾南星青水函〔2023〕18号', '青水函〔2023〕18号'],
  ['柳塘区教育局签发人：张禾柳教复〔2023〕18号', '柳教复〔2023〕18号'],
  ['签发人：顾南星青水函〔2023〕18号', undefined],
  ['关于落实云政发〔2023〕18号关于就业的意见的提案', undefined],
  ['同意公开青水提〔20243', '青水提〔2024〕3号'],
  ['青交〔2020〕第08号', '青交〔2020〕第08号'],
  ['青卫〔2020〕12-05号', '青卫〔2020〕12-05号'],
  ['建议字：〔2022〕5号', '建议字〔2022〕5号'],
  ['关于第26号建议的答复（云发改议复字〔2021〕5号）', '云发改议复字〔2021〕5号'],
  ['（2024年6月17日云自然资函〔2024〕321号）', '云自然资函〔2024〕321号'],
  ['云规（建）〔2024〕88号', '云规（建）〔2024〕88号'],
  ['日照教函〔2024〕3号', '日照教函〔2024〕3号'],
  ['关于第26号提案的答复青水函〔2023〕18号', '青水函〔2023〕18号'],
  ['青水提案答复〔2023〕18号', '青水提案答复〔2023〕18号'],
  ['发文字号青水函〔2023〕18号', '青水函〔2023〕18号'],
  ['青水函{2023}18号', '青水函〔2023〕18号'],
  ['青水提复字2023-18号', '青水提复字2023-18号'],
  ['青水函2023年18号', '青水函2023年18号'],
  ['（青水字第18号）', '青水字第18号'],
  ['第45号', undefined],
  ['县政协提案第45号', undefined],
  ['国务院000号令', undefined],
  ['对十届全国人大一次会议第5667号', undefined],
  ['电话函2023123', undefined],
  ['联系电话函2024511', undefined],
  ['同意公开青水函〔2023〕18号', '青水函〔2023〕18号'],
  ['公开柳政函〔2024〕7号', '柳政函〔2024〕7号'],
  ['青水函<2023>18号', '青水函〔2023〕18号'],
  ['云财会〔2024〕22号', '云财会〔2024〕22号'],
  ['柳塘区管委会〔2024〕8号', '柳塘区管委会〔2024〕8号'],
  ['青水函〔2023〕提18号', '青水函〔2023〕提18号'],
  ['关于县人大十五届三次会议（2023）第45号建议的答复', undefined],
  ['关于修渠的提案（委员提案【2023】117号）的答复', undefined],
  ['关于修渠的建议（代表建议〔2024〕8号）的答复', undefined],
  ['委员提案〔2024〕8号', undefined],
  ['关于第1234号提案答复的函（云教提案〔2019〕第12号）', '云教提案〔2019〕第12号'],
])('finds the document number of %s', (text, number) => {
  expect(findDocumentNumber(text)?.number).toBe(number)
})

describe('readMarkings', () => {
  test.each([
    ['A类', 'A'],
    ['A级', 'A'],
    ['办理结果：B级', 'B'],
    ['类别：A 青水函〔2023〕18号 签发人：顾南星', 'A'],
    ['办理结果：C类　柳政函〔2024〕7号', 'C'],
    ['4A级', undefined],
    ['信用等级：A级', undefined],
    ['青路函20249  B', 'B'],
    ['A 类', 'A'],
    ['Ｂ类', 'B'],
    ['（A）', 'A'],
    ['(A类)', 'A'],
    ['〔A〕', 'A'],
    ['类 别:B', 'B'],
    ['办理结果：(C)', 'C'],
    ['办复类别：B类', 'B'],
    ['类别标记：B', 'B'],
    ['答复类型：C类', 'C'],
    ['（A1）', 'A'],
    ['办理结果：A2', 'A'],
    ['办理结果：A类（已解决）', 'A'],
    ['办理结果：正在解决（B类）', 'B'],
    ['B类（正在解决）', 'B'],
    ['办理类别 | A类', 'A'],
    ['办理结果 B', 'B'],
    ['答复等次：A', 'A'],
    ['办理标识：“A”类', 'A'],
    ['青水函〔2023〕18号    分类：A', 'A'],
    ['分类：A    签发人：顾南星', 'A'],
    ['“B”类', 'B'],
    ['A)类', 'A'],
    ['（复文分类：B）', 'B'],
    ['（办理等次：C类）', 'C'],
    ['签发人：顾南星答复类别：A青水函〔2024〕5号', 'A'],
    ['办理结果：C类柳政函〔2024〕7号', 'C'],
    ['B类件', 'B'],
    ['A类)', 'A'],
    ['B类（正在解决）    公开', 'B'],
    ['A（已解决或基本解决）', 'A'],
    ['类别：A.已经解决', 'A'],
    ['答复类别：已解决（A）', 'A'],
    ['公开    A', 'A'],
    ['A    主动公开', 'A'],
    ['注：A类', 'A'],
    ['办理结果：√A □B □C', 'A'],
    ['办理结果：A□ B☑ C□', 'B'],
    ['办理结果：□A类 ☑B类 □C类', 'B'],
    ['办理结果：A类  √B类  C类', 'B'],
    ['办理结果：A（  ）B（√）C（  ）', 'B'],
    ['办理结果：（√）A （ ）B （ ）C', 'A'],
    ['办理结果：A类（已列入CBD规划）', 'A'],
    ['A：解决采纳', 'A'],
    ['[办理结果标注（B1）]', 'B'],
    ['签发人：顾南星    A类', 'A'],
    ['青水函〔2023〕18号  B 同意公开', 'B'],
    ['青水函〔2023〕18号    A    公开', 'A'],
    ['（B类  公开）', 'B'],
    ['办理结果：B            公开', 'B'],
    ['青公建〔2025〕9号            A', 'A'],
    ['青建字〔2021〕7号B类', 'B'],
    ['青建复〔2021〕7号（B类）', 'B'],
    ['青水字〔2020〕3号(B)类', 'B'],
    ['青财函〔2019〕6号        D类  同意公开', 'D'],
    ['关于县政协第7号提案的答复函（B类）', 'B'],
    ['关于县政协第7号提案的答复（B）', 'B'],
    ['关于第147号建议办理情况（B）的函（青自然资函〔2023〕263号）', 'B'],
    ['关于第12号提案办理情况(C)的函[柳水函〔2023〕8号]', 'C'],
  ])('reads the category of %j', (line, category) => {
    expect(readMarkings(plain(line)).category).toBe(category)
  })

  test.each([
    '类 同意公开',
    '类别：提案',
    '主题分类：2018年',
    'A类高层次人才政策',
    '2016年办理结果为C类',
    'B 超',
    'A：顾南星',
    'A类建议',
    '类别：A□ B□ C□',
    '办复类别分为A类、B类、C类',
    '办理结果：A类（解决）、B类（正在解决）、C类（难以解决）',
    'A（云桥市）',
    '类别：B.社会民生',
  ])('reads no category in %j', (line) => {
    expect(readMarkings(plain(line)).category).toBeUndefined()
  })

  test.each([
    ['同意公开', '同意公开'],
    ['类 同意公开', undefined],
    ['同意对外公开', '同意对外公开'],
    ['公开', '公开'],
    ['办理结果：B  公开', '公开'],
    ['公开选项：主动公开', '主动公开'],
    ['不公开', '不公开'],
    ['此件公开发布', '此件公开发布'],
    ['此件主动公开', '此件主动公开'],
    ['（依申请公开）', '依申请公开'],
    ['公开方式：主动公开', '主动公开'],
    ['公开属性：部分公开', '部分公开'],
    ['是否同意公开：是', '是否同意公开：是'],
    ['附注：公开发布', '公开发布'],
    ['注：“主动公开”。', '主动公开'],
    ['以上意见可主动公开。', '以上意见可主动公开'],
    ['青财函〔2019〕6号        B类  同意公开', '同意公开'],
    ['政务公开', undefined],
    ['我局将及时向社会公开', undefined],
  ])('reads the disclosure of %j', (line, disclosure) => {
    expect(readMarkings(line).disclosure).toBe(disclosure)
  })
})

describe('readLetterhead', () => {
  test('takes the issuer from the letterhead without 文件', () => {
    const header = [lineOf('青禾县民政局文件'), lineOf('关于第1号提案的答复')]
    expect(readLetterhead(header, '关于第1号提案的答复').issuer).toBe('青禾县民政局')
  })

  test('takes the issuer from the title where there is no letterhead', () => {
    const title = '青禾县民政局关于第1号提案的答复'
    expect(readLetterhead([lineOf(title)], title).issuer).toBe('青禾县民政局')
  })

  test('takes the first of the offices that write together', () => {
    for (const title of [
      '青禾县民政局青禾县财政局关于第1号提案的答复',
      '青禾县民政局、青禾县财政局关于第1号提案的答复',
    ]) {
      expect(readLetterhead([lineOf(title)], title).issuer).toBe('青禾县民政局')
    }
    const header = [lineOf('青禾县人民政府'), lineOf('青禾县民政局'), lineOf('青禾县财政局')]
    expect(readLetterhead(header, '').issuer).toBe('青禾县民政局')
  })

  test.each([
    ['云桥市卫生健康委员会 云桥市总工会文件', ['云桥市卫生健康委员会', '云桥市总工会']],
    ['云桥市卫生健康委员会　　青禾县总工会  文 件', ['云桥市卫生健康委员会', '青禾县总工会']],
    ['云桥市卫生健康委员会 云桥市总工会', ['云桥市卫生健康委员会', '云桥市总工会']],
    ['云桥市水利局云桥市教育局文件', ['云桥市水利局', '云桥市教育局']],
    ['云 桥 市 科 学 技 术 局', ['云桥市科学技术局']],
    ['云 桥 市 科 学 技 术 局 文 件', ['云桥市科学技术局']],
    ['云桥市  卫生健康委员会', ['云桥市卫生健康委员会']],
    ['云桥市公安局 柳塘区分局', ['云桥市公安局柳塘区分局']],
    ['云桥市公安局 交通警察大队', ['云桥市公安局交通警察大队']],
    ['青禾县人民政府 办公室文件', ['青禾县人民政府办公室']],
  ])('reads the offices of the letterhead %s', (line, offices) => {
    const { issuer, partners } = readLetterhead([lineOf(line)], '关于第1号提案的答复')
    expect([issuer, ...partners]).toEqual(offices)
  })

  test('gives the offices of a joint letterhead as those that handled the proposal with the first', () => {
    const { issuer, coHandlers, provenance } = parseReply(
      '云桥市水利局  柳塘区总工会文件\n关于第45号提案的答复\n沈一禾委员：\n您提出的提案收悉，现答复如下：\n渠道已经修好。\n云桥市水利局  柳塘区总工会\n2023年6月5日',
      { format: 'text' },
    )
    expect([issuer, coHandlers]).toEqual(['云桥市水利局', ['柳塘区总工会']])
    expect(provenance).toContainEqual({ path: ['coHandlers', 0], origin: 'letter', start: 8, end: 14 })
  })

  test.each(['关于对', '对', '关于'])(
    'takes the issuer from a title that parts it by a colon from %s',
    (about) => {
      const title = `青禾县水利局：${about}县政协十届三次会议第45号提案的答复`
      const { issuer, notes } = parseReply(
        `${title}\n沈一禾委员：\n您提出的《关于修渠的提案》收悉，现答复如下：\n支渠已经修好。\n2024年6月18日`,
        { format: 'text' },
      )
      expect(issuer).toBe('青禾县水利局')
      expect(notes).toEqual([])
    },
  )

  test.each(['政务公开', '建议提案', '公示'])('takes no issuer from a title behind %s：', (column) => {
    const title = `${column}：关于县政协十届三次会议第45号提案的答复`
    expect(readLetterhead([lineOf(title)], title).issuer).toBeUndefined()
  })

  test('takes no office of the page around the letter for the issuer', () => {
    const header = ['青禾县人民政府', '首页 > 建议提案', '关于第1号提案的答复'].map((text) => lineOf(text))
    expect(readLetterhead(header, '关于第1号提案的答复').issuer).toBeUndefined()
  })

  test('takes no cell of a table for the issuer, whose label would stand in its name', () => {
    const header = ['关于第1号提案的答复', '承办单位\t县民政局'].map((text) => lineOf(text))
    expect(readLetterhead(header, '关于第1号提案的答复').issuer).toBeUndefined()
  })

  test('takes the last document number above the salutation', () => {
    const header = ['根据青政发〔2019〕20号文件', '青水函〔2023〕18号'].map((text) => lineOf(text))
    expect(readLetterhead(header, undefined).documentNumber?.number).toBe('青水函〔2023〕18号')
  })

  test('gives nobody for a label without a name', () => {
    expect(readLetterhead([lineOf('领导签字：')], undefined).leaders).toEqual([])
  })
})

test.each([
  ['签发人：顾南星   青水函〔2023〕18号', '青水函〔2023〕18号'],
  ['签 发 人：张  禾  柳教复〔2023〕8号', '柳教复〔2023〕8号'],
])('the approver may stand before the number: %s', (line, number) => {
  expect(readLetterhead([lineOf(line)], undefined).documentNumber?.number).toBe(number)
})

test('gives no approver whose name nothing parts from the number behind it', () => {
  expect(readLeaders('签发人：顾南星青水函〔2023〕18号')).toEqual([])
  expect(readLeaders('签发人：顾南星 青水函〔2023〕18号')).toEqual([{ role: '签发人', name: '顾南星' }])
})

test.each([
  ['签发人：王五          A类     主动公开', '王五', 'A', '主动公开'],
  ['签发人：王五　　A类　　同意公开', '王五', 'A', '同意公开'],
  ['签发人：王  五    A类    公开', '王五', 'A', '公开'],
  ['签发人：王五  主动公开', '王五', undefined, '主动公开'],
  ['签发人：王五    （B）    不予公开', '王五', 'B', '不予公开'],
  ['签发人：王五          同意公开     A类', '王五', 'A', '同意公开'],
  ['签发人：王五    类别：B    公开：是', '王五', 'B', '公开：是'],
  ['A类  签发人：王五  主动公开', '王五', 'A', '主动公开'],
  ['云教函〔2024〕5号   签发人：王五   A类   主动公开', '王五', 'A', '主动公开'],
  ['签发人：阿依努尔·买买提   A类   主动公开', '阿依努尔·买买提', 'A', '主动公开'],
])('parts what stands side by side in %s', (line, name, category, disclosure) => {
  const letterhead = readLetterhead([lineOf(line)], '关于第1号提案的答复')
  expect(letterhead.leaders).toEqual([{ role: '签发人', name }])
  expect([letterhead.category, letterhead.disclosure]).toEqual([category, disclosure])
})

test.each([
  ['类别：B　公开：是', 'B', '公开：是'],
  ['编号：第0331号　类别：B　公开：否', 'B', '公开：否'],
])('reads %s above a title', (line, category, disclosure) => {
  const reply = parseReply(
    `${line}\n关于第45号提案的答复\n沈一禾委员：\n您提出的提案收悉，现答复如下：\n渠道已经修好。\n云桥市水利局\n2023年6月5日`,
    { format: 'text' },
  )
  expect([reply.category, reply.disclosure]).toEqual([category, disclosure])
})

test('takes no 公开 in the name of a department for a disclosure', () => {
  expect(readMarkings('承办单位：政务 公开 科').disclosure).toBeUndefined()
})

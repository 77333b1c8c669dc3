import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteText } from '../../../src/query/note-text.js'
import { parseQuery } from '../../../src/query/read/syntax.js'
import { mixedText } from '../../helpers/arbitraries.js'

describe('parseQuery', () => {
  it.each([
    ['先投后股 资金', { text: '先投后股 资金' }],
    ['"先投后股"', { phrase: '先投后股' }],
    ['“先投后股”', { phrase: '先投后股' }],
    ['「先投后股」', { phrase: '先投后股' }],
    ['＂先投后股＂', { phrase: '先投后股' }],
    ['"先投后股" 资金 项目', { all: [{ text: '资金 项目', optional: true }, { phrase: '先投后股' }] }],
    ['((小荷))', { text: '小荷' }],
    ['', { text: '' }],
  ])('reads %s', (input, query) => {
    expect(parseQuery(input)).toEqual({ query, notes: [] })
  })

  it.each([
    ['小荷 OR 瞪羚', { any: [{ text: '小荷' }, { text: '瞪羚' }] }],
    ['小荷|瞪羚', { any: [{ text: '小荷' }, { text: '瞪羚' }] }],
    ['小荷 ｜ 瞪羚', { any: [{ text: '小荷' }, { text: '瞪羚' }] }],
    ['(小荷 OR 瞪羚) 企业', { all: [{ text: '企业' }, { any: [{ text: '小荷' }, { text: '瞪羚' }] }] }],
    ['（小荷 ＯＲ 瞪羚）', { any: [{ text: '小荷' }, { text: '瞪羚' }] }],
    ['资金 ("小荷" OR 瞪羚)', { all: [{ text: '资金' }, { any: [{ phrase: '小荷' }, { text: '瞪羚' }] }] }],
    ['届:二届三次', { field: 'session', contains: '二届三次' }],
    ['资金 -小荷', { all: [{ text: '资金' }, { not: { text: '小荷' } }] }],
    ['资金 －小荷', { all: [{ text: '资金' }, { not: { text: '小荷' } }] }],
    ['资金 NOT 小荷', { all: [{ text: '资金' }, { not: { text: '小荷' } }] }],
    ['资金 -"小荷行动"', { all: [{ text: '资金' }, { not: { phrase: '小荷行动' } }] }],
    ['资金 -(小荷 瞪羚)', { all: [{ text: '资金' }, { not: { text: '小荷 瞪羚' } }] }],
    ['资金 --小荷', { text: '资金 --小荷' }],
    ['资金 NOT NOT 小荷', { text: '资金 小荷' }],
    ['单位:科学技术局', { field: 'issuer', contains: '科学技术局' }],
    ['单位：科学技术局', { field: 'issuer', contains: '科学技术局' }],
    ['Issuer:"科学 技术局"', { field: 'issuer', contains: '科学 技术局' }],
    ['标记:承诺', { field: 'mark', value: 'promise' }],
    ['标记:婉拒', { field: 'mark', value: 'refusal' }],
    ['mark:refusal', { field: 'mark', value: 'refusal' }],
    ['mark:Refusal', { field: 'mark', value: 'Refusal' }],
    ['引用:《云桥市物业管理条例》', { field: 'cites', contains: '云桥市物业管理条例' }],
    ['部分:下一步', { field: 'role', value: 'plan' }],
    ['年:2025', { field: 'year', value: '2025' }],
    ['年:2023..2025', { field: 'year', from: '2023', to: '2025' }],
    ['期限:..2026', { field: 'due', to: '2026' }],
    ['due:2026年', { field: 'due', value: '2026' }],
    ['year:2023..', { field: 'year', from: '2023' }],
    ['year:..2025', { field: 'year', to: '2025' }],
    ['提案:2104071 瞪羚', { all: [{ text: '瞪羚' }, { field: 'proposal', value: '2104071' }] }],
    ['-单位:财政局 瞪羚', { all: [{ text: '瞪羚' }, { not: { field: 'issuer', contains: '财政局' } }] }],
  ])('reads %s, and finds it as it stands too', (input, query) => {
    const { literal, notes, ...parsed } = parseQuery(input)
    expect(parsed).toEqual({ query })
    expect(notes).toEqual([])
    expect(literal).toBe(/OR|[|｜]|ＯＲ|NOT|[:：]| [-－][^-]/.test(input) ? input : undefined)
  })

  it.each([
    '实施“先投后股”专项',
    '专家(包括本地',
    '企业-高新',
    '联系电话:0731',
    '“乡里制”的特点',
    'A|'.slice(0, 1),
  ])('takes operators inside words for what they are: %s', (input) => {
    expect(parseQuery(input)).toEqual({ query: { text: input }, notes: [] })
  })

  it.each([
    ['"先投后股', { text: '"先投后股' }, 'never closed'],
    ['(小荷', { text: '小荷' }, 'never closed'],
    ['小荷 )', { text: '小荷' }, 'never opened'],
    ['小荷 OR', { text: '小荷' }, 'OR with nothing'],
    ['小荷 NOT', { text: '小荷' }, 'NOT with nothing'],
    ['小荷 ()', { text: '小荷' }, 'empty brackets'],
  ])('searches %s as words and says so', (input, query, note) => {
    const parsed = parseQuery(input)
    expect(parsed.query).toEqual(query)
    expect(parsed.notes.map((each) => noteText(each)).join()).toContain(note)
  })

  it.each([
    ['-小荷', { not: { text: '小荷' } }],
    ['-"小荷行动"', { not: { phrase: '小荷行动' } }],
    ['-2024', { not: { text: '2024' } }],
    ['-12345 -5G', { all: [{ not: { text: '12345' } }, { not: { text: '5G' } }] }],
    ['-2024.7.1', { not: { text: '2024.7.1' } }],
    ['-110kV', { not: { text: '110kV' } }],
    ['NOT 18℃', { not: { text: '18℃' } }],
    ['-小荷 NOT 瞪羚', { all: [{ not: { text: '小荷' } }, { not: { text: '瞪羚' } }] }],
    ['-"小荷" -瞪羚', { all: [{ not: { phrase: '小荷' } }, { not: { text: '瞪羚' } }] }],
    ['-(小荷 瞪羚)', { not: { text: '小荷 瞪羚' } }],
  ])('excludes what %s excludes and says that nothing else is asked', (input, query) => {
    expect(parseQuery(input)).toEqual({ query, literal: input, notes: [{ kind: 'exclusions alone' }] })
  })

  it.each([
    '冷库 -18℃',
    '冷库 -18 ℃',
    '－１８℃',
    '-18摄氏度',
    '－5~-10度',
    'RSRP -110dBm',
    '-20分贝',
    '-0.5 -5% -2层 -0.3个百分点 -5个百分点',
  ])('takes no number below zero for an exclusion: %s', (text) => {
    expect(parseQuery(text)).toEqual({ query: { text }, notes: [] })
  })

  it.each(['-单位:财政局', '-单位:财政局 -年:2024', '年:2024 -小荷', '-(小荷 OR 瞪羚) 企业'])(
    'notes nothing of %s',
    (input) => {
      expect(parseQuery(input).notes).toEqual([])
    },
  )

  it.each([
    ['年:2025..2020', { field: 'year', from: '2020', to: '2025' }, '2025..2020 is read as 2020..2025'],
    ['标记:某某', { field: 'mark', value: '某某' }, 'mark is never 某某: it is one of 承诺, 计划, 不予,'],
    [
      '年:2024-05',
      { field: 'year', value: '2024' },
      '2024-05 is no year: years are written as 2025, 2023..2025',
    ],
    ['year:2024-5', { field: 'year', value: '2024' }, '2024-5 is no year'],
    ['年:２０２４年１２月', { field: 'year', value: '2024' }, '2024年12月 is no year'],
    ['年:2024/5/1', { field: 'year', value: '2024' }, '2024/5/1 is no year'],
    ['年:1-5', { field: 'year', value: '1-5' }, '1-5 is no year'],
    ['期限:1-5年', { field: 'due', value: '1-5' }, '1-5年 is no year'],
    ['年:24..', { field: 'year', value: '24..' }, '24.. is no year'],
    ['年:2024-25', { field: 'year', value: '2024-25' }, '2024-25 is no year'],
    ['role:constructor', { field: 'role', value: 'constructor' }, 'one of 开头, 现状,'],
  ])('says what is odd about %s', (input, query, note) => {
    const parsed = parseQuery(input)
    expect(parsed.query).toEqual(query)
    expect(parsed.notes.map((each) => noteText(each))).toEqual([expect.stringContaining(note)])
  })

  it.each([
    ['标题:停车', { text: '停车' }, '标题', '停车'],
    ['资金 标题:停车 项目', { text: '资金 停车 项目' }, '标题', '停车'],
    ['电话：12345', { text: '12345' }, '电话', '12345'],
    ['县:"云溪 县"', { text: '云溪 县' }, '县', '云溪 县'],
    ['资金 -文号:云财函', { all: [{ text: '资金' }, { not: { text: '云财函' } }] }, '文号', '云财函'],
  ])('looks for the value of %s, and says that there is no such field', (input, query, name, value) => {
    const note = { kind: 'unknown field', name, value }
    expect(parseQuery(input)).toEqual({ query, literal: input, notes: [note] })
  })

  it.each(['联系电话：0731', '云桥市：停车', '标题: 停车', '责任单位：财政局'])(
    'reads %s as words',
    (input) => {
      expect(parseQuery(input)).toEqual({ query: { text: input }, notes: [] })
    },
  )

  it('takes the name of what every object has for a word', () => {
    expect(parseQuery('constructor:小荷')).toEqual({ query: { text: 'constructor:小荷' }, notes: [] })
  })

  it('reads any text', () => {
    const operators = fc.constantFrom(
      '"',
      '“',
      '”',
      '(',
      ')',
      ' ',
      '-',
      '|',
      ' OR ',
      ' NOT ',
      '年:',
      '单位：',
    )
    const text = fc
      .array(fc.oneof(operators, mixedText(4)), { maxLength: 30 })
      .map((pieces) => pieces.join(''))
    fc.assert(fc.property(text, (input) => parseQuery(input).query !== undefined))
  })

  it('ends however deep the brackets', () => {
    const { notes } = parseQuery(`${'('.repeat(5000)}小荷${')'.repeat(5000)}`)
    expect(notes).toContainEqual({ kind: 'brackets too deep', deepest: 20 })
  })
})

import { describe, expect, it } from 'vitest'
import { numberVariants } from '../../../src/query/numbers/number-variants.js'
import { alternativesOf } from '../../../src/query/parts/alternatives.js'

const SYNONYMS = [
  ['科技局', '科学技术局'],
  ['市科技局', '市科学技术局'],
  ['专精特新', '专业化、精细化、特色化、新颖化'],
]

const textsOf = (text: string): string[] =>
  alternativesOf(text, { synonyms: SYNONYMS, numberVariants }).map((alternative) => alternative.text)

describe('alternativesOf', () => {
  it('gives most texts none', () => {
    expect(textsOf('先投后股')).toEqual([])
    expect(textsOf('')).toEqual([])
  })

  it('writes a number in its other forms, and never repeats the text', () => {
    expect(alternativesOf('十届', { synonyms: [], numberVariants })).toEqual([
      { text: '10届', kind: 'numeral', weight: 1 },
    ])
    expect(textsOf('第0123号')).toEqual(['第123号', '第一百二十三号'])
  })

  it('writes a date of figures as letters print it', () => {
    for (const date of ['2025-07-01', '2025.7.1', '2025/07/1'])
      expect(textsOf(date)).toEqual(expect.arrayContaining(['2025年7月1日', '2025年07月01日']))
    expect(textsOf('2025-7-1至2025-8-2')).toContain('2025年7月1日至2025年8月2日')
    expect(textsOf('2025.7')).toContain('2025年7月')
    for (const date of ['2025-07-01', '2025年7月1日', '2025年07月01日', '二〇二五年七月一日'])
      expect(textsOf(`${date}的答复`)).toContain('20250701的答复')
    for (const other of ['2025-0012-34', '2025-13-45']) expect(textsOf(other).join()).not.toContain('月')
  })

  it('varies several numbers together', () => {
    expect(textsOf('十届三次').sort()).toEqual(['10届3次', '10届三次', '十届3次'])
  })

  it('weighs numbers that may be none less', () => {
    expect(alternativesOf('一个', { synonyms: [], numberVariants })).toEqual([
      { text: '1个', kind: 'numeral', weight: 0.5 },
    ])
  })

  it('gives a bounded number of forms, however many numbers there are', () => {
    const forms = alternativesOf('2024年2025年2026年2027年'.repeat(8), { synonyms: SYNONYMS, numberVariants })
    expect(forms.length).toBeGreaterThan(0)
    expect(forms.length).toBeLessThanOrEqual(32)
  })

  it('writes abbreviations in full and the other way round, the full form as sure as the share that was typed', () => {
    expect(alternativesOf('科技局', { synonyms: [['科技局', '科学技术局']], numberVariants })).toEqual([
      { text: '科学技术局', kind: 'synonym', weight: 3 / 5, replaces: { start: 0, end: 3 } },
    ])
    expect(alternativesOf('科学技术局', { synonyms: [['科技局', '科学技术局']], numberVariants })).toEqual([
      { text: '科技局', kind: 'synonym', weight: 1, replaces: { start: 0, end: 5 } },
    ])
  })

  it('replaces an abbreviation inside a longer text, and the same text only once', () => {
    expect(textsOf('株洲市科技局')).toEqual(['株洲市科学技术局'])
  })

  it('takes what stands in a synonym as it is', () => {
    expect(
      alternativesOf('甲', { synonyms: [['甲', '$&']], numberVariants }).map(({ text }) => text),
    ).toEqual(['$&'])
  })
})

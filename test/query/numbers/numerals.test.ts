import { describe, expect, it } from 'vitest'
import { numeralsOf } from '../../../src/query/numbers/numerals.js'

/** The forms of the first number in a text. */
function formsIn(text: string): string[] {
  return numeralsOf(text)[0]?.forms ?? []
}

describe('numeralsOf', () => {
  it.each([
    ['十届', ['10', '十']],
    [
      '二〇二五年',
      ['2025', '两千〇二十五', '两千零二十五', '二〇二五', '二千〇二十五', '二千零二十五', '二零二五'],
    ],
    ['第0123号', ['0123', '123', '一百二十三']],
    ['第5号', ['0005', '005', '05', '5', '五']],
    ['三百元', ['300', '三百']],
    ['一千零五', ['1,005', '1005', '一〇〇五', '一千〇五', '一千零五', '一零零五']],
    ['3', ['3', '三']],
    ['两年', ['2', '两', '二']],
    ['7月', ['07', '7', '七']],
    ['07月', ['07', '7', '七']],
    ['30%', ['30%', '三成', '百分之三十']],
    ['30.0%', ['30%', '30.0%', '三成', '百分之三十', '百分之三十点〇', '百分之三十点零']],
    ['2.50%', ['2.5%', '2.50%', '百分之二点五', '百分之二点五〇', '百分之二点五零']],
    [
      '0.0000001%',
      ['0.0000001%', '百分之〇点〇〇〇〇〇〇一', '百分之零点〇〇〇〇〇〇一', '百分之零点零零零零零零一'],
    ],
    ['八成五', ['85%', '八成五', '八成半', '百分之八十五']],
    ['百分之三点五', ['3.5%', '百分之三点五']],
    ['10.05万', ['10.05万', '100,500', '100500', '十万零五百', '十点〇五万', '十点零五万']],
    ['1,200公顷', ['1,200', '1200', '一二〇〇', '一二零零', '一千二百']],
    ['3千万', ['3,000万', '30,000,000', '30000000', '3000万', '3千万', '三千万']],
    ['15万9千', ['15.9万', '159,000', '159000', '15万9千', '十五万九千', '十五点九万']],
    ['伍万元', ['50,000', '50000', '5万', '五万', '伍万']],
    ['参仟贰佰个', ['3,200', '3200', '三二〇〇', '三二零零', '三千二百', '参仟贰佰']],
    ['壹拾伍万元', ['150,000', '150000', '15万', '一十五万', '十五万', '壹拾伍万']],
    ['一十五', ['15', '一十五', '十五']],
    ['两台', ['2', '两', '二']],
    ['壹佰贰拾个', ['120', '一百二十', '壹佰贰拾']],
    ['1万5千元', ['1.5万', '15,000', '15000', '1万5千', '一万五千', '一点五万']],
    [
      '2亿5000万元',
      [
        '2.5亿',
        '25,000万',
        '250,000,000',
        '250000000',
        '25000万',
        '2亿5000万',
        '两亿五千万',
        '二亿五千万',
        '二点五亿',
      ],
    ],
    ['3千5百元', ['3,500', '3500', '3千5百', '三五〇〇', '三五零零', '三千五百']],
    ['一万二千户', ['1.2万', '12,000', '12000', '一万二千', '一点二万']],
  ])('reads the number in %s', (text, forms) => {
    expect(formsIn(text)).toEqual(forms)
  })

  it.each([
    '十四五',
    '十十',
    '百',
    '三四',
    '两会',
    '百分之百',
    '12345热线',
    '123400号',
    '0731286800',
    '千万',
    '一万五',
    '三四十万',
    '1万2',
    '大陆万人',
    '人参万株',
    '收拾',
    '2亿五千万',
    '1.5万亿',
    '3万千瓦',
    '统一10届',
    '二〇二',
    '万',
    '答复',
    '',
  ])('reads no number in %j', (text) => {
    expect(numeralsOf(text)).toEqual([])
  })

  it('keeps 第123号 and 第1234号 apart', () => {
    expect(formsIn('第1234号').filter((form) => formsIn('第123号').includes(form))).toEqual([])
  })

  it('says where each number stands', () => {
    expect(numeralsOf('2025年第一批18个').map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [6, 7],
      [8, 10],
    ])
  })

  it('is certain of numbers of more than ten, of numbered and of counted ones', () => {
    const certain = (text: string): boolean => numeralsOf(text)[0]!.certain
    expect(['11', '第一', '5号', '一月', '三届'].map(certain)).toEqual(Array(5).fill(true))
    expect(['一', '一般', '5', '3人', '十分'].map(certain)).toEqual(Array(5).fill(false))
  })

  it('gives for every form of a number the same forms, alone, numbered and counted', () => {
    const different: string[] = []
    for (let value = 0; value < 10_000; value++) {
      for (const [before, after] of [
        ['', ''],
        ['第', '号'],
        ['', '年'],
        ['', '月'],
      ]) {
        const [first] = numeralsOf(`${before}${value}${after}`)
        for (const form of first!.forms) {
          const [other] = numeralsOf(before + form + after)
          const same = first!.forms.join() === other?.forms.join() && first!.certain === other.certain
          if (!same) different.push(`${before}${value}${after}: ${form}`)
        }
      }
    }
    expect(different).toEqual([])
  })

  it('gives for every form of an amount the same forms', () => {
    const different: string[] = []
    for (const value of [1200, 2500, 10_000, 15_000, 20_015, 100_000, 1_050_000, 30_000_000, 230_000_000]) {
      const forms = formsIn(`${value}元`)
      expect(forms.length).toBeGreaterThan(2)
      for (const form of forms) if (formsIn(`${form}元`).join() !== forms.join()) different.push(form)
    }
    expect(different).toEqual([])
  })

  it('takes 成 for tenths only where it begins no word', () => {
    expect(formsIn('三成以上')).toContain('30%')
    expect(formsIn('三成立')).not.toContain('30%')
  })

  it('gives for every form of a fraction the same forms', () => {
    for (const fraction of ['0.5', '12.05', '105.30', '30%', '0.08%', '100%']) {
      const forms = formsIn(fraction)
      expect(forms.length).toBeGreaterThan(1)
      for (const form of forms) expect(formsIn(form)).toEqual(forms)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberVariants } from '../../../src/query/numbers/number-variants.js'
import { partsOf } from '../../../src/query/parts/parts.js'
import { createHighlighter } from '../../../src/search/hits/highlight.js'
import { traditionalFolding } from '../../../src/text/folding-table.js'
import { createFolding } from '../../../src/text/normalize.js'
import { mixedText } from '../../helpers/arbitraries.js'

const folding = createFolding(traditionalFolding())

function rangesIn(text: string, query: string, words: readonly string[]): { start: number; end: number }[] {
  const parts = partsOf(query, { folding, synonyms: [], numberVariants })
  return createHighlighter(parts, words)(folding.foldWithOffsets(text))
}

function marked(text: string, query: string, ...words: string[]): string[] {
  return rangesIn(text, query, words).map(({ start, end }) => text.slice(start, end))
}

describe('highlights', () => {
  it('mark a part of the query where it stands whole, in the form in which it stands', () => {
    expect(marked('实施“先投後股”和先投后股。', '先投后股')).toEqual(['先投後股', '先投后股'])
    expect(marked('答 复：ＴＲＩＺ', '答复 triz')).toEqual(['答 复', 'ＴＲＩＺ'])
    expect(marked('十届四次', '10届')).toEqual(['十届'])
  })

  it('mark nothing that begins with what a number counts', () => {
    expect(marked('每年11月15日', '7月15日')).toEqual(['15日'])
    expect(marked('社区老年食堂', '2024年7月')).toEqual([])
    expect(marked('环湖2.4公里', '2.4公里')).toEqual(['2.4公里'])
  })

  it('mark words and common pieces of three characters', () => {
    expect(marked('科技管理，资金管理的办法', '资金管理办法', '管理', '办法')).toEqual([
      '管理',
      '资金管理',
      '办法',
    ])
    expect(marked('知识价值的贷款', '知识价值信用贷款')).toEqual(['知识价值'])
  })

  it('mark pairs only where there is nothing longer, and single words only where there are no pairs', () => {
    expect(marked('投后，后股', '先投后股')).toEqual(['投后', '后股'])
    expect(marked('先投后，后股', '先投后股')).toEqual(['先投后'])
    expect(marked('后来', '先投后股', '后')).toEqual(['后'])
    expect(marked('投后来', '先投后股', '来')).toEqual(['投后'])
  })

  it('mark numbers and Latin words whole, not their digits and letters', () => {
    expect(marked('2025年，2024年', '2024')).toEqual(['2024'])
    expect(marked('2025年', '2024年')).toEqual([])
  })

  it('mark no piece of a longer number that is another form of what was typed', () => {
    expect(marked('补助25万元，5万元', '50000元')).toEqual(['5万元'])
    expect(marked('补助25万元', '50000元')).toEqual([])
    expect(marked('五十万元，十万元', '100000元')).toEqual(['十万元'])
    expect(marked('补助3,200元，1,200元', '1200元')).toEqual(['1,200元'])
    expect(marked('1.5万元和2.5万元', '15000元')).toEqual(['1.5万元'])
  })

  it('mark what was typed where it stands as a piece of a number only', () => {
    expect(marked('补助25万元', '5万元')).toEqual(['5万元'])
    expect(marked('补助25万元，5万元', '5万元')).toEqual(['5万元'])
    expect(marked('12.5%', '2.5%')).toEqual(['2.5%'])
  })

  it('mark a character once that folds to several', () => {
    expect(marked('加½杯', '1，2')).toEqual(['½'])
    expect(marked('加½½杯', '1，2')).toEqual(['½½'])
    expect(marked('在㍿里', '株式')).toEqual(['㍿'])
  })

  it('are sorted, disjoint and not empty ranges of the text', () => {
    fc.assert(
      fc.property(mixedText(60), mixedText(8), (text, query) => {
        let end = 0
        for (const range of rangesIn(text, query, [...folding.fold(query)])) {
          expect(range.start).toBeGreaterThanOrEqual(end)
          expect(range.end).toBeGreaterThan(range.start)
          end = range.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2_000 },
    )
  })
})

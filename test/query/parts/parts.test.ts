import { describe, expect, it } from 'vitest'
import { numberVariants } from '../../../src/query/numbers/number-variants.js'
import { inStandingSpelling, partsOf, phrasePart } from '../../../src/query/parts/parts.js'
import { traditionalFolding } from '../../../src/text/folding-table.js'
import { createFolding } from '../../../src/text/normalize.js'

const options = { folding: createFolding(traditionalFolding()), synonyms: [], numberVariants }

describe('partsOf', () => {
  it.each([
    ['知识价值信用贷款 2024', ['知识价值信用贷款', '2024']],
    ['　先投後股\t\nＴＲＩＺ ', ['先投后股', 'triz']],
    ['答 复 情况', ['答复', '情况']],
    ['答 复 a 议', ['答复', 'a', '议']],
    ['先投后股，政策', ['先投后股,政策']],
    ['， 先投 。', ['先投']],
    ['', []],
    [' ，。😀 ', []],
  ])('cuts %j at its spaces', (text, parts) => {
    expect(partsOf(text, options).map((part) => part.text)).toEqual(parts)
  })

  it('gives the runs of a part and those of its alternatives', () => {
    const [part] = partsOf('十届，四次', options)
    expect(part!.runs.map(({ text }) => text)).toEqual(['十届', '四次'])
    expect(part!.alternatives.map(({ runs }) => runs.map(({ text }) => text))).toContainEqual(['10届', '4次'])
  })
})

describe('phrasePart', () => {
  it('keeps a phrase whole, and gives it no alternatives', () => {
    expect(phrasePart('第 十 届 TRIZ a', options.folding)).toMatchObject({
      text: '第十届triz a',
      alternatives: [],
    })
  })

  it.each(['', ' ', '，。', '😀'])('is none for %j', (phrase) => {
    expect(phrasePart(phrase, options.folding)).toBeUndefined()
  })
})

describe('inStandingSpelling', () => {
  const formsOf = (text: string, standing: string[], isPhrase = false): string[] => {
    const part = isPhrase ? phrasePart(text, options.folding)! : partsOf(text, options)[0]!
    const spelled = inStandingSpelling(part, isPhrase, (bigram) => standing.includes(bigram))
    return [spelled.text, ...spelled.alternatives.map((other) => other.text)]
  }

  it('asks for a word as it is spelled in the index, whichever was typed', () => {
    for (const typed of ['座标系', '坐标系']) {
      expect(formsOf(typed, ['坐标'])).toEqual(['坐标系'])
      expect(formsOf(typed, ['座标'])).toEqual(['座标系'])
      expect(formsOf(typed, ['座标', '坐标'])).toEqual(['坐标系', '座标系'])
      expect(formsOf(typed, [])).toEqual([typed])
    }
  })

  it('keeps a phrase as it was typed where it stands', () => {
    expect(formsOf('座标系', ['座标', '坐标'], true)).toEqual(['座标系'])
    expect(formsOf('座标系', ['坐标'], true)).toEqual(['坐标系'])
  })
})

import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { commonCharacters } from '../../src/text/common-characters.js'
import { readingOf, syllablesOf } from '../../src/text/readings.js'

describe('readingOf', () => {
  it.each([
    ['先投后股', ['xiantouhougu'], 'xthg'],
    ['重庆', ['chongqing'], 'cq'],
    ['重点', ['zhongdian'], 'zd'],
    ['银行', ['yinhang'], 'yh'],
    ['长沙', ['changsha'], 'cs'],
    ['绿色', ['lvse', 'luse'], 'ls'],
    ['triz创新', ['trizchuangxin'], 'trizcx'],
    ['《办法》,试行', ['banfashixing'], 'bfsx'],
    ['', [''], ''],
  ])('reads %s', (text, full, initials) => {
    expect(readingOf(text)).toEqual({ full, initials })
  })

  it('reads pairs of characters as a dictionary of phrases does, whether it asks one or not', () => {
    const common = commonCharacters()
    const pairs = common.flatMap((left, i) =>
      [7, 411, 1999].map((k) => left + common[(i * k + k) % common.length]!),
    )
    const differing = pairs.filter((pair) => {
      const syllables = pinyin(pair, { toneType: 'none', type: 'array', v: true })
      return readingOf(pair).full[0] !== syllables.join('').toLowerCase()
    })
    expect(differing).toEqual([])
  })
})

describe('syllablesOf', () => {
  it('gives every reading of a character, without tones, once', () => {
    expect([...syllablesOf('行')].sort()).toEqual(['hang', 'heng', 'xing'])
    expect([...syllablesOf('绿')].sort()).toEqual(['lu', 'lv'])
    expect(syllablesOf('政')).toEqual(['zheng'])
  })

  it('gives none for what is no ideograph', () => {
    expect(['1', '，', '😀', '\ud83d'].flatMap(syllablesOf)).toEqual([])
  })
})

describe('commonCharacters', () => {
  it('gives the first level of GB 2312, by pinyin', () => {
    const characters = commonCharacters()
    expect(characters).toHaveLength(3755)
    expect(new Set(characters).size).toBe(3755)
    expect([characters[0], characters.at(-1)]).toEqual(['啊', '座'])
  })
})

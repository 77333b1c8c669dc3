import { describe, expect, it } from 'vitest'
import {
  confusedSpellings,
  cutSyllables,
  isSyllable,
  otherInitials,
  syllableRanges,
} from '../../src/text/syllables.js'

describe('isSyllable', () => {
  it.each(['xian', 'a', 'zhuang', 'lve', 'er', 'eng'])('knows %s', (letters) => {
    expect(isSyllable(letters)).toBe(true)
  })

  it.each(['x', 'xiant', 'tou hou', 'thg', '', 'xiantou'])('does not take %j for one', (letters) => {
    expect(isSyllable(letters)).toBe(false)
  })
})

describe('cutSyllables', () => {
  it.each([
    ['xianthg', ['xian', 't', 'h', 'g']],
    ['xthg', ['x', 't', 'h', 'g']],
    ['xiantouhg', ['xian', 'tou', 'h', 'g']],
    ['zhg', ['zh', 'g']],
  ])('cuts %s in the fewest pieces', (letters, units) => {
    expect(cutSyllables(letters, 8)).toContainEqual(units)
  })

  it('gives nothing where there is no such cut, or only one of more pieces', () => {
    expect(cutSyllables('aii', 8)).toEqual([['aii']])
    expect(cutSyllables('iii', 8)).toEqual([])
    expect(cutSyllables('x1', 8)).toEqual([])
    expect(cutSyllables('xthg', 3)).toEqual([])
  })

  it('ends on long texts of letters', () => {
    for (const letters of ['a', 'xian', 'zh', 'n']) {
      expect(cutSyllables(letters.repeat(5_000), 12)).toEqual([])
    }
  })
})

describe('syllableRanges', () => {
  const wordsIn = (letters: string) =>
    syllableRanges(letters, 2, 4).map(({ start, end }) => letters.slice(start, end))

  it('leaves syllables on both sides where all letters are syllables', () => {
    expect(wordsIn('fazhanjishu')).toEqual([
      'fazhan',
      'fazhanji',
      'fazhanjishu',
      'zhanji',
      'zhanjishu',
      'jishu',
    ])
  })

  it('has both readings of what can be cut in two ways', () => {
    expect(wordsIn('xianjin')).toContain('xian')
    expect(wordsIn('fangan')).toEqual(['fangan'])
  })

  it('looks everywhere where some letters are none', () => {
    expect(wordsIn('xqfazhan')).toContain('fazhan')
  })
})

describe('confusedSpellings', () => {
  it.each([
    [['long', 'cun'], 'nongcun'],
    [['lv', 'she'], 'lvse'],
    [['jin', 'yin'], 'jinying'],
  ])('hears %s as %s', (typed, meant) => {
    expect(confusedSpellings(typed)).toContain(meant)
  })

  it('gives neither what was typed nor more than a few, the nearest first', () => {
    const spelled = confusedSpellings(['zuan', 'jin', 'te', 'xin'])
    expect(spelled).not.toContain('zuanjintexin')
    expect(spelled.slice(0, 2)).toEqual(['zuanjintexing', 'zuanjingtexin'])
    expect(spelled.length).toBeLessThanOrEqual(8)
    expect(confusedSpellings(['tou'])).toEqual([])
  })
})

describe('otherInitials', () => {
  it('begins one syllable after the other with n for l or l for n', () => {
    expect(otherInitials(['na', 'ji', 'lei'])).toEqual([
      ['la', 'ji', 'lei'],
      ['na', 'ji', 'nei'],
    ])
  })
})

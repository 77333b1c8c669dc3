import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SegmenterError } from '../../src/errors.js'
import { createAnalyzer } from '../../src/text/analyzer.js'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import type { Segmenter } from '../../src/text/segmenter.js'
import { mixedText, textAndSubstring } from '../helpers/arbitraries.js'
import { listSegmenter } from '../helpers/segmenters.js'

const folding = createFolding(traditionalFolding())
const analyzer = createAnalyzer(folding, listSegmenter())

describe('analyze', () => {
  it('gives words with their sub-words, bigrams over all runs, and characters', () => {
    expect(analyzer.analyze('资金管理办法')).toEqual({
      words: ['资金', '管理办法', '管理', '办法'],
      bigrams: ['资金', '金管', '管理', '理办', '办法'],
      characters: ['资', '金', '管', '理', '办', '法'],
      places: [],
    })
  })

  it('gives the places that the segmenter knows', () => {
    const places = createAnalyzer(folding, {
      ...listSegmenter(),
      places: (text, ends) => [text.slice(ends[1])],
    })
    expect(places.analyze('修建道路').places).toEqual(['道路'])
  })

  it('gives as often as they occur words, bigrams and characters', () => {
    expect(analyzer.analyze('支持，支持')).toEqual({
      words: ['支持', '支持'],
      bigrams: ['支持', '支持'],
      characters: ['支', '持', '支', '持'],
      places: [],
    })
  })

  it('takes Latin words and numbers whole, however the segmenter cut them', () => {
    const cuttingAll: Segmenter = { name: 'each', fingerprint: '1', segment: (text) => [...text] }
    expect(createAnalyzer(folding, cuttingAll).analyze('TRIZ 2025年').words.sort()).toEqual([
      '2025',
      'triz',
      '年',
    ])
  })

  it('gives of digits with letters behind them both, but no single letter, too', () => {
    expect(analyzer.analyze('1,871㎡，756h，gb1354').words).toEqual([
      '1',
      '871m2',
      '871',
      'm2',
      '756h',
      '756',
      'gb1354',
    ])
  })

  it('makes bigrams where ideographs and numbers meet, and none over punctuation', () => {
    expect(analyzer.analyze('第3次，TRIZ 班').bigrams).toEqual(['第3', '3次', 'tr', 'ri', 'iz', 'z班'])
  })

  it('makes the same terms of Traditional and full-width text as of its plain form', () => {
    const words = listSegmenter(['资金', '資金', '办法', '辦法'])
    const same = createAnalyzer(folding, words)
    expect(same.analyze('資金辦法，ＡＩ')).toEqual(same.analyze('资金办法,ai'))
  })

  it('gives all bigrams and characters of a substring that begins and ends with a letter or ideograph', () => {
    fc.assert(
      fc.property(textAndSubstring(), ({ text, substring }) => {
        const [whole, part] = [analyzer.analyze(text), analyzer.analyze(substring)]
        return (
          part.bigrams.every((bigram) => whole.bigrams.includes(bigram)) &&
          part.characters.every((character) => whole.characters.includes(character))
        )
      }),
      { numRuns: 1_000 },
    )
  })

  it('makes no term with a space, and none that is empty', () => {
    fc.assert(
      fc.property(mixedText(), (text) => {
        const { words, bigrams, characters } = analyzer.analyze(text)
        return [...words, ...bigrams, ...characters].every((term) => /^\S+$/u.test(term))
      }),
    )
  })

  it.each([
    ['drops a character', (text: string) => [text.slice(1)]],
    ['adds one', (text: string) => [text, '。']],
    ['returns the folded text', () => ['资金']],
    ['returns nothing', () => []],
  ])('refuses a segmenter that %s', (_, segment) => {
    const broken = createAnalyzer(folding, { name: 'broken', fingerprint: '1', segment })
    expect(() => broken.analyze('資金')).toThrow(SegmenterError)
    expect(() => broken.analyze('資金')).toThrow(/"broken".*"資金"/)
  })
})

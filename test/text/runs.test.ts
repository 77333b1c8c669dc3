import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigramsOf } from '../../src/text/bigrams.js'
import { classOf, createFolding, OTHER } from '../../src/text/normalize.js'
import { runsOf } from '../../src/text/runs.js'
import { mixedText } from '../helpers/arbitraries.js'

const folding = createFolding('')
const foldedText = mixedText().map((text) => folding.fold(text))

describe('runsOf', () => {
  it('parts a text at punctuation, and a run where Latin letters meet ideographs', () => {
    expect(runsOf('2025年7月,举办triz创新。')).toEqual([
      {
        text: '2025年7月',
        start: 0,
        stretches: [
          { text: '2025', start: 0, alphabetic: true },
          { text: '年', start: 4, alphabetic: false },
          { text: '7', start: 5, alphabetic: true },
          { text: '月', start: 6, alphabetic: false },
        ],
      },
      {
        text: '举办triz创新',
        start: 8,
        stretches: [
          { text: '举办', start: 8, alphabetic: false },
          { text: 'triz', start: 10, alphabetic: true },
          { text: '创新', start: 14, alphabetic: false },
        ],
      },
    ])
  })

  it.each(['', '，。', ' ', '😀', '\ud83d'])('finds none in %j', (text) => {
    expect(runsOf(text)).toEqual([])
  })

  it('leaves out nothing but what is neither letter, digit nor ideograph', () => {
    fc.assert(
      fc.property(foldedText, (text) => {
        let between = text
        for (const { start, text: run } of runsOf(text).reverse()) {
          if (text.slice(start, start + run.length) !== run) return false
          between = between.slice(0, start) + between.slice(start + run.length)
        }
        return [...between].every((character) => classOf(character) === OTHER)
      }),
    )
  })

  it('makes of each run stretches that alternate and concatenate to it', () => {
    fc.assert(
      fc.property(foldedText, (text) =>
        runsOf(text).every(
          ({ text: run, start, stretches }) =>
            stretches.map((stretch) => stretch.text).join('') === run &&
            stretches.every((stretch) => text.startsWith(stretch.text, stretch.start)) &&
            stretches[0]!.start === start &&
            stretches.every(({ alphabetic }, i) => alphabetic !== stretches[i - 1]?.alphabetic),
        ),
      ),
    )
  })
})

describe('bigramsOf', () => {
  it('pairs neighbouring characters in order', () => {
    expect(bigramsOf('先投后股')).toEqual(['先投', '投后', '后股'])
  })

  it('takes a character outside the basic plane for one', () => {
    expect(bigramsOf('在𠮷野')).toEqual(['在𠮷', '𠮷野'])
  })

  it.each(['', '股', '𠮷'])('finds none in %j', (run) => {
    expect(bigramsOf(run)).toEqual([])
  })
})

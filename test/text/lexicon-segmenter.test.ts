import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateWords, LONGEST_WORD, segmentByCounts } from '../../src/text/lexicon-segmenter.js'
import type { WordCounts } from '../../src/text/segmenter.js'

function countsOf(words: Record<string, number>): WordCounts {
  return {
    total: Object.values(words).reduce((sum, count) => sum + count, 0),
    count: (word) => (Object.hasOwn(words, word) ? words[word]! : 0),
  }
}

/** Every way to cut a text. */
function* cutsOf(text: string): Generator<string[]> {
  if (text === '') yield []
  for (let end = 1; end <= text.length; end++) {
    for (const rest of cutsOf(text.slice(end))) yield [text.slice(0, end), ...rest]
  }
}

function probabilityOf(segments: readonly string[], { total, count }: WordCounts): number {
  return segments.reduce((sum, segment) => {
    const known = count(segment) || (segment.length === 1 ? 1 : 0)
    return sum + Math.log(known) - Math.log(Math.max(1, total))
  }, 0)
}

describe('segmentByCounts', () => {
  it('takes the most probable words', () => {
    const counts = countsOf({ 研究: 5, 研究生: 2, 生命: 4, 命: 1, 起源: 3 })
    expect(segmentByCounts('研究生命起源', counts)).toEqual(['研究', '生命', '起源'])
  })

  it('takes unknown characters one by one', () => {
    expect(segmentByCounts('先投后股𠮷', countsOf({ 投后: 1, 支持: 9 }))).toEqual(['先', '投后', '股', '𠮷'])
    expect(segmentByCounts('', countsOf({}))).toEqual([])
  })

  it('finds no word that is longer than the longest', () => {
    const word = '科'.repeat(LONGEST_WORD)
    expect(segmentByCounts(word, countsOf({ [word]: 9 }))).toEqual([word])
    expect(segmentByCounts(`${word}科`, countsOf({ [`${word}科`]: 9 })).length).toBe(LONGEST_WORD + 1)
  })

  it('is as probable as the best of all ways to cut a text, and concatenates to it', () => {
    const words = fc.dictionary(
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 20 }),
      { maxKeys: 12 },
    )
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 8 })
    fc.assert(
      fc.property(words, text, (dictionary, stretch) => {
        const counts = countsOf(dictionary)
        const segments = segmentByCounts(stretch, counts)
        expect(segments.join('')).toBe(stretch)
        const best = Math.max(...Array.from(cutsOf(stretch), (cut) => probabilityOf(cut, counts)))
        expect(probabilityOf(segments, counts)).toBeCloseTo(best, 9)
      }),
      { numRuns: 300 },
    )
  })
})

describe('candidateWords', () => {
  it('gives every string that segmentByCounts asks for', () => {
    const asked = new Set<string>()
    const stretch = '知识价值信用贷款𠮷试点'
    segmentByCounts(stretch, {
      total: 1,
      count: (word) => {
        asked.add(word)
        return 0
      },
    })
    expect([...asked].filter((word) => !candidateWords(stretch).has(word))).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segmenter } from '../../src/text/segmenter.js'
import { mixedText } from '../helpers/arbitraries.js'
import { paragraphsIn, readCorpus } from '../helpers/corpus.js'

/** What every segmenter must do. */
export function testSegmenter(segmenter: Segmenter): void {
  describe(`${segmenter.name} is a segmenter`, () => {
    it('has a name and a fingerprint', () => {
      expect(segmenter.name).not.toBe('')
      expect(segmenter.fingerprint).not.toBe('')
    })

    it('returns every character once, in order', () => {
      for (const { text } of paragraphsIn(readCorpus())) expect(segmenter.segment(text).join('')).toBe(text)
      fc.assert(fc.property(mixedText(60), (text) => segmenter.segment(text).join('') === text))
    })

    it('makes no empty segment', () => {
      expect(segmenter.segment('')).toEqual([])
      fc.assert(fc.property(mixedText(60), (text) => !segmenter.segment(text).includes('')))
    })

    it('cuts the same text in the same way each time', () => {
      const text = '一是实施“先投后股”专项支持政策，2025年TRIZ创新方法集训营。'
      expect(segmenter.segment(text)).toEqual(segmenter.segment(text))
    })

    it('gives as sub-words only shorter substrings of the segment', () => {
      const segments = paragraphsIn(readCorpus()).flatMap(({ text }) => segmenter.segment(text))
      for (const segment of new Set(segments)) {
        for (const word of segmenter.subwords?.(segment) ?? []) {
          expect(segment).toContain(word)
          expect(word.length).toBeLessThan(segment.length)
          expect(word).not.toBe('')
        }
      }
    })
  })
}

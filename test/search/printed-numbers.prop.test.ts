import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amountForms,
  decimalForms,
  hanDigits,
  placeValueForms,
  withCommas,
} from '../../src/query/numbers/number-forms.js'
import { buildIndex } from '../../src/search/build-index.js'
import type { SearchResult } from '../../src/search/hit.js'
import { mixedText } from '../helpers/arbitraries.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

/** As contracts print a number, in Traditional characters. */
const formal = (form: string): string =>
  form.replace(
    /./g,
    (character) => '壹貳參肆伍陸柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(character)] ?? character,
  )
const fullWidth = (form: string): string =>
  form.replace(/[\d.,%]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** Every way to print a count of what is written behind it. */
function countForms(value: number): string[] {
  const han = placeValueForms(value)
  return [String(value), fullWidth(String(value)), ...(value >= 1000 ? [withCommas(value)] : []), ...han]
}

function shareForms(whole: number, fraction: string): string[] {
  const figures = `${whole}${fraction && `.${fraction}`}%`
  return [figures, fullWidth(figures), ...decimalForms(whole, fraction).map((form) => `百分之${form}`)]
}

function yearForms(year: number): string[] {
  return [`${year}`, fullWidth(`${year}`), hanDigits(`${year}`), hanDigits(`${year}`).replaceAll('〇', '零')]
}

type Pair = [printed: string, asked: string]

const pairFrom = (printed: string[], asked: string[], before: string, after: string): fc.Arbitrary<Pair> =>
  fc
    .tuple(fc.constantFrom(...printed), fc.constantFrom(...asked))
    .map(([one, other]) => [before + one + after, before + other + after])
const pairOf = (forms: string[], before: string, after: string): fc.Arbitrary<Pair> =>
  pairFrom(forms, forms, before, after)

/** A number as a paragraph prints it, and as it is asked for. */
const number = fc.oneof(
  fc.integer({ min: 11, max: 9999 }).chain((value) => pairOf(countForms(value), '', '个')),
  fc.integer({ min: 1, max: 999 }).chain((value) => pairOf(countForms(value), '第', '号')),
  fc.integer({ min: 1900, max: 2099 }).chain((year) => pairOf(yearForms(year), '', '年')),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(100, 1000, 10_000, 1_000_000, 100_000_000))
    .chain(([digits, size]) => {
      const forms = amountForms(digits * size)
      const plain = forms.filter((form) => !/[\d点]|^[三六][万亿]|[两〇]/.test(form))
      const printed = [...forms, ...forms.map(fullWidth)]
      // What contracts print is asked for otherwise too, but looked for in letters only as it is asked for.
      if (plain.length === 0) return pairOf(printed, '', '元')
      return fc.oneof(
        pairOf(printed, '', '元'),
        pairFrom(printed, plain.map(formal), '', '元'),
        fc.constantFrom(...plain.map(formal)).map((form): Pair => [`${form}元`, `${form}元`]),
      )
    }),
  fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom('', '5', '05', '25'))
    .chain(([whole, fraction]) => pairOf(shareForms(whole, fraction), '', '')),
  fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom('5', '05', '25'))
    .chain(([whole, fraction]) =>
      pairOf([`${whole}.${fraction}`, ...decimalForms(whole, fraction)], '', '公里'),
    ),
)

function marksOf({ hits }: SearchResult, id: string): string[] {
  const hit = hits.find(({ reply }) => reply.id === id)
  return hit?.highlights.map(({ start, end }) => hit.paragraph.text.slice(start, end)) ?? []
}

describe('a number', () => {
  it.each(['any', 'all'] as const)(
    'finds and marks the paragraph that prints it, in whatever form, where %s must stand',
    async (match) => {
      await fc.assert(
        fc.asyncProperty(number, number, async ([printed, asked], [other]) => {
          const index = await buildIndex(
            [
              letter('asked', {}, [{ paragraphs: [`建设共${printed}，提升。`] }]),
              letter('other', {}, [{ paragraphs: [`其中${other}。`] }]),
            ],
            { segmenter: listSegmenter() },
          )
          for (const query of [asked, printed])
            expect([query, marksOf(await index.search(query, { match }), 'asked')]).toEqual([
              query,
              [printed],
            ])
        }),
        { numRuns: 400 },
      )
    },
  )

  it('is asked for in any text without an error, and what is marked lies in the text', async () => {
    const piece = fc.oneof(
      number.map(([form]) => form),
      mixedText(6),
      fc.constantFrom('第', '号', '令', '-', '"', ':', '.', ',', '万', '亿', '%'),
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom('any', 'all'), async (printed, asked, match) => {
        const index = await buildIndex(
          [letter('r', {}, [{ paragraphs: [`${printed}。`, `其他${asked}`] }])],
          {
            segmenter: listSegmenter(),
          },
        )
        const { hits } = await index.search(asked, { match: match as 'any' | 'all' })
        for (const { paragraph, highlights, snippet } of hits)
          for (const [own, ranges] of [
            [paragraph.text, highlights],
            [snippet.text, snippet.highlights],
          ] as const) {
            let last = -1
            for (const { start, end } of ranges) {
              expect(start).toBeGreaterThan(last)
              expect(end).toBeGreaterThan(start)
              expect(end).toBeLessThanOrEqual(own.length)
              last = end
            }
          }
      }),
      { numRuns: 300 },
    )
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amountForms, hanDigits, placeValueForms, withCommas } from '../../src/query/numbers/number-forms.js'
import { buildIndex } from '../../src/search/build-index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

/** A number as letters and queries print it. */
const number = fc
  .constantFrom(2, 5, 10, 12, 21, 100, 105, 1200, 2000, 2160, 2024, 15_000, 21_600, 100_000, 300_000_000)
  .chain((value) =>
    fc.constantFrom(
      String(value),
      withCommas(value),
      `${value / 10}`,
      `${value / 100}%`,
      `0${value}`,
      hanDigits(String(value)),
      ...(value < 10_000 ? [...placeValueForms(value), `百分之${placeValueForms(value)[0]}`] : []),
      ...amountForms(value),
    ),
  )
const around = fc.constantFrom('', '', '第', '共', 'DN', '国务院令第', '〔2024〕', '资金', '-')
const behind = fc.constantFrom(
  '',
  '',
  '号',
  '元',
  '年',
  '月',
  '%',
  '公里',
  'kV',
  '号提案',
  '.5',
  '、12号',
  '，',
)
const numbered = fc.tuple(around, number, behind).map((pieces) => pieces.join(''))
const word = fc.constantFrom('资金', '道路', '两会', '二', '公园', '号', '令', '座标', 'kv', '科技')
const text = fc
  .array(fc.oneof(numbered, word, fc.constantFrom('，', '。', ' ')), { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(''))
const maybe = fc.option(text, { nil: undefined })

const reply = fc.record({ paragraph: text, section: maybe, title: maybe, number: maybe, document: maybe })
const query = fc
  .array(fc.oneof(numbered, word, text), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(' '))

it('finds where some of the words must stand all that it finds where all of them must', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 4 }), query, async (replies, asked) => {
      const letters = replies.map(({ paragraph, section, title, number, document }, i) =>
        letter(
          `r${i}`,
          {
            proposals: [{ kind: '提案', ...(title && { title }), ...(number && { number }) }],
            ...(document && { documentNumber: document }),
          },
          [{ ...(section && { title: section }), paragraphs: [paragraph, '其他事项。'] }],
        ),
      )
      const index = await buildIndex(letters, { segmenter: listSegmenter() })
      const idsOf = async (match: 'all' | 'any'): Promise<string[]> =>
        (await index.search({ text: asked }, { match, limit: 1000 })).hits.map(
          ({ paragraph }) => paragraph.id,
        )
      expect(await idsOf('any')).toEqual(expect.arrayContaining(await idsOf('all')))
    }),
    { numRuns: 300 },
  )
}, 60_000)

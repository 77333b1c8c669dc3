import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const NUMBERS = ['5', '77', '105', '177', '205', '277', '1005']

/** Letters that have little but their numbers and dates to be told apart by. */
function lettersOf(numbers: readonly string[]): ReturnType<typeof letter>[] {
  return numbers.map((number, i) =>
    letter(
      `letter-${number}`,
      { proposals: [{ kind: '提案', number, session: '十届五次会议' }], date: `2021-11-0${i + 1}` },
      [{ paragraphs: ['您提出的提案收悉，现答复如下：', '投入资金5005万元，新增8处。'] }],
    ),
  )
}

const index = await buildIndex(lettersOf(NUMBERS), { segmenter: listSegmenter() })

async function firstFor(query: string): Promise<string | undefined> {
  return (await index.search(query)).hits[0]?.paragraph.id
}

describe('search', () => {
  it('finds a letter by its number, and not one whose number holds that', async () => {
    for (const number of NUMBERS)
      for (const query of [
        `第${number}号`,
        `第${number}号提案`,
        `${number}号`,
        `第${number.padStart(4, '0')}号`,
      ])
        expect([query, await firstFor(query)]).toEqual([query, `letter-${number}/1/1`])
  })

  it('claims of no number of a letter that it stands nowhere', async () => {
    for (const number of NUMBERS) expect((await index.search(`第${number}号提案`)).query.notes).toEqual([])
  })

  it('finds a letter by its date', async () => {
    for (const query of [
      '2021年11月2日',
      '2021年11月02日',
      '二〇二一年十一月二日',
      '2021-11-02',
      '2021年11月2日的答复',
    ])
      expect([query, await firstFor(query)]).toEqual([query, 'letter-77/1/1'])
  })

  it('puts the letter of a date before those that print it or have a piece of it for a number', async () => {
    const numbers = ['111', '1108', '2021', '8', '202111', '21']
    const letters = numbers.map((number, i) =>
      letter(`letter-${i + 1}`, { proposals: [{ kind: '提案', number }], date: `2021-11-0${i + 1}` }, [
        { paragraphs: ['您提出的提案收悉。', `2021年11月${i + 2}日，我局召开会议。`, `2021年11月8日开工。`] },
      ]),
    )
    const own = await buildIndex(letters, { segmenter: listSegmenter() })
    for (const [i] of numbers.entries())
      for (const query of [`2021-11-0${i + 1}`, `2021年11月${i + 1}日`, `2021/11/${i + 1}`]) {
        const { hits } = await own.search(query)
        expect([query, hits[0]?.paragraph.id]).toEqual([query, `letter-${i + 1}/1/1`])
      }
    const { hits } = await own.search('2021-11-03 会议')
    expect(hits[0]?.paragraph.id).toBe('letter-2/1/2')
  })
})

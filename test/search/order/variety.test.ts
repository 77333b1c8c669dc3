import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/index.js'
import { letter } from '../../helpers/letters.js'
import { listSegmenter } from '../../helpers/segmenters.js'

const TEXTS = [
  ...Array(12).fill('发展教育。'),
  '采纳这条内容很长、写得很细的建议。',
  '教育和建议，一并考虑。',
  '停车。',
]
const index = await buildIndex(
  TEXTS.map((text, n) => letter(`${n}`.padStart(2, '0'), {}, [{ paragraphs: [text] }])),
  { segmenter: listSegmenter() },
)

const textsOf = async (query: string): Promise<string[]> =>
  (await index.search(query)).hits.map(({ paragraph }) => paragraph.text)

describe('letters that stand for several words', () => {
  it('bring the paragraph with most of them first, and then the others by score', async () => {
    expect((await textsOf('jy'))[0]).toBe('教育和建议，一并考虑。')
  })

  it('bring a paragraph for each word before they bring a second for the same', async () => {
    await index.remove('13')
    expect((await textsOf('jy')).slice(0, 3)).toEqual([
      '发展教育。',
      '采纳这条内容很长、写得很细的建议。',
      '发展教育。',
    ])
  })

  it('are explained by the word that a paragraph stands for, in parts that sum to the score', async () => {
    const { hits } = await index.search('jy', { explain: true })
    const varied = hits.map(({ explanation }) => explanation!.parts.find(({ kind }) => kind === 'variety'))
    expect(varied.map((part) => part?.term)).toEqual(['教育', '建议', ...Array(8).fill(undefined)])
    for (const { score, explanation } of hits) {
      expect(explanation!.parts.reduce((sum, part) => sum + part.score, 0)).toBe(score)
    }
  })

  it('bring the paragraph under a title that holds the word before others with the word', async () => {
    const titled = await buildIndex(
      [
        letter('01', {}, [{ paragraphs: ['教育和建议，一并考虑。'] }]),
        letter('02', {}, [{ title: '建议', paragraphs: ['停车。'] }]),
      ],
      { segmenter: listSegmenter() },
    )
    const { hits } = await titled.search('jy')
    expect(hits.map(({ reply }) => reply.id)).toEqual(['02', '01'])
  })

  it('choose among the paragraphs with words that hold the letters inside, which stay the first', async () => {
    const latin = await buildIndex(
      ['Ajyx ajyx', 'Ajyx，教育', 'Bjyx，建议', '教育建议'].map((text, n) =>
        letter(`0${n}`, {}, [{ paragraphs: [text] }]),
      ),
      { segmenter: listSegmenter() },
    )
    const found = async (): Promise<string[]> =>
      (await latin.search('jy')).hits.map(({ paragraph, tier }) => `${tier} ${paragraph.text}`)
    expect((await found()).slice(0, 2).sort()).toEqual(['exact Ajyx，教育', 'exact Bjyx，建议'])
    expect((await found()).slice(2)).toEqual(['exact Ajyx ajyx', 'pinyin 教育建议'])
    await latin.add(letter('04', {}, [{ paragraphs: ['JY'] }]))
    expect((await found())[0]).toBe('exact JY')
  })

  it('change no order where it is not the relevance that orders', async () => {
    const { hits } = await index.search('jy', { sort: 'date', explain: true })
    const kinds = hits.flatMap(({ explanation }) => explanation!.parts.map(({ kind }) => kind))
    expect(kinds).not.toContain('variety')
  })
})

import { expect, it } from 'vitest'
import { buildIndex, type Hit, type ReplySearch } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const PARAGRAPHS = [
  '双方共同出资，账目由双方核对，年底分红。',
  '双方共同出资，各家企业从中获得收益，年底分红。',
  // Each pair of letters of huode stands somewhere, and not all in one text.
  ...'HU UO OD DE'.split(' ').map((letters) => `编号${letters}。`),
]

async function indexed(): Promise<ReplySearch> {
  const words = ['共同', '获得', '收益', '企业', '出资']
  return buildIndex([letter('a', {}, [{ role: 'answer', paragraphs: PARAGRAPHS }])], {
    segmenter: listSegmenter(words),
  })
}

it.each(['共同huode', '共同ＨＵＯＤＥ'])('puts what has both halves of %s first', async (query) => {
  const { hits } = await (await indexed()).search(query)
  expect(hits[0]!.paragraph.text).toBe(PARAGRAPHS[1])
})

it.each([
  ['a doubled letter', 'gongtoongchuzi'],
  ['exchanged letters', 'gogntongchuzi'],
  ['a missing letter', 'gongtngchuzi'],
  ['the key beside the right one', 'gongtongchyzi'],
  ['n for ng', 'gontonchuzi'],
  ['a word that is not typed to its end', 'gongtongchuz'],
])('finds several words in pinyin with %s', async (_, query) => {
  const { hits } = await (await indexed()).search(query)
  const [{ tier, paragraph, highlights }] = hits as [Hit]
  expect(tier).toBe('pinyin')
  expect(highlights.map(({ start, end }) => paragraph.text.slice(start, end)).join('')).toBe('共同出资')
})

it('reads the lists of a number that letters may mean, and that is printed with a comma', async () => {
  const index = await buildIndex(
    [
      letter('n', {}, [
        { paragraphs: ['全球的情况。', '共有七千人。', '另有 7,000 人。', '7 处。', '请求支持全球，7 处。'] },
      ]),
    ],
    { segmenter: listSegmenter(['全球', '七千', '请求']) },
  )
  const { hits } = await index.search('qq')
  expect(hits.map(({ paragraph }) => paragraph.id)).toContain('n/1/2')
})

it('takes a syllable behind a word for no beginning of an office', async () => {
  const index = await buildIndex(
    [
      letter('a', { issuer: '澄溪区公安分局交警大队' }, [{ paragraphs: ['已补划标线。'] }]),
      letter('b', {}, [{ paragraphs: ['现答复如下。'] }, { paragraphs: ['翡翠城小区已成立业委会。'] }]),
    ],
    { segmenter: listSegmenter(['翡翠', '小区', '标线']) },
  )
  const { hits } = await index.search('feicuicheng')
  expect(hits[0]?.paragraph.text).toBe('翡翠城小区已成立业委会。')
})

it.each([
  ['mingchuliangzao', '推广明厨亮灶。'],
  ['lianhuahe', '疏浚莲花河。'],
])('finds by %s what the word of it that is known stands in', async (query, wanted) => {
  const texts = [wanted, '已经立案。', '划设车位。']
  const index = await buildIndex([letter('a', {}, [{ paragraphs: texts }])], {
    segmenter: listSegmenter(['推广', '明厨', '疏浚', '莲花', '已经', '立案', '划设', '车位']),
  })
  const { hits } = await index.search(query)
  expect(hits[0]?.paragraph.text).toBe(wanted)
})

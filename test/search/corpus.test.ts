import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type ReplySearch, type SearchResult } from '../../src/index.js'
import { jieba } from '../../src/node/words/jieba.js'
import { readCorpus } from '../helpers/corpus.js'

describe('the corpus', () => {
  let search: ReplySearch

  beforeAll(async () => {
    const index = await buildIndex(readCorpus(), { segmenter: jieba() })
    search = await openIndex(await index.toBytes())
  })
  afterAll(() => search.close())

  /** The start of each hit's text. */
  const beginnings = ({ hits }: SearchResult): string[] =>
    hits.map(({ paragraph }) => paragraph.text.slice(0, 12))

  it('answers 先投后股 from both letters, first by the paragraph on that policy', async () => {
    const result = await search.search('先投后股')
    expect(result.hits[0]!.paragraph.text).toMatch(/^一是实施“先投后股”专项支持政策/)
    expect(new Set(result.hits.map(({ reply }) => reply.id))).toEqual(new Set(['2104071', '2104106']))
    expect(beginnings(result)).toEqual([
      '一是实施“先投后股”专项', // three times, once in its lead
      '二是发挥政府引导基金作用', // twice
      '三是强化政策激励引导。落', // once
    ])
  })

  it('answers 青年科技之星 by the paragraph that names it most', async () => {
    const result = await search.search('青年科技之星')
    expect(beginnings(result).slice(0, 3)).toEqual([
      '二是优化科技人才项目推荐', // four times
      '四是加大政策托举与荣誉激', // once, in the shorter text
      '三是强化导师制度与专业培', // once
    ])
  })

  it('answers 揭榜挂帅 by the one paragraph that has it', async () => {
    const { hits } = await search.search('揭榜挂帅')
    expect(hits.map(({ paragraph }) => paragraph.text.includes('揭榜挂帅'))).toEqual([true])
    expect(hits[0]).toMatchObject({ tier: 'exact', reply: { id: '2104106' } })
  })

  it('answers 知识价值信用贷款 2024 first by the paragraph that has both', async () => {
    const { hits } = await search.search('知识价值信用贷款 2024')
    expect(hits[0]!.paragraph.text).toContain('2024年，全市发放知识价值信用贷款31亿元')
    expect(hits[0]!.score).toBeGreaterThan(2 * hits[1]!.score)
  })

  it('answers 资金管理办法, which is printed 管理辦法', async () => {
    const [hit] = (await search.search('资金管理办法')).hits
    const { text } = hit!.paragraph
    expect(hit!.highlights.map(({ start, end }) => text.slice(start, end))).toContain('资金管理辦法')
  })

  it('finds no paragraph with "三亿元"', async () => {
    expect(await search.search('"三亿元"')).toMatchObject({ hits: [], total: 0, totalIsExact: true })
  })

  it.each([
    ['株科办〔2025〕33号', '2104071', 'number'],
    ['2104106', '2104106', 'number'],
    ['何涌', '2104106', 'person'],
    ['28687667', '2104071', 'number'],
  ])('leads from %s to its letter', async (query, id, field) => {
    const [hit] = (await search.search(query)).hits
    expect(hit!.reply.id).toBe(id)
    expect(hit!.paragraph.text).toMatch(/^您提出的/)
    expect(hit!.matched).toContain(field)
  })
})

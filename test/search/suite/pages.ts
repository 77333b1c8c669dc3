import { expect } from 'vitest'
import type { SearchOptions } from '../../../src/query/query.js'
import { ALL, FACTS, factOf, idsIn, type Subject } from './suite.js'

/** Found in more paragraphs than are re-scored from their texts. */
const COMMON = '支持 工作 教育 服务'

export const pages: Subject = (test) => {
  test('gives ten hits unless told otherwise, and counts all', async (engine) => {
    const [some, all] = [await engine.search(COMMON), await engine.search(COMMON, { limit: ALL })]
    expect(all.hits.length).toBeGreaterThan(20)
    expect(some.hits).toEqual(all.hits.slice(0, 10))
    expect([some.total, some.totalIsExact]).toEqual([all.hits.length, true])
  })

  test('gives pages that concatenate to the whole list, however it is asked', async (engine) => {
    const ways: SearchOptions[] = [
      {},
      { sort: 'date' },
      { group: 'reply' },
      { match: 'all' },
      { filter: { year: { from: '2023' } } },
      { facets: ['issuer'] },
    ]
    for (const way of ways) {
      const all = await engine.search(COMMON, { ...way, limit: ALL })
      for (const limit of [1, 7, 20]) {
        const hits = []
        for (let offset = 0; offset < all.total; offset += limit) {
          hits.push(...(await engine.search(COMMON, { ...way, limit, offset })).hits)
        }
        expect(hits).toEqual(all.hits)
      }
    }
  })

  test('gives no hits behind the last, or where none are asked for, but counts them', async (engine) => {
    const { total } = await engine.search(COMMON)
    for (const options of [{ offset: total }, { offset: 1_000_000 }, { limit: 0 }]) {
      expect(await engine.search(COMMON, options)).toMatchObject({ hits: [], total })
    }
  })

  test('orders by score, and equal scores by reply id and place', async (engine) => {
    const { hits } = await engine.search(COMMON, { limit: ALL })
    for (const [i, hit] of hits.entries()) {
      const next = hits[i + 1]
      if (!next || hit.score > next.score) continue
      expect(hit.score).toBe(next.score)
      expect(FACTS.indexOf(factOf(hit.paragraph.id))).toBeLessThan(FACTS.indexOf(factOf(next.paragraph.id)))
    }
    // The closing sentences are all alike, and so are the scores of three of them.
    const thanks = idsIn(await engine.search('感谢您的关心', { limit: 3 }))
    expect(thanks).toEqual(['a-2025-500/3/1', 'e-2024-200/2/1', 'e-2025-033/4/1'])
  })

  test('sorts by date from either end, undated letters last and one day by relevance', async (engine) => {
    for (const [sort, direction] of [
      ['date', 1],
      ['-date', -1],
    ] as const) {
      const { hits } = await engine.search('资金 建议 答复', { sort, limit: ALL })
      const dates = hits.map(({ reply }) => reply.date ?? '')
      const dated = dates.filter((date) => date !== '')
      expect(dates.slice(dated.length).every((date) => date === '')).toBe(true)
      expect(dated.length).toBeLessThan(dates.length)
      expect(dated).toEqual([...dated].sort((a, b) => direction * (a < b ? -1 : a > b ? 1 : 0)))
      for (const [i, hit] of hits.entries()) {
        const next = hits[i + 1]
        if (next && hit.reply.date === next.reply.date) expect(hit.score).toBeGreaterThanOrEqual(next.score)
      }
    }
  })

  test('sorts the same hits that it ranks', async (engine) => {
    const [ranked, sorted] = [
      await engine.search(COMMON, { limit: ALL }),
      await engine.search(COMMON, { limit: ALL, sort: 'date' }),
    ]
    expect(idsIn(sorted).sort()).toEqual(idsIn(ranked).sort())
    expect([sorted.total, sorted.totalIsExact]).toEqual([ranked.total, true])
  })

  test('groups hits by reply, each by its best paragraph', async (engine) => {
    for (const sort of ['relevance', '-date'] as const) {
      const single = await engine.search(COMMON, { sort, limit: ALL })
      const grouped = await engine.search(COMMON, { sort, limit: ALL, group: 'reply' })
      const first = single.hits.filter(
        ({ reply }, i) => single.hits.findIndex((hit) => hit.reply.id === reply.id) === i,
      )
      expect(grouped.hits).toEqual(first)
      expect([grouped.total, grouped.totalIsExact]).toEqual([first.length, true])
    }
  })
}

import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, type ReplySearch } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const BUSES = '公交线路已经优化。'

describe('a query of exclusions alone', () => {
  let index: ReplySearch

  beforeAll(async () => {
    const texts = ['水渠已经修好。', BUSES, '地铁-公交换乘已经改善。', '路灯已经更换。']
    const many = Array.from({ length: 200 }, (_, n) => (n % 2 ? '学校已经建成。' : BUSES))
    const letters = [...texts, ...many].map((text, n) =>
      letter(`k-${String(n).padStart(3, '0')}`, {}, [{ paragraphs: [text] }]),
    )
    index = await buildIndex(letters, { segmenter: listSegmenter() })
  })

  const idsOf = async (query: string) =>
    (await index.search(query, { limit: 3 })).hits.map(({ paragraph }) => paragraph.id)

  it('finds a text that stands so where it stands, and not before the others', async () => {
    expect(await idsOf('-公交')).toEqual(['k-000/1/1', 'k-002/1/1', 'k-003/1/1'])
    expect((await idsOf('水渠 -公交'))[0]).toBe('k-000/1/1')
  })

  it('counts what needs no text to be known for a hit, though not all texts are read', async () => {
    const { total, totalIsExact } = await index.search('-公交')
    expect(total).toBeGreaterThanOrEqual(102)
    expect(total).toBeLessThanOrEqual(103)
    expect(totalIsExact).toBe(false)
    expect(await index.search('-公交', { facets: ['year'] })).toMatchObject({
      total: 103,
      totalIsExact: true,
    })
  })
})

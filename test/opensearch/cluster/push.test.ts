import { Client } from '@opensearch-project/opensearch'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import {
  buildIndex,
  type Query,
  type Reply,
  type SearchOptions,
  UnsupportedQueryError,
} from '../../../src/index.js'
import { openSearch, type PushOptions, type PushSummary, pushReplies } from '../../../src/opensearch/index.js'
import { LETTERS, letter } from '../../helpers/letters.js'
import { describeOnCluster } from '../../helpers/opensearch.js'
import { listSegmenter } from '../../helpers/segmenters.js'

const segmenter = listSegmenter()
const index = 'dafu-test-pushed'

/** A letter of many short paragraphs. */
function longLetter(id: string, paragraphs: number): Reply {
  const texts = Array.from({ length: paragraphs }, (_, i) => `支持第${i}项${'工作'.repeat(i % 3)}`)
  return letter(id, {}, [{ paragraphs: texts }])
}

describeOnCluster('replies that are pushed', (url) => {
  const client = new Client({ node: url })

  function push(replies: Iterable<Reply>, more: Partial<PushOptions> = {}): Promise<PushSummary> {
    return pushReplies(replies, { client, index, segmenter, ...more })
  }

  async function indices(): Promise<string[]> {
    const { body } = await client.cat.indices({ index: `${index}-*`, format: 'json' })
    return (body as { index: string }[]).map((each) => each.index).sort()
  }

  afterEach(() => client.indices.delete({ index: `${index}-*` }))
  afterAll(() => client.close())

  describe('answer as the mutable index', () => {
    const queries: (string | Query)[] = [
      '先投后股',
      '資金管理辦法 教育',
      '支持 工作 服务 教育',
      '第0123号',
      '先頭後股',
      'xiantouhougu',
      'xt',
      'js',
      'ChatGTP',
      '"养老服务" -助餐',
      '单位:教育局 年:2024..2025 服务',
      { all: [{ text: '支持' }, { not: { phrase: '企业' } }] },
    ]
    const ways: SearchOptions[] = [
      {},
      { limit: 5, offset: 22 },
      { limit: 1_000, explain: true },
      { match: 'all', facets: ['issuer', 'role', 'reply'] },
      { sort: '-date', group: 'reply', facets: ['year'] },
    ]

    it.each([1, 3])('on %i shards', async (shards) => {
      await push(LETTERS, { shards, replicas: 0 })
      const engines = [await buildIndex(LETTERS, { segmenter }), await openSearch({ client, index })] as const
      for (const query of queries) {
        for (const way of ways) {
          const [own, cluster] = await Promise.all(engines.map((engine) => engine.search(query, way)))
          expect({ query, way, ...cluster, took: 0 }).toEqual({ query, way, ...own, took: 0 })
        }
      }
      for (const prefix of ['支', 'xian', 'xt', '关于', 'T', '服務']) {
        const [own, cluster] = await Promise.all(engines.map((engine) => engine.suggest(prefix)))
        expect(cluster).toEqual(own)
      }
      const [own, cluster] = engines.map(({ summary }) => ({ ...summary, bytes: 0 }))
      expect(cluster).toEqual(own)
      expect(engines[1].summary.bytes).toBeGreaterThan(0)
    })

    it('beyond the hits that a cluster numbers', async () => {
      const letters = [longLetter('a', 5_000), longLetter('b', 5_100)]
      await push(letters, { replicas: 0 })
      const [own, cluster] = [await buildIndex(letters, { segmenter }), await openSearch({ client, index })]
      for (const offset of [9_995, 10_020, 10_095, 10_200]) {
        const way: SearchOptions = { offset, limit: 20, match: 'all' }
        const expected = await own.search('支持 工作', { ...way, offset: offset - 4_000 })
        expect((await cluster.search('支持 工作', { ...way, offset: offset - 4_000 })).hits).toEqual(
          expected.hits,
        )
        const all = await own.search({ phrase: '支持' }, { offset, limit: 20 })
        const found = await cluster.search({ phrase: '支持' }, { offset, limit: 20 })
        expect([found.hits, found.total]).toEqual([all.hits, all.total])
      }
      await expect(cluster.search('支持', { group: 'reply', offset: 10_000 })).rejects.toThrow(
        UnsupportedQueryError,
      )
    })
  })

  it('answer letters that stand for as many words as are ever guessed', async () => {
    const words =
      '建设 技术 教师 介绍 减少 结算 接收 角色 检索 机身 计算 解释 僵尸 精神 借书 讲述 局势 巨兽 居室 价售 寄送 紧缩 竞赛 解散 角逐 境随 假山 间隙 既食 敬上'.split(
        ' ',
      )
    const cut = listSegmenter(words)
    const letters = Array.from({ length: 200 }, (_, i) =>
      letter(`g${String(i).padStart(3, '0')}`, {}, [
        { paragraphs: [`第${i}件${words.filter((_, w) => (i * 7 + w * w) % 11 < 3).join('，')}`] },
      ]),
    )
    await push(letters, { segmenter: cut })
    const [own, cluster] = [
      await buildIndex(letters, { segmenter: cut }),
      await openSearch({ client, index }),
    ]
    for (const way of [{}, { limit: 60 }, { group: 'reply', facets: ['reply'] }] as SearchOptions[]) {
      const { took: _, ...expected } = await own.search('js', way)
      const { took: __, ...found } = await cluster.search('js', way)
      expect(found).toEqual(expected)
    }
    const { hits } = await own.search('js', { limit: 24 })
    const marked = hits.map(({ paragraph, highlights }) =>
      highlights.map(({ start, end }) => paragraph.text.slice(start, end)).join(' '),
    )
    expect(new Set(marked.join(' ').split(' ')).size).toBeGreaterThanOrEqual(24)
  })

  it('refuse a condition of more terms than a cluster takes', async () => {
    const letter = longLetter('a', 2)
    const text = Array.from({ length: 1_500 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
    letter.sections[0]!.paragraphs[0]!.text = text
    await push([letter])
    const search = await openSearch({ client, index })
    await expect(search.search(text, { match: 'all' })).rejects.toThrow(UnsupportedQueryError)
    expect((await search.search(text)).hits.map(({ paragraph }) => paragraph.id)).toEqual(['a/1/1'])
    expect((await search.search({ phrase: text })).total).toBe(1)
  })

  it('take the place of those before, with counts as if there had been none', async () => {
    expect((await push(LETTERS)).index).toBe('dafu-test-pushed-1')
    const before = await openSearch({ client, index })
    const changed = [...LETTERS.slice(2), longLetter('k-2025-071', 3)]
    expect(await push(changed)).toMatchObject({
      index: 'dafu-test-pushed-2',
      replies: changed.length,
      skipped: 0,
    })
    expect(await indices()).toEqual(['dafu-test-pushed-2'])
    const fresh = await buildIndex(changed, { segmenter })
    const search = await openSearch({ client, index })
    expect((await search.search('支持 工作', { limit: 100 })).hits).toEqual(
      (await fresh.search('支持 工作', { limit: 100 })).hits,
    )
    await expect(before.search('支持')).rejects.toThrow(/dafu-test-pushed-1 is gone.*Open it again/)
  })

  it('count once where an id comes twice: the last stays', async () => {
    const twice = [longLetter('a', 9), ...LETTERS, longLetter('a', 2), longLetter('a', 2)]
    const summary = await push(twice)
    const fresh = await buildIndex(twice, { segmenter })
    expect(summary).toMatchObject({
      replies: fresh.summary.replies,
      paragraphs: fresh.summary.paragraphs,
    })
    const search = await openSearch({ client, index })
    for (const query of ['支持 工作', '支持第8项']) {
      const { took: _, ...found } = await search.search(query, { limit: 100 })
      const { took: __, ...expected } = await fresh.search(query, { limit: 100 })
      expect(found).toEqual(expected)
    }
  })

  it('are not searched before all have arrived, and go on where they were broken off', async () => {
    const letters = [...LETTERS, ...Array.from({ length: 120 }, (_, i) => longLetter(`z-${i}`, 40))]
    const controller = new AbortController()
    const reason = new Error('stop')
    const onProgress: PushOptions['onProgress'] = ({ replies }) => {
      if (replies >= 100) controller.abort(reason)
    }
    await expect(push(letters, { signal: controller.signal, onProgress })).rejects.toBe(reason)
    await expect(openSearch({ client, index })).rejects.toThrow(/has no alias dafu-test-pushed/)
    // As a push that had sent some letters before it was killed.
    const some = letters.slice(0, 60)
    await push(some)
    await client.indices.putMapping({
      index: 'dafu-test-pushed-1',
      body: { _meta: { dafu: { ...(await markOf('dafu-test-pushed-1')), complete: false } } },
    })
    await client.indices.deleteAlias({ index: 'dafu-test-pushed-1', name: index })
    const rest = [...letters.slice(2, 50), longLetter('z-40', 3), ...letters.slice(60)]
    const summary = await push(rest)
    expect(summary).toMatchObject({ index: 'dafu-test-pushed-1', skipped: 48 })
    const search = await openSearch({ client, index })
    const fresh = await buildIndex(rest, { segmenter })
    expect({ ...search.summary, bytes: 0 }).toEqual(fresh.summary)
    const { took: _, ...found } = await search.search('支持 工作', { limit: 100, facets: ['reply'] })
    const { took: __, ...expected } = await fresh.search('支持 工作', { limit: 100, facets: ['reply'] })
    expect(found).toEqual(expected)
  })

  async function markOf(name: string): Promise<object> {
    const { body } = await client.indices.getMapping({ index: name })
    return (body as Record<string, { mappings: { _meta: { dafu: object } } }>)[name]!.mappings._meta.dafu
  }
})

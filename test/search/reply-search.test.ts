import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex } from '../../src/index.js'
import type { Query, SearchOptions } from '../../src/query/query.js'
import type { ReplySearch } from '../../src/search/reply-search.js'
import { LETTERS } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'
import { hostFile, type StaticHost } from '../helpers/static-host.js'
import { testReplySearch } from './test-reply-search.js'

const segmenter = listSegmenter()
const hosts: StaticHost[] = []

async function host(bytes: Uint8Array): Promise<string> {
  const started = await hostFile(bytes)
  hosts.push(started)
  return started.url
}

async function bytesOf(replies: typeof LETTERS): Promise<Uint8Array> {
  return (await buildIndex(replies, { segmenter })).toBytes()
}

afterAll(() => Promise.all(hosts.map((each) => each.close())))

testReplySearch('the mutable index', { open: (replies) => buildIndex(replies, { segmenter }) })
testReplySearch('a file in memory', { open: async (replies) => openIndex(await bytesOf(replies)) })
testReplySearch('a file over HTTP', {
  open: async (replies) => openIndex(await host(await bytesOf(replies))),
})

describe('the mutable index, a file in memory and a file over HTTP', () => {
  let engines: ReplySearch[]

  beforeAll(async () => {
    const index = await buildIndex(LETTERS, { segmenter })
    const bytes = await index.toBytes()
    engines = [index, await openIndex(bytes), await openIndex(await host(bytes))]
  })

  const queries: (string | Query)[] = [
    '先投后股',
    '資金管理辦法 教育',
    '支持 工作 服务 教育',
    '第0123号',
    '3號',
    '二〇二五年',
    '人民政治协商会议',
    '人民政治協商會議提案委',
    '先頭後股',
    '接榜掛帥',
    'xiantouhougu',
    'ChatGTP',
    '"养老服务" -助餐',
    '单位:教育局 年:2024..2025 服务',
    { all: [{ text: '支持' }, { not: { phrase: '企业' } }] },
  ]
  const ways: SearchOptions[] = [
    {},
    { limit: 1_000, explain: true },
    { match: 'all', facets: ['issuer', 'role', 'reply'] },
    { sort: '-date', group: 'reply', facets: ['year'] },
  ]

  it.each(queries)('give the same answers to %j', async (query) => {
    for (const way of ways) {
      const [first, ...others] = await Promise.all(
        engines.map(async (engine) => ({ ...(await engine.search(query, way)), took: 0 })),
      )
      for (const other of others) expect(other).toEqual(first)
    }
  })

  it.each(['支', 'xian', 'xt', '关于', 'T', '服務'])('give the same suggestions for %j', async (prefix) => {
    const [first, ...others] = await Promise.all(engines.map((engine) => engine.suggest(prefix)))
    for (const other of others) expect(other).toEqual(first)
  })

  it('sum up the same but for the size of the file', () => {
    const [first, ...others] = engines.map(({ summary }) => ({ ...summary, bytes: 0 }))
    for (const other of others) expect(other).toEqual(first)
    expect(engines.map(({ summary }) => summary.bytes > 0)).toEqual([false, true, true])
  })
})

it('answers nothing once it is closed, also not what it has read before', async () => {
  const bytes = await bytesOf(LETTERS)
  for (const engine of [
    await openIndex(bytes),
    await openIndex(await host(bytes)),
    await buildIndex(LETTERS, { segmenter }),
  ]) {
    const [hit] = (await engine.search('支持')).hits
    await engine.close()
    for (const ask of [
      () => engine.search('支持'),
      () => engine.suggest('支'),
      () => engine.reply(hit!.reply.id),
      () => engine.paragraph(hit!.paragraph.id),
    ]) {
      await expect(ask()).rejects.toThrow('The index is closed. Open it again.')
    }
  }
})

import { setTimeout } from 'node:timers/promises'
import { Client } from '@opensearch-project/opensearch'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Cluster } from '../../../scripts/opensearch/cluster.js'
import { fieldBytes } from '../../../scripts/opensearch/field-bytes.js'
import type { NodeProcess } from '../../../scripts/opensearch/node-process.js'
import { ClusterError, openSearch, pushReplies } from '../../../src/opensearch/index.js'
import type { Reply } from '../../../src/reply/reply.js'
import { buildIndex } from '../../../src/search/build-index.js'
import type { ReplySearch } from '../../../src/search/reply-search.js'
import { describeOnOwnCluster } from '../../helpers/opensearch.js'
import { listSegmenter } from '../../helpers/segmenters.js'
import { numberedReplies, numberIn, paragraphsIn } from './numbered.js'

/** Enough for several requests. */
const REPLIES = numberedReplies(1_000)
const PARAGRAPHS = paragraphsIn(REPLIES)
const FEW = REPLIES.slice(0, 100)
const QUERIES = ['停车', '老旧小区 电梯', '青年人才', '"按计划实施"', '公交 学校']
/** At once. */
const ASKERS = 4

async function idsOf(index: ReplySearch, query: string): Promise<string[]> {
  const { hits } = await index.search(query, { match: 'all', limit: 10_000 })
  return hits.map(({ paragraph }) => paragraph.id).sort()
}

describeOnOwnCluster('a cluster of three nodes', (cluster) => {
  const segmenter = listSegmenter()
  const expected = new Map<string, string[]>()
  let client: Client

  beforeAll(async () => {
    const inMemory = await buildIndex(REPLIES, { segmenter })
    for (const query of QUERIES) expected.set(query, await idsOf(inMemory, query))
    client = new Client({ nodes: cluster().nodes.map(({ url }) => url) })
  })
  afterAll(() => client?.close())

  async function comesBack(node: NodeProcess): Promise<void> {
    await node.start()
    await cluster().green()
  }

  it('has every document of a push during which the node was lost', async () => {
    const [, , lost] = cluster().nodes as [NodeProcess, NodeProcess, NodeProcess]
    let sent = 0
    let killed = false
    async function* interrupted(): AsyncGenerator<Reply> {
      for (const reply of REPLIES) {
        if (sent > 0 && !killed) {
          killed = true
          // A shard that has no second copy yet is lost with its node.
          await cluster().green()
          await lost.kill()
        }
        yield reply
      }
    }
    const summary = await pushReplies(interrupted(), {
      client,
      index: 'dafu-test-letters',
      segmenter,
      shards: 3,
      onProgress({ bytes }) {
        sent = bytes
      },
    })
    expect(killed).toBe(true)
    expect(summary).toMatchObject({ replies: REPLIES.length, paragraphs: PARAGRAPHS.length })

    const letters = await openSearch({ client, index: 'dafu-test-letters' })
    for (const [query, ids] of expected) expect(await idsOf(letters, query)).toEqual(ids)
    const found = await letters.search('编号', { limit: 10_000 })
    expect(new Set(found.hits.map(({ paragraph }) => paragraph.id))).toEqual(
      new Set(PARAGRAPHS.map(({ id }) => id)),
    )
    for (const paragraph of PARAGRAPHS.filter((_, i) => i % 100 === 0)) {
      const { hits } = await letters.search(`"${numberIn(paragraph)}"`)
      expect(hits.map((hit) => hit.paragraph)).toEqual([paragraph])
    }
    await comesBack(lost)
  })

  it('gives right answers or says that it cannot, while a node is lost and after', async () => {
    const [, lost] = cluster().nodes as [NodeProcess, NodeProcess]
    await pushReplies(FEW, { client, index: 'dafu-test-single', segmenter, shards: 3, replicas: 0 })
    const letters = await openSearch({ client, index: 'dafu-test-letters' })
    const single = await openSearch({ client, index: 'dafu-test-single' })
    const whole = await idsOf(single, '停车')
    let over = false
    let answers = 0
    const errors: unknown[] = []
    const asking = Array.from({ length: ASKERS }, async (_, i) => {
      for (let n = i; !over; n++) {
        const query = QUERIES[n % QUERIES.length]!
        const ids = await idsOf(letters, query).catch((error) => errors.push(error))
        if (typeof ids === 'number') continue
        expect(ids).toEqual(expected.get(query))
        answers++
      }
    })
    await expect.poll(() => answers).toBeGreaterThan(QUERIES.length)
    await lost.kill()
    await waitForNodes(cluster(), 2)
    const before = answers
    await expect.poll(() => answers).toBeGreaterThan(before + QUERIES.length)
    over = true
    await Promise.all(asking)
    for (const error of errors) expect(error).toBeInstanceOf(ClusterError)
    for (const query of QUERIES) expect(await idsOf(letters, query)).toEqual(expected.get(query))

    // An index without copies lacks a part: no answer is given from the others.
    await expect(single.search('停车')).rejects.toThrow(ClusterError)
    await expect(single.search('停车', { facets: ['section'] })).rejects.toThrow(ClusterError)
    await comesBack(lost)
    expect(await idsOf(single, '停车')).toEqual(whole)
  })

  it('is given up after the time that it was given, or when the caller wants', async () => {
    const impatient = new Client({ node: cluster().url })
    const letters = await openSearch({ client: impatient, index: 'dafu-test-single', timeout: 2_000 })
    const whole = await idsOf(letters, '停车')
    const [, slow] = cluster().nodes as [NodeProcess, NodeProcess]
    slow.pause()
    try {
      await expect(letters.search('停车')).rejects.toThrow(/2000 ms/)
      const controller = new AbortController()
      const answer = letters.search('电梯', { signal: controller.signal })
      void setTimeout(100).then(() => controller.abort(new Error('enough')))
      await expect(answer).rejects.toThrow('enough')
    } finally {
      slow.resume()
    }
    await expect.poll(() => idsOf(letters, '停车').catch(() => [])).toEqual(whole)
    await impatient.close()
  })

  it('knows what each field of an index takes', async () => {
    const { url } = cluster()
    const send = (method: string, path: string, body: string): Promise<Response> =>
      fetch(`${url}/${path}`, { method, body, headers: { 'content-type': 'application/json' } })
    const text = { type: 'text', analyzer: 'whitespace' }
    const mapping = {
      settings: { number_of_replicas: 0 },
      mappings: { properties: { long: text, short: text } },
    }
    await send('PUT', 'dafu-test-fields', JSON.stringify(mapping))
    const words = Array.from({ length: 500 }, (_, i) => `${i}`).join(' ')
    await send('POST', 'dafu-test-fields/_doc', JSON.stringify({ long: words, short: '1 2 3' }))
    const bytes = await fieldBytes(cluster(), 'dafu-test-fields')
    expect(bytes.long).toBeGreaterThan(3 * bytes.short!)
    expect(bytes.short).toBeGreaterThan(0)
  })
})

async function waitForNodes({ url }: Cluster, count: number): Promise<void> {
  await expect
    .poll(async () => {
      const response = await fetch(`${url}/_cluster/health`)
      return ((await response.json()) as { number_of_nodes: number }).number_of_nodes
    })
    .toBe(count)
}

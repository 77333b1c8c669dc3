import { Client } from '@elastic/elasticsearch'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { IndexFormatError } from '../../../src/errors.js'
import { ClusterError, openSearch, pushReplies } from '../../../src/opensearch/index.js'
import { buildIndex } from '../../../src/search/build-index.js'
import { asElasticsearch, type Disguise } from '../../helpers/as-elasticsearch.js'
import { LETTERS } from '../../helpers/letters.js'
import { describeOnCluster } from '../../helpers/opensearch.js'
import { listSegmenter } from '../../helpers/segmenters.js'

/** Only the client is Elasticsearch's: no server of it can be had where the tests run. */
describeOnCluster("the client of Elasticsearch, in front of OpenSearch's nodes", (url) => {
  const index = 'dafu-test-elasticsearch'
  const segmenter = listSegmenter()
  let disguise: Disguise
  let client: Client

  beforeAll(async () => {
    disguise = await asElasticsearch(url)
    client = new Client({ node: disguise.url, maxRetries: 0 })
  })
  afterAll(async () => {
    await client.close()
    await disguise.close()
    await fetch(`${url}/${index}-*`, { method: 'DELETE' })
  })

  it('pushes, and finds what the mutable index finds', async () => {
    const summary = await pushReplies(LETTERS, { client, index, segmenter, replicas: 0 })
    expect(summary).toMatchObject({ index: `${index}-1`, replies: LETTERS.length, retries: 0 })
    const own = await buildIndex(LETTERS, { segmenter })
    const cluster = await openSearch({ client, index })
    for (const query of [
      '先投后股',
      '資金管理辦法 教育',
      'xiantouhougu',
      'xt',
      '"养老服务" -助餐',
      '年:2024..2025',
    ]) {
      const way = { limit: 100, explain: true, facets: ['issuer', 'role'] as const }
      expect({ ...(await cluster.search(query, way)), took: 0 }).toEqual({
        ...(await own.search(query, way)),
        took: 0,
      })
    }
    expect(await cluster.suggest('xian')).toEqual(await own.suggest('xian'))
    expect(await cluster.reply(LETTERS[0]!.id)).toEqual(await own.reply(LETTERS[0]!.id))
  })

  it('is told apart by its errors as the other one is', async () => {
    await expect(openSearch({ client, index: `${index}-none` })).rejects.toThrow(IndexFormatError)
    const cluster = await openSearch({ client, index })
    await pushReplies(LETTERS.slice(1), { client, index, segmenter, replicas: 0 })
    await expect(cluster.search('支持')).rejects.toMatchObject({ name: 'ClusterError', status: 404 })
    const nobody = new Client({ node: 'http://127.0.0.1:9', maxRetries: 0 })
    await expect(openSearch({ client: nobody, index })).rejects.toThrow(ClusterError)
    await nobody.close()
  })

  it('stops at the signal of the caller', async () => {
    const cluster = await openSearch({ client, index })
    const reason = new Error('enough')
    const controller = new AbortController()
    const asked = cluster.search('支持 工作', { signal: controller.signal })
    controller.abort(reason)
    await expect(asked).rejects.toBe(reason)
    expect((await cluster.search('支持 工作')).hits).not.toEqual([])
  })
})

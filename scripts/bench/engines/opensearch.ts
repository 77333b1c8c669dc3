import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Client } from '@opensearch-project/opensearch'
import type { Figures } from '../statistics.js'
import { distPath, importLibrary, toReplies } from './dafu.js'
import { type Engine, LIMIT } from './engine.js'

/** Of the cluster. */
export const ALIAS = 'dafu-bench'

type Library = typeof import('../../../src/opensearch/index.js')

const importPush = (): Promise<Library> => import(pathToFileURL(distPath('opensearch/index.js')).href)

const connect = (): Client => new Client({ node: process.env.OPENSEARCH_URL! })

/** On the cluster at `OPENSEARCH_URL`, in one shard without copies: an index as large as the file. */
export const dafuOnOpenSearch: Engine = {
  async build(paragraphs) {
    const client = connect()
    const { pushReplies } = await importPush()
    const { jieba } = await importLibrary()
    await client.indices.delete({ index: `${ALIAS}*`, expand_wildcards: 'all' })
    await pushReplies(toReplies(paragraphs), {
      client,
      index: ALIAS,
      segmenter: jieba(),
      shards: 1,
      replicas: 0,
    })
    await client.close()
  },
  async open() {
    const client = connect()
    const { openSearch } = await importPush()
    const index = await openSearch({ client, index: ALIAS, timeout: 60_000 })
    return {
      async search(query, kind) {
        const match = kind === 'two' ? 'all' : 'any'
        return (await index.search(query, { limit: LIMIT, match })).hits.length
      },
      async close() {
        await index.close()
        await client.close()
      },
    }
  },
}

/** Merges what was pushed, and gives its bytes: with what is stored to be shown, and without. */
export async function clusterSizes(): Promise<Figures> {
  const client = connect()
  await client.indices.forcemerge(
    { index: ALIAS, max_num_segments: 1, flush: true },
    { requestTimeout: 600_000 },
  )
  // The segments before are kept until the next one.
  await client.indices.flush({ index: ALIAS, force: true })
  await client.indices.refresh({ index: ALIAS })
  const { body } = await client.indices.stats({
    index: ALIAS,
    metric: ['store', 'segments'],
    include_segment_file_sizes: true,
  })
  const { store, segments } = body._all.primaries ?? {}
  const stored = Object.entries(segments?.file_sizes ?? {})
    .filter(([extension]) => extension.startsWith('fd'))
    .reduce((sum, [, { size_in_bytes }]) => sum + size_in_bytes, 0)
  await client.close()
  return { wholeBytes: store!.size_in_bytes, indexBytes: store!.size_in_bytes - stored }
}

/** CPU seconds of the cluster's nodes since they started. */
export async function clusterCpuSeconds(): Promise<number> {
  // What a node says of itself may be a second old.
  await setTimeout(1_100)
  const client = connect()
  const { body } = await client.nodes.stats({ metric: ['process'] })
  await client.close()
  const nodes = Object.values(body.nodes)
  return nodes.reduce((sum, { process }) => sum + (process?.cpu?.total_in_millis ?? 0) / 1000, 0)
}

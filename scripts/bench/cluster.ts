import { startCluster } from '../opensearch/cluster.js'
import { fieldBytes } from '../opensearch/field-bytes.js'
import { ALIAS } from './engines/opensearch.js'
import type { Figures } from './statistics.js'

/** Of each node. */
const HEAP = '1g'

export interface BenchCluster {
  /** Bytes of each field of the index that was pushed; none of a cluster elsewhere. */
  fieldFigures(): Promise<Figures>
  stop(): Promise<void>
}

/** The cluster at `OPENSEARCH_URL`, or one that is started and named there for the processes to come. */
export async function startClusterForBench(log: (line: string) => void): Promise<BenchCluster> {
  if (process.env.OPENSEARCH_URL) return { fieldFigures: async () => ({}), stop: async () => {} }
  log('Starting three OpenSearch nodes')
  const cluster = await startCluster({ heap: HEAP, flags: [] })
  process.env.OPENSEARCH_URL = cluster.url
  return {
    async fieldFigures() {
      const fields = Object.entries(await fieldBytes(cluster, ALIAS))
      return Object.fromEntries(fields.map(([name, bytes]) => [`field.${name}`, bytes]))
    },
    async stop() {
      delete process.env.OPENSEARCH_URL
      await cluster.stop()
    },
  }
}

import type { Cluster } from '../client.js'
import { ClusterError } from '../errors.js'
import { taskDone } from './tasks.js'

// What an earlier push has left in the index that is filled, and this one has not sent.

/** Versions that are compared at once. */
const AT_ONCE = 5_000

interface CountResponse {
  count: number
}

interface VersionsResponse {
  aggregations: {
    versions: { after_key?: Record<string, string>; buckets: { key: { version: string } }[] }
  }
}

/** How many documents of paragraphs an index has; it is refreshed for that. */
export async function countParagraphs(cluster: Cluster, index: string): Promise<number> {
  const path = `/${encodeURIComponent(index)}`
  await cluster.request({ method: 'POST', path: `${path}/_refresh` })
  const body = { query: { term: { kind: 'paragraph' } } }
  return (await cluster.request<CountResponse>({ method: 'POST', path: `${path}/_count`, body })).count
}

/** Removes the documents of other versions. */
export async function removeStale(
  cluster: Cluster,
  index: string,
  isCurrent: (version: string) => boolean,
): Promise<void> {
  const path = `/${encodeURIComponent(index)}`
  let after: Record<string, string> | undefined
  do {
    const composite = {
      size: AT_ONCE,
      sources: [{ version: { terms: { field: 'version' } } }],
      ...(after && { after }),
    }
    const body = { size: 0, aggs: { versions: { composite } } }
    const { aggregations } = await cluster.request<VersionsResponse>({
      method: 'POST',
      path: `${path}/_search`,
      querystring: { allow_partial_search_results: 'false' },
      body,
    })
    const { buckets, after_key } = aggregations.versions
    const stale = buckets.map(({ key }) => key.version).filter((version) => !isCurrent(version))
    if (stale.length > 0) {
      const versions = { terms: { version: stale } }
      // What says that all paragraphs of a reply are there goes before them.
      await removeAll(cluster, index, { bool: { filter: [versions, { term: { kind: 'reply' } }] } })
      await removeAll(cluster, index, versions)
    }
    after = after_key
  } while (after)
}

async function removeAll(cluster: Cluster, index: string, query: object): Promise<void> {
  // A request whose answer was lost is sent again, beside the first one.
  const { failures = [] } = await taskDone<{ failures?: unknown[] }>(cluster, {
    method: 'POST',
    path: `/${encodeURIComponent(index)}/_delete_by_query`,
    querystring: { conflicts: 'proceed' },
    body: { query },
  })
  if (failures.length === 0) return
  throw new ClusterError(
    `${index} could not be rid of what an earlier push left there: ${JSON.stringify(failures[0])}. Push again once the cluster is healthy.`,
  )
}

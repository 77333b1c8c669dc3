import type { FacetName } from '../../postings/posting-store.js'
import type { Cluster } from '../client.js'
import { ClusterError } from '../errors.js'
import { hashOf } from '../layout/hash.js'
import type { ClusterSearch } from './requests.js'

/** A paragraph that was found. */
export interface HitOf {
  _source: { stored: string; facets: Record<FacetName, string[]>; date: string[] }
  sort: unknown[]
}

export interface Aggregation {
  value?: number
  buckets?: { key: string; doc_count: number; replies?: { value: number } }[]
}

export interface SearchResponse {
  timed_out: boolean
  _shards: { failed: number }
  hits: { total?: { value: number; relation: 'eq' | 'gte' }; hits: HitOf[] }
  aggregations?: Record<string, Aggregation>
}

/** @throws ClusterError, for an answer in part too. */
export type Search = (body: ClusterSearch) => Promise<SearchResponse>

/** @param index Not the alias, which may move. */
export function searchIn(index: string, cluster: Cluster, signal: AbortSignal | undefined): Search {
  const path = `/${encodeURIComponent(index)}/_search`
  return async (body) => {
    const querystring = {
      allow_partial_search_results: 'false',
      // The average length is that of all shards, so that each scores alike.
      search_type: 'dfs_query_then_fetch',
      // All pages of a query come from one copy: others may have merged other deleted documents away.
      preference: hashOf(JSON.stringify([body.query, body.sort])),
    }
    const request = { method: 'POST', path, querystring, body }
    const response = await cluster.request<SearchResponse>(request, signal)
    if (!response.timed_out && response._shards.failed === 0) return response
    throw new ClusterError(
      `${index} answered in part only: a shard has no copy that answers in time. Search again once the cluster's health is yellow or green; more replicas keep copies where a node is lost.`,
    )
  }
}

import type { Cluster } from '../client.js'
import { ClusterError } from '../errors.js'
import type { KeptDocument } from './mappings.js'

/** The documents of an index by their ids. */
export interface KeptDocuments {
  /** What they keep, in the order of the ids. */
  get<Stored>(ids: readonly string[], signal?: AbortSignal): Promise<(Stored | undefined)[]>
  /** Only their versions. */
  versions(ids: readonly string[], signal?: AbortSignal): Promise<(string | undefined)[]>
}

interface MultiGet {
  docs: { found?: boolean; error?: { type: string; reason: string }; _source?: KeptDocument }[]
}

export function keptDocuments(cluster: Cluster, index: string): KeptDocuments {
  async function read(
    ids: readonly string[],
    field: keyof KeptDocument,
    signal?: AbortSignal,
  ): Promise<(string | undefined)[]> {
    if (ids.length === 0) return []
    const path = `/${encodeURIComponent(index)}/_mget`
    const request = {
      method: 'POST',
      path,
      querystring: { _source_includes: field },
      body: { ids: [...ids] },
    }
    const { docs } = await cluster.request<MultiGet>(request, signal)
    return docs.map((document) => {
      // Its shard has no copy left that answers.
      if (document.error) throw unreadable(document.error)
      return document.found ? document._source?.[field] : undefined
    })
  }

  return {
    async get<Stored>(ids: readonly string[], signal?: AbortSignal): Promise<(Stored | undefined)[]> {
      const stored = await read(ids, 'stored', signal)
      return stored.map((json) => (json === undefined ? undefined : (JSON.parse(json) as Stored)))
    },
    versions: (ids, signal) => read(ids, 'version', signal),
  }
}

function unreadable({ type, reason }: { type: string; reason: string }): ClusterError {
  const status = type === 'index_not_found_exception' ? 404 : undefined
  return new ClusterError(
    `A document could not be read: ${reason}. Try again once the cluster's health is yellow or green.`,
    { status },
  )
}

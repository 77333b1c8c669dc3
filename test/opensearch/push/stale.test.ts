import { describe, expect, it } from 'vitest'
import type { ClientRequest, Cluster } from '../../../src/opensearch/client.js'
import { removeStale } from '../../../src/opensearch/push/stale.js'

/** An index of two pages of versions, whose removals end with these failures. */
function holding(
  pages: readonly string[][],
  failures: object[] = [],
): Cluster & { removals: ClientRequest[] } {
  const removals: ClientRequest[] = []
  return {
    removals,
    async request<T>(request: ClientRequest): Promise<T> {
      if (request.path.startsWith('/_tasks/')) return { completed: true, response: { failures } } as T
      if (request.path.endsWith('/_delete_by_query')) {
        removals.push(request)
        return { task: 'node:1' } as T
      }
      const { aggs } = request.body as { aggs: { versions: { composite: { after?: { version: string } } } } }
      const number = pages.findIndex((page) => page.at(-1) === aggs.versions.composite.after?.version) + 1
      const buckets = (pages[number] ?? []).map((version) => ({ key: { version } }))
      const after_key = buckets.at(-1)?.key
      return { aggregations: { versions: { buckets, ...(after_key && { after_key }) } } } as T
    },
  }
}

describe('what an earlier push has left', () => {
  it('is removed from every page of versions, and nothing that is current', async () => {
    const cluster = holding([
      ['a', 'b'],
      ['c', 'd'],
    ])
    await removeStale(cluster, 'letters-1', (version) => version === 'b')
    const removed = cluster.removals.map(({ body }) => JSON.stringify(body))
    expect(removed).toHaveLength(4)
    expect(removed[1]).toBe('{"query":{"terms":{"version":["a"]}}}')
    expect(removed[3]).toBe('{"query":{"terms":{"version":["c","d"]}}}')
  })

  it('is not passed over where the cluster cannot remove it', async () => {
    const cluster = holding([['a']], [{ cause: { reason: 'read-only' } }])
    const removing = removeStale(cluster, 'letters-1', () => false)
    await expect(removing).rejects.toThrow(/could not be rid of.*read-only/)
  })
})

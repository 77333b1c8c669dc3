import { describe, expect, it } from 'vitest'
import { clusterFinder } from '../../../src/opensearch/ask/cluster-finder.js'
import type { ClientRequest, Cluster } from '../../../src/opensearch/client.js'
import type { Head } from '../../../src/opensearch/layout/head.js'
import type { Plan } from '../../../src/query/plan.js'
import type { SearchOptions } from '../../../src/query/query.js'
import type { Found } from '../../../src/search/find/finder.js'
import { createFolding } from '../../../src/text/normalize.js'

const PLAN = {
  clauses: [],
  condition: { kind: 'all', conditions: [] },
  parts: [],
  guesses: [],
  notes: Promise.resolve([]),
} as unknown as Plan

const COMPLETE = {
  timed_out: false,
  _shards: { failed: 0 },
  hits: { total: { value: 9, relation: 'eq' }, hits: [] },
}

/** A cluster that answers its searches in turn. */
function answering(...answers: object[]): Cluster & { requests: ClientRequest[] } {
  const requests: ClientRequest[] = []
  return {
    requests,
    async request<T>(request: ClientRequest): Promise<T> {
      requests.push(request)
      return answers[requests.length - 1] as T
    },
  }
}

function find(cluster: Cluster, options: SearchOptions): Promise<Found> {
  const head = { paragraphs: 9, totalLength: 90 } as Head
  const find = clusterFinder({ cluster, index: 'letters-1', head, folding: createFolding('') })
  return find({ plan: PLAN, options } as unknown as Parameters<typeof find>[0])
}

describe('what a cluster finds', () => {
  it('is asked of one copy of all shards, for all of their letters', async () => {
    const cluster = answering(COMPLETE, COMPLETE)
    await find(cluster, { offset: 20 })
    await find(cluster, { offset: 30 })
    const [first, second] = cluster.requests.map(({ querystring }) => querystring!)
    expect(first).toMatchObject({
      allow_partial_search_results: 'false',
      search_type: 'dfs_query_then_fetch',
      preference: expect.stringMatching(/^[0-9a-f]+$/),
    })
    expect(second!.preference).toBe(first!.preference)
  })

  it('is no answer where a shard has not answered', async () => {
    for (const partial of [{ timed_out: true }, { _shards: { failed: 1 } }]) {
      const cluster = answering({ ...COMPLETE, ...partial })
      await expect(find(cluster, { offset: 20 })).rejects.toThrow(/letters-1 answered in part only/)
    }
  })

  it('counts replies themselves up to some thousand, where a cluster only estimates', async () => {
    const estimating = (value: number): object => ({ ...COMPLETE, aggregations: { replies: { value } } })
    const buckets = [{ key: 'a' }, { key: 'b' }, { key: 'c' }]
    const counting = { ...COMPLETE, aggregations: { replies: { buckets } } }
    const grouped = { group: 'reply', sort: 'date', offset: 20 } as const
    const few = answering(estimating(2), counting)
    expect((await find(few, grouped)).counted).toMatchObject({ total: 3, totalIsExact: true })
    for (const [value, totalIsExact] of [
      [0, true],
      [1, true],
      [11_999, false],
    ] as const) {
      const cluster = answering(estimating(value))
      expect((await find(cluster, grouped)).counted).toMatchObject({ total: value, totalIsExact })
    }
  })
})

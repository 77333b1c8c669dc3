import type { ClientRequest, SearchClient } from '../../src/opensearch/client.js'
import type { Mark } from '../../src/opensearch/layout/mappings.js'

type Source = { kind: string; version?: string } & Record<string, unknown>

interface FakeIndex {
  settings: Record<string, unknown>
  mark: Mark
  documents: Map<string, Source>
}

/** What a cluster does for a push, in memory. */
export interface FakeCluster {
  client: SearchClient
  indices: Map<string, FakeIndex>
  aliases: Map<string, string>
  requests: ClientRequest[]
  /** Asked before each request; what it throws is the answer. */
  before: (request: ClientRequest) => void
  /** The status with which a document is refused. */
  refuse: (id: string) => number | undefined
}

export function failure(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { name: 'ResponseError', statusCode })
}

export function fakeCluster(): FakeCluster {
  const cluster: FakeCluster = {
    client: { transport: { request: async (request: ClientRequest) => answer(request) } },
    indices: new Map(),
    aliases: new Map(),
    requests: [],
    before() {},
    refuse: () => undefined,
  }
  const { indices, aliases } = cluster

  function answer(request: ClientRequest): unknown {
    cluster.requests.push(request)
    cluster.before(request)
    const [first, action] = request.path.slice(1).split('/').map(decodeURIComponent) as [string, string?]
    // biome-ignore lint/suspicious/noExplicitAny: bodies have as many shapes as there are requests.
    const body = request.body as any
    if (first === '_resolve') return resolved()
    if (first === '_aliases') return change(body.actions)
    if (first === '_alias') return { [aliases.get(action!)!]: {} }
    if (first === '_tasks') return { completed: true, response: { failures: [] } }
    if (action === '_mapping' && request.method === 'GET') {
      const names = first.split(',').filter((name) => indices.has(name))
      return Object.fromEntries(
        names.map((name) => [name, { mappings: { _meta: { dafu: indices.get(name)!.mark } } }]),
      )
    }
    if (action === undefined && request.method === 'PUT') {
      indices.set(first, {
        settings: body.settings.index,
        mark: body.mappings._meta.dafu,
        documents: new Map(),
      })
      return {}
    }
    const index = indices.get(first)
    if (!index) throw failure(404, `no such index [${first}]`)
    const { documents } = index
    switch (action) {
      case undefined:
        indices.delete(first)
        return {}
      case '_mapping':
        index.mark = body._meta.dafu
        return {}
      case '_settings':
        Object.assign(index.settings, body.index)
        return {}
      case '_bulk':
        return { items: bulk(request.bulkBody!, documents) }
      case '_mget':
        return {
          docs: body.ids.map((id: string) => ({ found: documents.has(id), _source: documents.get(id) })),
        }
      case '_count':
        return { count: [...documents.values()].filter(({ kind }) => kind === 'paragraph').length }
      case '_search': {
        const versions = new Set([...documents.values()].flatMap(({ version }) => version ?? []))
        return {
          aggregations: { versions: { buckets: [...versions].map((version) => ({ key: { version } })) } },
        }
      }
      case '_delete_by_query': {
        const [terms, kind] = body.query.bool?.filter ?? [body.query]
        for (const [id, source] of documents) {
          const isStale = terms.terms.version.includes(source.version)
          if (isStale && (!kind || source.kind === kind.term.kind)) documents.delete(id)
        }
        return { task: 'node:1' }
      }
      case '_stats':
        return { _all: { primaries: { store: { size_in_bytes: 1 } } } }
      case '_forcemerge':
        return { task: 'node:2' }
      default:
        return {}
    }
  }

  function resolved(): object {
    return {
      indices: [...indices.keys()].map((name) => ({ name })),
      aliases: [...aliases].map(([name, index]) => ({ name, indices: [index] })),
    }
  }

  function change(
    actions: { add?: { index: string; alias: string }; remove_index?: { index: string } }[],
  ): object {
    for (const { remove_index } of actions) {
      if (remove_index && !indices.delete(remove_index.index)) throw failure(404, 'no such index')
    }
    for (const { add } of actions) if (add) aliases.set(add.alias, add.index)
    return {}
  }

  function bulk(lines: string, documents: Map<string, Source>): object[] {
    const rows = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    return rows.flatMap((row, i): object[] => {
      if (row.delete) {
        documents.delete(row.delete._id)
        return [{ delete: { _id: row.delete._id, status: 200 } }]
      }
      if (!row.index) return []
      const { _id } = row.index
      const status = cluster.refuse(_id)
      if (status === undefined) documents.set(_id, rows[i + 1])
      const error = status !== undefined && { error: { type: 'some', reason: 'thing' } }
      return [{ index: { _id, status: status ?? 201, ...error } }]
    })
  }

  return cluster
}

import { expect, it } from 'vitest'
import type { Cluster } from '../../../src/opensearch/client.js'
import { keptDocuments } from '../../../src/opensearch/layout/kept-documents.js'

function answering(...docs: object[]): Cluster {
  return { request: async <T>() => ({ docs }) as T }
}

it('tells a document that is not there from one that cannot be read', async () => {
  const there = { found: true, _source: { stored: '{"a":1}' } }
  expect(await keptDocuments(answering(there, { found: false }), 'letters-1').get(['a', 'b'])).toEqual([
    { a: 1 },
    undefined,
  ])
  const lost = { error: { type: 'no_shard_available_action_exception', reason: 'no shard' } }
  const reading = keptDocuments(answering(there, lost), 'letters-1').get(['a', 'b'])
  await expect(reading).rejects.toMatchObject({ name: 'ClusterError', status: undefined })
  await expect(reading).rejects.toThrow(/could not be read: no shard/)
})

it('knows an index that is gone', async () => {
  const gone = { error: { type: 'index_not_found_exception', reason: 'no such index [letters-1]' } }
  const reading = keptDocuments(answering(gone), 'letters-1').versions(['a'])
  await expect(reading).rejects.toMatchObject({ name: 'ClusterError', status: 404 })
})

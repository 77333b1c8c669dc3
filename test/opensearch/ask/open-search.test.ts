import { expect, it } from 'vitest'
import type { ClientRequest, SearchClient } from '../../../src/opensearch/client.js'
import { openSearch, pushReplies } from '../../../src/opensearch/index.js'
import { failure, fakeCluster } from '../../helpers/fake-cluster.js'
import { LETTERS } from '../../helpers/letters.js'
import { listSegmenter } from '../../helpers/segmenters.js'

it('opens an index that is pushed anew between two requests', async () => {
  const cluster = fakeCluster()
  const { client } = cluster
  await pushReplies(LETTERS, { client, index: 'letters', segmenter: listSegmenter() })
  let lost = 0
  cluster.before = ({ path }) => {
    if (path.endsWith('/_mapping') && lost++ === 0) throw failure(404, 'no such index [letters-0]')
  }
  const letters = await openSearch({ client, index: 'letters' })
  expect(letters.summary.replies).toBe(LETTERS.length)
  expect(lost).toBe(2)
})

it.each(['formatVersion', 'layoutVersion'])('names the alias whose %s is another', async (version) => {
  const cluster = fakeCluster()
  const { client } = cluster
  await pushReplies(LETTERS, { client, index: 'letters', segmenter: listSegmenter() })
  const index = cluster.indices.get('letters-1')!
  index.mark = { ...index.mark, [version]: 0 }
  await expect(openSearch({ client, index: 'letters' })).rejects.toThrow(
    /^letters has format version 0.*Push/,
  )
})

it('refuses an alias that stands for several indices, and an index that is not complete', async () => {
  const cluster = fakeCluster()
  const { client } = cluster
  await pushReplies(LETTERS, { client, index: 'letters', segmenter: listSegmenter() })
  const { mark } = cluster.indices.get('letters-1')!
  cluster.indices.get('letters-1')!.mark = { ...mark, complete: false }
  await expect(openSearch({ client, index: 'letters' })).rejects.toThrow(/was broken off. Push the replies/)
  const several: SearchClient = {
    transport: {
      request: async ({ path }: ClientRequest) =>
        path === '/_alias/letters' ? { 'letters-1': {}, 'letters-2': {} } : {},
    },
  }
  const opening = openSearch({ client: several, index: 'letters' })
  await expect(opening).rejects.toThrow(/stands for 2 indices \(letters-1, letters-2\)/)
})

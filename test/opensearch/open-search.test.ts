import { expect, it } from 'vitest'
import { openSearch, pushReplies } from '../../src/opensearch/index.js'
import { failure, fakeCluster } from '../helpers/fake-cluster.js'
import { LETTERS } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

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

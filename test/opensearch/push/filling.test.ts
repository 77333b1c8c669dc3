import { expect, it, vi } from 'vitest'
import { pushReplies } from '../../../src/opensearch/index.js'
import { fakeCluster } from '../../helpers/fake-cluster.js'
import { LETTERS } from '../../helpers/letters.js'
import { listSegmenter } from '../../helpers/segmenters.js'

vi.mock('../../../src/opensearch/push/lexicon-counts.js', async (original) => {
  const { LexiconCounts } = await original<typeof import('../../../src/opensearch/push/lexicon-counts.js')>()
  return {
    LexiconCounts: class extends LexiconCounts {
      constructor(...[folding, aside]: ConstructorParameters<typeof LexiconCounts>) {
        super(folding, aside, 50)
      }
    },
  }
})

it('leaves nothing in the index of what was put aside', async () => {
  const cluster = fakeCluster()
  await pushReplies(LETTERS, { client: cluster.client, index: 'letters', segmenter: listSegmenter() })
  const sent = cluster.requests.map(({ bulkBody = '' }) => bulkBody).join('')
  expect(sent).toContain('"index":{"_id":"terms:aside-0/')
  const kept = [...cluster.indices.get('letters-1')!.documents.keys()]
  expect(kept.filter((id) => id.startsWith('terms:aside'))).toEqual([])
  expect(kept).toContain('terms:list/words/0')
})

import { Client } from '@opensearch-project/opensearch'
import { afterAll } from 'vitest'
import { openSearch, pushReplies } from '../../../src/opensearch/index.js'
import { describeOnCluster } from '../../helpers/opensearch.js'
import { listSegmenter } from '../../helpers/segmenters.js'
import { testReplySearch } from '../../search/test-reply-search.js'

describeOnCluster('three nodes', (url) => {
  const client = new Client({ node: url })
  const index = 'dafu-test-reply-search'

  afterAll(async () => {
    await client.indices.delete({ index: `${index}-*` })
    await client.close()
  })

  testReplySearch('an OpenSearch cluster', {
    async open(replies) {
      await pushReplies(replies, { client, index, segmenter: listSegmenter() })
      return openSearch({ client, index })
    },
    skip: [
      {
        reason: 'the values of a facet stay in the cluster',
        tests: ['says of which facet no letter has what is asked'],
      },
    ],
  })
})

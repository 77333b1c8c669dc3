import { Client } from '@opensearch-project/opensearch'
import { afterAll, expect, it } from 'vitest'
import { buildIndex } from '../../../src/index.js'
import { openSearch, pushReplies } from '../../../src/opensearch/index.js'
import { letter } from '../../helpers/letters.js'
import { describeOnCluster } from '../../helpers/opensearch.js'
import { listSegmenter } from '../../helpers/segmenters.js'

const TEXTS = [
  '补助10万元。',
  '补助110万元。',
  '补助1.10万元。',
  '补助100000元。',
  '补助2100,000元。',
  '补助1,100,000元。',
  '共，十万元。',
  '补助五十万元。',
  '补助15000元。',
  '补助1.5万元。',
  '补助21.5万元。',
  '补助5万元，1户。',
  '共15,000人。',
  '共15,000.5人。',
  '共15000人和115000人。',
]

describeOnCluster('an amount on three nodes', (url) => {
  const client = new Client({ node: url })
  const index = 'dafu-test-amounts'
  const replies = [letter('r', {}, [{ title: '一、情况', paragraphs: TEXTS }])]
  const segmenter = listSegmenter()

  afterAll(async () => {
    await client.indices.delete({ index: `${index}-*` })
    await client.close()
  })

  it('is no piece of a longer one, as in an index', async () => {
    await pushReplies(replies, { client, index, segmenter })
    const [cluster, local] = await Promise.all([
      openSearch({ client, index }),
      buildIndex(replies, { segmenter }),
    ])
    for (const query of [
      '100000元',
      '10万元',
      '15000元',
      '1.5万元',
      '15000',
      '1.5万',
      '十万',
      '共 15000',
      '-1.5万元 补助',
    ]) {
      const options = { match: 'all', limit: 50 } as const
      const [found, wanted] = await Promise.all(
        [cluster, local].map((engine) => engine.search(query, options)),
      )
      expect({ query, total: found!.total, hits: found!.hits }).toEqual({
        query,
        total: wanted!.total,
        hits: wanted!.hits,
      })
      expect(wanted!.total).toBeGreaterThan(0)
    }
  })
})

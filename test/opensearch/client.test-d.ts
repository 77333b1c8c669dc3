import type { Client as ElasticsearchClient } from '@elastic/elasticsearch'
import type { Client as OpenSearchClient } from '@opensearch-project/opensearch'
import { expectTypeOf, test } from 'vitest'
import type { OpenSearchOptions, PushOptions } from '../../src/opensearch/index.js'

test('both official clients can be passed in', () => {
  expectTypeOf<OpenSearchClient>().toExtend<OpenSearchOptions['client']>()
  expectTypeOf<ElasticsearchClient>().toExtend<OpenSearchOptions['client']>()
  expectTypeOf<OpenSearchClient>().toExtend<PushOptions['client']>()
  expectTypeOf<ElasticsearchClient>().toExtend<PushOptions['client']>()
  expectTypeOf<{ search: () => void }>().not.toExtend<PushOptions['client']>()
})

import { describe, expect, it } from 'vitest'
import { clusterOf } from '../../../src/opensearch/client.js'
import { PushError } from '../../../src/opensearch/index.js'
import { keptDocuments } from '../../../src/opensearch/layout/kept-documents.js'
import type { TermCount } from '../../../src/opensearch/layout/lists.js'
import type { Mark } from '../../../src/opensearch/layout/mappings.js'
import { bulkSender } from '../../../src/opensearch/push/bulk.js'
import { asideIn } from '../../../src/opensearch/push/term-pages.js'
import { fakeCluster } from '../../helpers/fake-cluster.js'

const ENTRIES = Array.from({ length: 600 }, (_, i): TermCount => [`词${String(i).padStart(3, '0')}`, i + 1])

describe('what is put aside', () => {
  function start() {
    const fake = fakeCluster()
    const documents = new Map()
    fake.indices.set('letters-1', { settings: {}, mark: {} as Mark, documents })
    const cluster = clusterOf(fake.client, 1_000)
    const sender = bulkSender(cluster, 'letters-1')
    return { documents, sender, aside: asideIn(sender, keptDocuments(cluster, 'letters-1')) }
  }

  async function entriesOf(sequence: AsyncIterable<readonly TermCount[]>): Promise<TermCount[]> {
    const all: TermCount[] = []
    for await (const some of sequence) all.push(...some)
    return all
  }

  it('is read as it was written, each time by itself, and removed in the end', async () => {
    const { documents, sender, aside } = start()
    await aside.write('words', ENTRIES)
    await aside.write('bigrams', ENTRIES.slice(0, 10))
    await aside.write('words', ENTRIES.slice(300))
    expect(await Promise.all(aside.read('words').map(entriesOf))).toEqual([ENTRIES, ENTRIES.slice(300)])
    expect(documents.size).toBe(3 + 1 + 2)
    await aside.clear()
    await sender.flush()
    expect([...documents.keys()]).toEqual([])
  })

  it('is missed where a page of it is gone', async () => {
    const { documents, sender, aside } = start()
    await aside.write('words', ENTRIES)
    await sender.flush()
    documents.delete([...documents.keys()][1])
    const reading = entriesOf(aside.read('words')[0]!)
    await expect(reading).rejects.toThrow(PushError)
    await expect(reading).rejects.toThrow(/put aside is gone.*Push again/)
  })
})

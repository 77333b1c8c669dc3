import { describe, expect, it } from 'vitest'
import { IndexFormatError } from '../../../src/errors.js'
import { pageReader } from '../../../src/opensearch/ask/page-reader.js'
import type { KeptDocuments } from '../../../src/opensearch/layout/kept-documents.js'
import type { TermPage } from '../../../src/opensearch/push/term-pages.js'

/** An index with a page of each id but `none`; it notes what is asked for together. */
function keeping(): Pick<KeptDocuments, 'get'> & { requests: string[][] } {
  const requests: string[][] = []
  return {
    requests,
    async get<Stored>(ids: readonly string[], signal?: AbortSignal): Promise<(Stored | undefined)[]> {
      signal?.throwIfAborted()
      requests.push([...ids])
      return ids.map((id) => (id === 'none' ? undefined : (pageOf(id) as Stored)))
    },
  }
}

const pageOf = (id: string): TermPage => ({ terms: [id], counts: [1] })

describe('pages of terms', () => {
  it('are read by one request where several are looked up at the same time, each once', async () => {
    const kept = keeping()
    const read = pageReader(kept)
    const lookUp = async (...ids: string[]): Promise<string[]> => {
      await Promise.resolve()
      return [...(await read(new Set(ids)))].map(([id, { terms }]) => `${id}: ${terms}`).sort()
    }
    expect(await Promise.all([lookUp('a', 'b'), lookUp('b'), lookUp('c', 'a')])).toEqual([
      ['a: a', 'b: b'],
      ['b: b'],
      ['a: a', 'c: c'],
    ])
    expect(kept.requests).toEqual([['a', 'b', 'c']])
    expect(await lookUp('c', 'd')).toEqual(['c: c', 'd: d'])
    expect(kept.requests.slice(1)).toEqual([['d']])
  })

  it('are read apart for queries that end at other signals', async () => {
    const kept = keeping()
    const read = pageReader(kept)
    const controller = new AbortController()
    const reason = new Error('enough')
    const ending = read(new Set(['a']), controller.signal)
    const other = read(new Set(['a', 'b']))
    controller.abort(reason)
    await expect(ending).rejects.toBe(reason)
    expect([...(await other).keys()]).toEqual(['a', 'b'])
  })

  it('are not passed over where the index lacks them', async () => {
    const read = pageReader(keeping())
    await expect(read(new Set(['a', 'none']))).rejects.toThrow(IndexFormatError)
  })

  it('are forgotten once there are many, the least recently used first', async () => {
    const kept = keeping()
    const read = pageReader(kept)
    const ids = Array.from({ length: 4_000 }, (_, i) => `${i}`)
    await read(new Set(ids))
    await read(new Set(['0']))
    await read(new Set(['last']))
    await read(new Set(['0', '1']))
    expect(kept.requests.slice(1)).toEqual([['last'], ['1']])
  })
})

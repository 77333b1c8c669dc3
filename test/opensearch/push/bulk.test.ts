import { describe, expect, it, vi } from 'vitest'
import type { Cluster } from '../../../src/opensearch/client.js'
import { ClusterError } from '../../../src/opensearch/errors.js'
import type { OutgoingDocument } from '../../../src/opensearch/layout/documents.js'
import { bulkSender } from '../../../src/opensearch/push/bulk.js'

function document(id: string): OutgoingDocument {
  return { id, name: `name of ${id}`, source: { kind: 'paragraph' } }
}

/** A cluster that keeps ids, and answers each of them with what `statusOf` says. */
function keeping(
  statusOf: (id: string, attempt: number) => number,
): Cluster & { kept: string[]; requests: string[][] } {
  const attempts = new Map<string, number>()
  const kept: string[] = []
  const requests: string[][] = []
  return {
    kept,
    requests,
    async request<T>({ bulkBody }: { bulkBody?: string }): Promise<T> {
      const lines = bulkBody!
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      const ids = lines.filter((line) => line.index).map((line) => line.index._id as string)
      requests.push(ids)
      const items = ids.map((id) => {
        const attempt = (attempts.get(id) ?? 0) + 1
        attempts.set(id, attempt)
        const status = statusOf(id, attempt)
        if (status === 201) kept.push(id)
        return {
          index: { _id: id, status, ...(status !== 201 && { error: { type: 'some', reason: 'thing' } }) },
        }
      })
      return { items } as T
    },
  }
}

describe('bulkSender', () => {
  it('sends again only what the cluster could not take yet', async () => {
    const cluster = keeping((id, attempt) => (id === 'b' && attempt < 3 ? 429 : 201))
    const sender = bulkSender(cluster, 'letters')
    await sender.put(['a', 'b', 'c'].map(document))
    await sender.flush()
    expect(cluster.requests).toEqual([['a', 'b', 'c'], ['b'], ['b']])
    expect(cluster.kept).toEqual(['a', 'c', 'b'])
    expect([sender.retries, sender.rejected]).toEqual([2, []])
  })

  it('reports what is refused for good, and sends the rest', async () => {
    const cluster = keeping((id) => (id === 'b' ? 400 : 201))
    const sender = bulkSender(cluster, 'letters')
    await sender.put(['a', 'b', 'c'].map(document))
    await sender.flush()
    expect(cluster.kept).toEqual(['a', 'c'])
    expect(sender.rejected).toEqual([{ id: 'name of b', status: 400, reason: 'some: thing' }])
  })

  it('sends what says that others are there behind them', async () => {
    const cluster = keeping(() => 201)
    const sender = bulkSender(cluster, 'letters')
    await sender.put([document('a')])
    sender.putAfter([document('all of a')])
    await sender.put([document('b')])
    await sender.flush()
    expect(cluster.requests).toEqual([['a', 'b'], ['all of a']])
  })

  it('counts bytes, not characters', async () => {
    const sender = bulkSender(
      keeping(() => 201),
      'letters',
    )
    await sender.put([{ ...document('关'), source: { kind: 'paragraph', stored: '𠮷' } }])
    await sender.flush()
    const lines = '{"index":{"_id":"关"}}\n{"kind":"paragraph","stored":"𠮷"}\n'
    expect(sender.bytes).toBe(Buffer.byteLength(lines))
  })

  it('says nothing of what was sent with what was refused', async () => {
    const cluster = keeping((id) => (id === 'a' ? 400 : 201))
    const sender = bulkSender(cluster, 'letters')
    await sender.put([document('a')])
    sender.putAfter([document('all of a')])
    await sender.flush()
    expect(cluster.requests).toEqual([['a']])
  })

  it('halves a request that is too large for the cluster', async () => {
    const whole = keeping(() => 201)
    const cluster: Cluster = {
      async request<T>(request: Parameters<Cluster['request']>[0]): Promise<T> {
        if (request.bulkBody!.length > 120) throw new ClusterError('too large', { status: 413 })
        return whole.request(request)
      },
    }
    const sender = bulkSender(cluster, 'letters')
    await sender.put(['a', 'b', 'c', 'd'].map(document))
    await sender.flush()
    expect(whole.requests).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('goes on after a connection was lost, and gives up at once where the cluster refuses the request', async () => {
    const whole = keeping(() => 201)
    let attempts = 0
    const losing: Cluster = {
      async request<T>(request: Parameters<Cluster['request']>[0]): Promise<T> {
        if (attempts++ === 0) throw new ClusterError('no answer')
        return whole.request(request)
      },
    }
    const sender = bulkSender(losing, 'letters')
    await sender.put([document('a')])
    await sender.flush()
    expect(whole.kept).toEqual(['a'])

    const error = new ClusterError('not allowed', { status: 403 })
    const refusing = bulkSender({ request: () => Promise.reject(error) }, 'letters')
    await refusing.put([document('a')])
    await expect(refusing.flush()).rejects.toBe(error)
  })

  it('goes on as long as something arrives, with short pauses', async () => {
    vi.useFakeTimers()
    try {
      let taken = 0
      const whole = keeping((id) => (id === 'abcd'[taken] && ++taken ? 201 : 429))
      const slow: Cluster = {
        async request<T>(request: Parameters<Cluster['request']>[0]): Promise<T> {
          await new Promise((resolve) => setTimeout(resolve, 60_000))
          return whole.request(request)
        },
      }
      const started = performance.now()
      const sender = bulkSender(slow, 'letters')
      await sender.put([...'abcd'].reverse().map(document))
      const flushed = sender.flush()
      await vi.runAllTimersAsync()
      await flushed
      expect(whole.kept).toEqual([...'abcd'])
      // Three pauses, none longer than the first one may be.
      expect(performance.now() - started).toBeLessThanOrEqual(4 * 60_000 + 3 * 100)
    } finally {
      vi.useRealTimers()
    }
  })

  it('waits before a retry no longer than its signal', async () => {
    const controller = new AbortController()
    const reason = new Error('no longer wanted')
    const cluster = keeping(() => 429)
    const sender = bulkSender(cluster, 'letters', controller.signal)
    await sender.put([document('a')])
    const flushed = sender.flush()
    await expect.poll(() => cluster.requests.length).toBeGreaterThan(0)
    controller.abort(reason)
    await expect(flushed).rejects.toBe(reason)
  })

  it('sends by bytes, and waits while two requests are under way', async () => {
    const answers: (() => void)[] = []
    const slow: Cluster = {
      request: <T>() => new Promise<T>((resolve) => answers.push(() => resolve({ items: [] } as T))),
    }
    const sender = bulkSender(slow, 'letters')
    const large = (id: string): OutgoingDocument => ({
      ...document(id),
      source: { kind: 'paragraph', stored: 'x'.repeat(2_000_000) },
    })
    await sender.put([large('a')])
    expect(answers).toHaveLength(1)
    let waiting = true
    const second = sender.put([large('b')]).then(() => {
      waiting = false
    })
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect([answers.length, waiting]).toEqual([2, true])
    answers[0]!()
    await second
    const flushed = sender.flush()
    answers[1]!()
    await flushed
  })

  it('keeps a thousand refusals, however many there are', async () => {
    const sender = bulkSender(
      keeping(() => 400),
      'letters',
    )
    await sender.put(Array.from({ length: 1_200 }, (_, i) => document(`${i}`)))
    await sender.flush()
    expect(sender.rejected).toHaveLength(1_000)
  })
})

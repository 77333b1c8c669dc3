import { describe, expect, it } from 'vitest'
import { type ClientRequest, clusterOf, type SearchClient } from '../../src/opensearch/client.js'
import { ClusterError } from '../../src/opensearch/errors.js'

const REQUEST: ClientRequest = { method: 'GET', path: '/letters' }

function answering(answer: () => PromiseLike<unknown>): SearchClient {
  return { transport: { request: answer } }
}

/** Never answers; notes when it is told to stop, by the method of one client or the signal of the other. */
function hanging(stops: string[]): SearchClient {
  return {
    transport: {
      request: (_: unknown, { signal }: { signal: AbortSignal }) => {
        signal.addEventListener('abort', () => stops.push('signal'))
        return Object.assign(new Promise<never>(() => {}), { abort: () => stops.push('method') })
      },
    },
  }
}

describe('a cluster behind a client', () => {
  it('gives the body, whether the client wraps it or not', async () => {
    const body = { took: 3 }
    const wrapped = { body, statusCode: 200, headers: {}, warnings: null, meta: {} }
    for (const response of [wrapped, body]) {
      const cluster = clusterOf(
        answering(async () => response),
        1_000,
      )
      expect(await cluster.request(REQUEST)).toBe(body)
    }
  })

  it('says which request failed, with the status and the cause', async () => {
    const cause = Object.assign(new Error('no such index'), { name: 'ResponseError', statusCode: 404 })
    const cluster = clusterOf(
      answering(() => Promise.reject(cause)),
      1_000,
    )
    const error = await cluster.request(REQUEST).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ClusterError)
    expect(error).toMatchObject({ status: 404, cause })
    expect((error as Error).message).toContain('GET /letters with 404: no such index')
  })

  it('stops a request that takes too long, and says so', async () => {
    const stops: string[] = []
    const request = clusterOf(hanging(stops), 10).request(REQUEST)
    await expect(request).rejects.toThrow(/GET \/letters within 10 ms.*timeout/)
    await expect(request).rejects.toMatchObject({ name: 'ClusterError', status: undefined })
    expect(stops).toEqual(['signal', 'method'])
  })

  it('refuses a timeout that no timer takes', () => {
    for (const timeout of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31]) {
      expect(() => clusterOf(hanging([]), timeout)).toThrow(/timeout is .*milliseconds/)
    }
  })

  it('rejects with the reason of a signal, before and meanwhile', async () => {
    const reason = new Error('no longer wanted')
    const stops: string[] = []
    const cluster = clusterOf(hanging(stops), 60_000)
    await expect(cluster.request(REQUEST, AbortSignal.abort(reason))).rejects.toBe(reason)
    expect(stops).toEqual([])
    const controller = new AbortController()
    const request = cluster.request(REQUEST, controller.signal)
    controller.abort(reason)
    await expect(request).rejects.toBe(reason)
    expect(stops).toEqual(['signal', 'method'])
  })
})

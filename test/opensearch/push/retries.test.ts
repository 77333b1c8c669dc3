import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ClusterError } from '../../../src/opensearch/errors.js'
import { isTransient, retrying } from '../../../src/opensearch/push/retries.js'

function unanswered(name: string, message: string): ClusterError {
  return new ClusterError(message, {}, { cause: Object.assign(new Error(message), { name }) })
}

describe('isTransient', () => {
  it('is so where the cluster is busy, or a node does not answer', () => {
    for (const status of [429, 502, 503, 504])
      expect(isTransient(new ClusterError('', { status }))).toBe(true)
    expect(isTransient(unanswered('ConnectionError', 'connect ECONNREFUSED 127.0.0.1:9200'))).toBe(true)
    expect(isTransient(unanswered('NoLivingConnectionsError', 'none'))).toBe(true)
    expect(isTransient(new ClusterError('did not answer in time'))).toBe(true)
  })

  it('is not so where waiting does not help', () => {
    for (const status of [400, 401, 403, 404, 500])
      expect(isTransient(new ClusterError('', { status }))).toBe(false)
    expect(isTransient(unanswered('ConfigurationError', 'no such auth'))).toBe(false)
    expect(isTransient(unanswered('ConnectionError', 'self-signed certificate in certificate chain'))).toBe(
      false,
    )
    expect(isTransient(new TypeError('undefined is not a function'))).toBe(false)
  })
})

describe('retrying', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([0, 60_000])('ends by the clock, where each request takes %i ms', async (takes) => {
    const error = new ClusterError('busy', { status: 503 })
    const request = async (): Promise<never> => {
      await new Promise((resolve) => setTimeout(resolve, takes))
      throw error
    }
    const started = performance.now()
    const ended = retrying(request).catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    expect(await ended).toBe(error)
    const took = performance.now() - started
    expect(took).toBeGreaterThanOrEqual(90_000)
    // The last pause, and the last request.
    expect(took).toBeLessThanOrEqual(90_000 + 10_000 + takes)
  })
})

import { getEventListeners } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { delay, orAborted } from '../../../../src/postings/file/source/aborting.js'

const never = new Promise<never>(() => {})

describe('orAborted', () => {
  test('listens to a signal once, however many wait for it', async () => {
    const controller = new AbortController()
    const listen = vi.spyOn(controller.signal, 'addEventListener')
    const waiting = Array.from({ length: 20 }, () => orAborted(never, controller.signal))
    controller.abort(new Error('enough'))
    for (const one of await Promise.allSettled(waiting)) {
      expect(one).toEqual({ status: 'rejected', reason: new Error('enough') })
    }
    expect(listen).toHaveBeenCalledTimes(1)
  })

  test('listens no more when nothing waits, for who listens keeps a signal of any or timeout', async () => {
    const { signal } = new AbortController()
    const first = orAborted(Promise.resolve(1), signal)
    const failed = orAborted(Promise.reject(new Error('lost')), signal)
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    await Promise.allSettled([first, failed])
    expect(getEventListeners(signal, 'abort')).toEqual([])
    const controller = new AbortController()
    await orAborted(1, controller.signal)
    const again = orAborted(never, controller.signal)
    controller.abort(new Error('enough'))
    await expect(again).rejects.toThrow('enough')
  })

  test('gives what the promise gives, whatever becomes of the signal', async () => {
    const controller = new AbortController()
    const given = orAborted(Promise.resolve(1), controller.signal)
    await expect(given).resolves.toBe(1)
    controller.abort()
    await expect(given).resolves.toBe(1)
  })

  test('waits no more once a signal is aborted', async () => {
    await expect(orAborted(never, AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
    await expect(delay(2 ** 30, AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
  })
})

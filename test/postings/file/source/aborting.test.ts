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

import { setMaxListeners } from 'node:events'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { IndexFormatError, IndexReadError, IndexVersionError } from '../../src/errors.js'
import { type ByteSource, bytesSource } from '../../src/postings/file/source/byte-source.js'
import { buildIndex } from '../../src/search/build-index.js'
import type { ReplySearch } from '../../src/search/reply-search.js'
import { connect } from '../../src/worker/client.js'
import { serveEngine } from '../../src/worker/engine.js'
import type { Peer } from '../../src/worker/start-worker.js'
import { LETTERS } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'
import { testReplySearch } from '../search/test-reply-search.js'

const ports: MessagePort[] = []
// A search reads more than ten parts side by side, each of which listens to its signal.
setMaxListeners(0)

/** Both ends of a worker's messages, in one thread. */
function startHere(): Peer & { fail(reason: Error): void } {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  serveEngine(port2 as never)
  const failing = new AbortController()
  const fail = (reason: Error) => failing.abort(reason)
  return { endpoint: port1 as never, failed: failing.signal, fail, stop: () => fail(new Error('closed')) }
}

const segmenter = listSegmenter()
const bytes = buildIndex(LETTERS, { segmenter }).then((index) => index.toBytes())

afterAll(() => {
  for (const port of ports) port.close()
})

testReplySearch('a worker', {
  open: async (replies) =>
    connect(startHere(), bytesSource(await (await buildIndex(replies, { segmenter })).toBytes())),
})

describe('an index behind messages', () => {
  async function open(source: Partial<ByteSource> = {}, peer: Peer = startHere()): Promise<ReplySearch> {
    return connect(peer, { ...bytesSource(await bytes), ...source })
  }

  it('throws what opening throws, of the same class and with the same fields', async () => {
    const damaged = Uint8Array.from(await bytes)
    damaged.fill(0, 50, 200)
    damaged.fill(0, damaged.length - 200)
    await expect(connect(startHere(), bytesSource(damaged))).rejects.toBeInstanceOf(IndexFormatError)

    const newer = Uint8Array.from(await bytes)
    newer[0] = 0
    await expect(connect(startHere(), bytesSource(newer))).rejects.toThrow(/no \.dafu file/)

    const error = new IndexReadError(
      'gone',
      { source: 'x.dafu', status: 404 },
      { cause: new TypeError('no') },
    )
    const opening = open({ read: () => Promise.reject(error) })
    await expect(opening).rejects.toBeInstanceOf(IndexReadError)
    await expect(opening).rejects.toMatchObject({
      name: 'IndexReadError',
      message: 'gone',
      source: 'x.dafu',
      status: 404,
      cause: expect.objectContaining({ message: 'no', name: 'TypeError' }),
    })
  })

  it('aborts the reads of a search that is aborted', async () => {
    const whole = bytesSource(await bytes)
    let hold = false
    const signals: AbortSignal[] = []
    const index = await open({
      read(offset, length, signal) {
        if (!hold) return whole.read(offset, length)
        signals.push(signal!)
        return new Promise(() => {})
      },
    })
    hold = true
    const controller = new AbortController()
    const answer = index.search('先投后股', { signal: controller.signal })
    await expect.poll(() => signals.length).toBeGreaterThan(0)
    const reason = new Error('no longer wanted')
    controller.abort(reason)
    await expect(answer).rejects.toBe(reason)
    await expect.poll(() => signals.every((signal) => signal.aborted)).toBe(true)
  })

  it('rejects what is asked when the worker ends', async () => {
    const peer = startHere()
    const index = await open({}, peer)
    const answer = index.search('先投后股')
    peer.fail(new Error('out of memory'))
    await expect(answer).rejects.toThrow('out of memory')
    await expect(index.suggest('先')).rejects.toThrow('out of memory')
  })

  it('refuses what no message can carry', async () => {
    const index = await open()
    await expect(index.search({ text: (() => '支持') as never })).rejects.toMatchObject({
      name: 'InvalidQueryError',
      message: expect.stringContaining('sent to a worker'),
    })
  })

  it('sends a part of the bytes without the rest', async () => {
    const sending = vi.spyOn(MessagePort.prototype, 'postMessage')
    const whole = await bytes
    const index = await open({})
    const { hits } = await index.search('先投后股')
    expect(hits).not.toEqual([])
    const handedOver = sending.mock.calls.flatMap(([, transfer]) => (Array.isArray(transfer) ? transfer : []))
    const sizes: number[] = handedOver
      .filter((part) => part instanceof ArrayBuffer)
      .map(({ byteLength }) => byteLength)
    sending.mockRestore()
    expect(sizes.length).toBeGreaterThan(2)
    expect(Math.max(...sizes)).toBeLessThan(whole.length)
    // They can be read again.
    expect((await bytes).length).toBe(whole.length)
  })

  it('leaves out what no message can carry of an error', async () => {
    const error = Object.assign(new Error('gone'), { at: Symbol('here'), status: 404 })
    const thrown = await open({ read: () => Promise.reject(error) }).catch((reason) => reason)
    expect(thrown).toMatchObject({ message: 'gone', status: 404 })
    expect(thrown).not.toHaveProperty('at')
  })

  it('throws an error whose causes go round with each of them once', async () => {
    const [outer, inner] = [new IndexReadError('outer', { source: 'x' }), new Error('inner')]
    outer.cause = inner
    inner.cause = outer
    const thrown = await open({ read: () => Promise.reject(outer) }).catch((reason) => reason)
    expect(thrown).toBeInstanceOf(IndexReadError)
    expect(thrown).toMatchObject({ message: 'outer', cause: { message: 'inner' } })
    expect(thrown.cause.cause).toBeUndefined()
  })

  it('fails where a source fails with no error at all', async () => {
    await expect(open({ read: () => Promise.reject(undefined) })).rejects.toThrow('undefined')
  })

  it('closes its source', async () => {
    let closed = 0
    const index = await open({
      async close() {
        closed++
      },
    })
    await index.close()
    expect(closed).toBe(1)
    await expect(index.search('支持')).rejects.toThrow('closed')
  })

  it('knows the versions that do not fit', async () => {
    const error = new IndexVersionError(1, 2)
    await expect(open({ read: () => Promise.reject(error) })).rejects.toMatchObject({ expected: 1, got: 2 })
  })
})

import { Client } from '@opensearch-project/opensearch'
import { afterAll, expect, it } from 'vitest'
import { DafuError, IndexFormatError, IndexVersionError } from '../../../src/errors.js'
import { openSearch, PushError, pushReplies } from '../../../src/opensearch/index.js'
import { describeOnCluster } from '../../helpers/opensearch.js'
import { listSegmenter } from '../../helpers/segmenters.js'
import { numberedReplies } from './numbered.js'

describeOnCluster('an index that cannot be searched or written', (url) => {
  const client = new Client({ node: url })
  const segmenter = listSegmenter()
  const replies = numberedReplies(20)

  afterAll(async () => {
    await client.indices.delete({ index: 'dafu-test-refusals-*' })
    await client.close()
  })

  it('is refused where there is none, saying what makes one', async () => {
    const opening = openSearch({ client, index: 'dafu-test-refusals-none' })
    await expect(opening).rejects.toThrow(DafuError)
    await expect(opening).rejects.toThrow(/dafu-test-refusals-none.*pushReplies/s)
  })

  it('is refused where another program made it, and left as it is', async () => {
    const index = 'dafu-test-refusals-foreign'
    await client.index({ index, id: '1', body: { title: '别的' }, refresh: true })
    await expect(openSearch({ client, index })).rejects.toThrow(IndexFormatError)
    await expect(pushReplies(replies, { client, index, segmenter })).rejects.toThrow(IndexFormatError)
    expect((await client.count({ index })).body.count).toBe(1)
  })

  it('is refused where an alias stands for an index of another program', async () => {
    await client.indices.create({
      index: 'dafu-test-refusals-other',
      body: { aliases: { 'dafu-test-refusals-alias': {} } },
    })
    const options = { client, index: 'dafu-test-refusals-alias' }
    await expect(openSearch(options)).rejects.toThrow(/dafu-test-refusals-alias/)
    await expect(pushReplies(replies, { ...options, segmenter })).rejects.toThrow(/dafu-test-refusals-other/)
  })

  it('is refused where an older dafu made it, saying what to do, and a push replaces it', async () => {
    const options = { client, index: 'dafu-test-refusals-old' }
    const { index } = await pushReplies(replies, { ...options, segmenter })
    const { body } = await client.indices.getMapping({ index })
    const { dafu } = body[index]!.mappings._meta as { dafu: object }
    await client.indices.putMapping({ index, body: { _meta: { dafu: { ...dafu, layoutVersion: 0 } } } })
    await expect(openSearch(options)).rejects.toThrow(IndexVersionError)
    await expect(openSearch(options)).rejects.toThrow(/version 0.*pushReplies/)
    await pushReplies(replies, { ...options, segmenter })
    const letters = await openSearch(options)
    expect(letters.summary.replies).toBe(replies.length)
  })
})

describeOnCluster('a push to a cluster that refuses', (url) => {
  const client = new Client({ node: url })
  const segmenter = listSegmenter()
  const replies = numberedReplies(50)

  afterAll(async () => {
    await client.indices.delete({ index: 'dafu-test-busy-*,dafu-test-whole-*,dafu-test-hanging-*' })
    await client.close()
  })

  /** The client, with other answers to its bulk requests, counted from 1. */
  function answering(change: (request: number, answer: () => Promise<Answer>) => Promise<Answer>): Client {
    let bulks = 0
    const request = (params: { path: string }, options?: object): Promise<Answer> => {
      const answer = () => client.transport.request(params as never, options) as unknown as Promise<Answer>
      return params.path.endsWith('/_bulk') ? change(++bulks, answer) : answer()
    }
    return { transport: { request } } as unknown as Client
  }

  interface Answer {
    body: { items: Record<string, Item>[] }
  }
  interface Item {
    _id: string
    status: number
    error?: { type: string; reason: string }
  }

  /** The answer, were one document refused. */
  function refuse({ body }: Answer, i: number, status: number, reason: string): void {
    const [[action, item]] = Object.entries(body.items[i]!) as [[string, Item]]
    body.items[i] = { [action]: { ...item, status, error: { type: 'exception', reason } } }
  }

  it('sends again what the cluster had no room for', async () => {
    const busy = answering(async (request, answer) => {
      if (request === 1) throw Object.assign(new Error('Too Many Requests'), { statusCode: 429 })
      const full = await answer()
      if (request === 2) for (const i of [0, 7]) refuse(full, i, 429, 'rejected execution')
      return full
    })
    const summary = await pushReplies(replies, { client: busy, index: 'dafu-test-busy', segmenter })
    expect(summary.retries).toBeGreaterThan(2)
    const letters = await openSearch({ client, index: 'dafu-test-busy' })
    expect((await letters.search('编号', { limit: 1000 })).hits).toHaveLength(150)
  })

  it('reports what is refused for good, and leaves what was searched so far', async () => {
    await pushReplies(replies.slice(0, 10), { client, index: 'dafu-test-whole', segmenter })
    const strict = answering(async (_, answer) => {
      const full = await answer()
      refuse(full, 3, 400, 'failed to parse')
      return full
    })
    const pushing = pushReplies(replies, { client: strict, index: 'dafu-test-whole', segmenter })
    const error = await pushing.catch((error) => error)
    expect(error).toBeInstanceOf(PushError)
    expect(error.rejected[0]).toMatchObject({
      status: 400,
      reason: expect.stringContaining('failed to parse'),
    })
    const letters = await openSearch({ client, index: 'dafu-test-whole' })
    expect(letters.summary.replies).toBe(10)
  })

  it('ends at the signal of the caller while a request hangs', async () => {
    const controller = new AbortController()
    const hanging = answering(() => {
      controller.abort(new Error('enough'))
      return new Promise(() => {})
    })
    const options = { client: hanging, index: 'dafu-test-hanging', segmenter, signal: controller.signal }
    await expect(pushReplies(replies, options)).rejects.toThrow('enough')
    await expect(openSearch({ client, index: 'dafu-test-hanging' })).rejects.toThrow(/pushReplies/)
  })
})

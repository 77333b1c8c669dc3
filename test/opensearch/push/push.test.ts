import { describe, expect, it } from 'vitest'
import { PushError, type PushOptions, type PushSummary, pushReplies } from '../../../src/opensearch/index.js'
import type { Mark } from '../../../src/opensearch/layout/mappings.js'
import type { Reply } from '../../../src/reply/reply.js'
import { type FakeCluster, failure, fakeCluster } from '../../helpers/fake-cluster.js'
import { letter } from '../../helpers/letters.js'
import { listSegmenter } from '../../helpers/segmenters.js'

const segmenter = listSegmenter()

function texts(id: string, ...paragraphs: string[]): Reply {
  return letter(id, {}, [{ title: '办理情况', paragraphs }])
}

function pushTo(
  { client }: FakeCluster,
  replies: Iterable<Reply>,
  more: Partial<PushOptions> = {},
): Promise<PushSummary> {
  return pushReplies(replies, { client, index: 'letters', segmenter, ...more })
}

function textsIn(cluster: FakeCluster, index = 'letters-1'): string[] {
  const documents = [...cluster.indices.get(index)!.documents.values()]
  return documents
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ stored }) => JSON.parse(stored as string).paragraph.text)
    .sort()
}

describe('a push that is continued', () => {
  const replies = [texts('a', '甲一', '甲二'), texts('b', '乙一')]

  it('sends again what was refused', async () => {
    const cluster = fakeCluster()
    cluster.refuse = (id) => (id === 'paragraph:a/1/2' ? 400 : undefined)
    await expect(pushTo(cluster, replies)).rejects.toThrow(PushError)
    cluster.refuse = () => undefined
    expect(await pushTo(cluster, replies)).toMatchObject({ index: 'letters-1', paragraphs: 3 })
    expect(textsIn(cluster)).toEqual(['乙一', '甲一', '甲二'])
    expect(cluster.aliases.get('letters')).toBe('letters-1')
  })

  it('sends a reply again whose replacement was half sent, by a later push or the same', async () => {
    for (const inOnePush of [false, true]) {
      const cluster = fakeCluster()
      const changed = [texts('a', '甲三', '甲四')]
      cluster.refuse = (id) => (id === 'head:head' ? 400 : undefined)
      if (!inOnePush) await expect(pushTo(cluster, replies)).rejects.toThrow(PushError)
      let sent = inOnePush ? 0 : 1
      cluster.refuse = (id) => (id === 'paragraph:a/1/2' && sent++ === 1 ? 400 : undefined)
      const second = inOnePush ? [...replies, ...changed] : [...changed, replies[1]!]
      await expect(pushTo(cluster, second)).rejects.toThrow(PushError)
      expect(textsIn(cluster)).toEqual(['乙一', '甲三', '甲二'])
      cluster.refuse = () => undefined
      expect(await pushTo(cluster, replies)).toMatchObject({ index: 'letters-1', paragraphs: 3 })
      expect(textsIn(cluster)).toEqual(['乙一', '甲一', '甲二'])
    }
  })

  it('goes on with an index that is complete but not searched, and leaves no other', async () => {
    const cluster = fakeCluster()
    cluster.before = ({ path }) => {
      if (path === '/_aliases') throw failure(500, 'not now')
    }
    await expect(pushTo(cluster, replies)).rejects.toThrow('not now')
    expect(cluster.indices.get('letters-1')!.mark.complete).toBe(true)
    cluster.before = ({ path }) => {
      if (path.endsWith('/_bulk')) throw failure(500, 'not now')
    }
    await expect(pushTo(cluster, replies)).rejects.toThrow('not now')
    expect(cluster.indices.get('letters-1')!.mark.complete).toBe(false)
    cluster.before = () => {}
    expect(await pushTo(cluster, replies)).toMatchObject({ index: 'letters-1', skipped: 2 })
    expect([...cluster.indices.keys()]).toEqual(['letters-1'])
  })

  it('makes another index for another number of shards, and takes another number of copies over', async () => {
    const cluster = fakeCluster()
    cluster.refuse = () => 400
    await expect(pushTo(cluster, replies)).rejects.toThrow(PushError)
    cluster.refuse = () => undefined
    await pushTo(cluster, replies, { replicas: 0 })
    expect(cluster.indices.get('letters-1')!.settings).toMatchObject({
      number_of_shards: 1,
      number_of_replicas: 0,
    })
    cluster.refuse = () => 400
    await expect(pushTo(cluster, replies)).rejects.toThrow(PushError)
    cluster.refuse = () => undefined
    await pushTo(cluster, replies, { shards: 2 })
    expect([...cluster.indices.values()].map(({ settings }) => settings.number_of_shards)).toEqual([2])
  })

  it('removes what is not sent any more, paragraphs after what says that they are there', async () => {
    const cluster = fakeCluster()
    cluster.refuse = (id) => (id === 'head:head' ? 400 : undefined)
    await expect(pushTo(cluster, replies)).rejects.toThrow(PushError)
    cluster.refuse = () => undefined
    expect(await pushTo(cluster, replies.slice(1))).toMatchObject({ replies: 1, skipped: 1 })
    expect(textsIn(cluster)).toEqual(['乙一'])
    const removals = cluster.requests.filter(({ path }) => path.endsWith('/_delete_by_query'))
    expect(removals.map(({ body }) => 'bool' in (body!.query as object))).toEqual([true, false])
    for (const { querystring } of removals) expect(querystring).toMatchObject({ conflicts: 'proceed' })
  })
})

describe('a push', () => {
  const replies = [texts('a', '甲一', '甲二'), texts('b', '乙一')]

  it('ends at its signal while no reply comes', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const never: AsyncIterable<Reply> = {
      [Symbol.asyncIterator]: () => ({
        next() {
          queueMicrotask(() => controller.abort(reason))
          return new Promise(() => {})
        },
      }),
    }
    const pushing = pushReplies(never, {
      client: fakeCluster().client,
      index: 'letters',
      segmenter,
      signal: controller.signal,
    })
    await expect(pushing).rejects.toBe(reason)
  })

  it('sends a letter that comes twice once, also where an earlier push is continued', async () => {
    const cluster = fakeCluster()
    const twice = [...replies, ...replies]
    cluster.refuse = (id) => (id === 'head:head' ? 400 : undefined)
    await expect(pushTo(cluster, twice)).rejects.toThrow(PushError)
    cluster.refuse = () => undefined
    expect(await pushTo(cluster, twice)).toMatchObject({ replies: 2, paragraphs: 3, skipped: 2 })
    const sent = cluster.requests.map(({ bulkBody = '' }) => bulkBody).join('')
    expect(sent.match(/"_id":"paragraph:a\/1\/1"/g)).toHaveLength(1)
    expect(textsIn(cluster)).toEqual(['乙一', '甲一', '甲二'])
  })

  it('moves the alias after deleted documents are merged away, which count in average lengths', async () => {
    const cluster = fakeCluster()
    await pushTo(cluster, replies)
    const paths = cluster.requests.map(({ path }) => path)
    const merging = paths.indexOf('/letters-1/_forcemerge')
    expect(cluster.requests[merging]!.querystring).toMatchObject({ only_expunge_deletes: 'true' })
    expect(merging).toBeLessThan(paths.indexOf('/_aliases'))
  })

  it('goes on where the answer to a request that did its work was lost', async () => {
    const cluster = fakeCluster()
    cluster.before = ({ method, path, body }) => {
      if (method !== 'PUT' || path !== '/letters-1' || cluster.indices.has('letters-1')) return
      const { settings, mappings } = body as {
        settings: { index: object }
        mappings: { _meta: { dafu: Mark } }
      }
      cluster.indices.set('letters-1', {
        settings: { ...settings.index },
        mark: mappings._meta.dafu,
        documents: new Map(),
      })
      throw failure(400, 'resource_already_exists_exception')
    }
    cluster.refuse = () => 400
    await expect(pushTo(cluster, replies)).rejects.toThrow(PushError)
    cluster.refuse = () => undefined
    cluster.before = ({ method, path }) => {
      if (method !== 'DELETE' || !cluster.indices.delete(path.slice(1))) return
      throw failure(404, 'no such index [letters-1]')
    }
    // Other synonyms make other terms.
    const synonyms = [['甲', '乙']]
    expect(await pushTo(cluster, replies, { synonyms })).toMatchObject({ index: 'letters-2', skipped: 0 })
    expect([...cluster.indices.keys()]).toEqual(['letters-2'])
  })

  it('is refused where paragraphs are missing, and searched as before', async () => {
    const cluster = fakeCluster()
    cluster.before = ({ path }) => {
      if (path.endsWith('/_count')) cluster.indices.get('letters-1')!.documents.delete('paragraph:a/1/1')
    }
    await expect(pushTo(cluster, replies)).rejects.toThrow(/2 paragraphs where 3 were sent/)
    expect(cluster.aliases.size).toBe(0)
  })
})

describe('the switch to a new index', () => {
  const replies = [texts('a', '甲一')]

  it('takes an index that is gone for done only where the alias stands for the new one', async () => {
    const cluster = fakeCluster()
    await pushTo(cluster, replies)
    cluster.before = ({ path }) => {
      if (path === '/_aliases') throw failure(404, 'no such index [letters-1]')
    }
    await expect(pushTo(cluster, replies)).rejects.toThrow('no such index')
    cluster.before = ({ path }) => {
      if (path !== '/_aliases') return
      cluster.aliases.set('letters', 'letters-2')
      throw failure(404, 'no such index [letters-1]')
    }
    expect(await pushTo(cluster, replies)).toMatchObject({ index: 'letters-2' })
  })
})

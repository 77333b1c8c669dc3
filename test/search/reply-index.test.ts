import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { InvalidReplyError, SegmenterError } from '../../src/errors.js'
import { buildIndex, openIndex, type Reply, type Segmenter } from '../../src/index.js'
import { LETTERS, letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const segmenter = listSegmenter()

describe('a mutable index', () => {
  it('leaves after any changes the same file as a fresh build', async () => {
    const letters = LETTERS.slice(0, 6)
    const change = fc.record({
      place: fc.nat(letters.length - 1),
      kind: fc.constantFrom('add', 'change', 'remove', 'search'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const index = await buildIndex([], { segmenter })
        const held = new Map<string, Reply>()
        for (const { place, kind } of changes) {
          const reply = letters[place]!
          const other = letter(reply.id, { issuer: '另一个局' }, [
            { title: '变化', paragraphs: ['变化很大。'] },
          ])
          if (kind === 'remove') {
            expect(await index.remove(reply.id)).toBe(held.delete(reply.id))
          } else if (kind === 'search') {
            await index.search('支持 变化')
          } else {
            held.set(reply.id, kind === 'add' ? reply : other)
            await index.add(held.get(reply.id)!)
          }
        }
        const fresh = await buildIndex(held.values(), { segmenter })
        expect(await index.toBytes()).toEqual(await fresh.toBytes())
        expect(index.summary).toEqual(fresh.summary)
      }),
      { numRuns: 12 },
    )
  }, 30_000)

  it('finds what it is asked where what guesses cannot be loaded, and guesses when it can', async () => {
    const index = await buildIndex([letter('a', {}, [{ paragraphs: ['科技人才'] }])], { segmenter })
    let isGone = true
    vi.doMock('../../src/postings/vocabulary.js', (original) => {
      if (isGone) throw new Error('gone')
      return original()
    })
    const [found, unknown] = await Promise.all([index.search('人才 莫须有'), index.search('rencai')])
    expect([found.total, unknown.total]).toEqual([1, 0])
    isGone = false
    expect((await index.search('rencai')).total).toBe(1)
  })

  it('holds the last of several replies with one id', async () => {
    const index = await buildIndex(
      [letter('a', {}, [{ paragraphs: ['先'] }]), letter('a', {}, [{ paragraphs: ['后'] }])],
      {
        segmenter,
      },
    )
    expect(await index.paragraph('a/1/1')).toEqual({ id: 'a/1/1', text: '后' })
    expect(index.summary).toMatchObject({ replies: 1, paragraphs: 1 })
  })

  it('answers each call as if those before it had ended', async () => {
    const index = await buildIndex([], { segmenter })
    const [before, , found, removed, after] = await Promise.all([
      index.search('变化'),
      index.add(letter('a', {}, [{ paragraphs: ['变化'] }])),
      index.search('变化'),
      index.remove('a'),
      index.search('变化'),
    ])
    expect([before.total, found.total, removed, after.total]).toEqual([0, 1, true, 0])
  })

  it('goes on after a call that failed', async () => {
    const index = await buildIndex(LETTERS, { segmenter })
    const [failed, found] = await Promise.allSettled([index.add({} as Reply), index.search('先投后股')])
    expect(failed).toMatchObject({ status: 'rejected', reason: expect.any(InvalidReplyError) })
    expect(found).toMatchObject({ status: 'fulfilled' })
    expect(index.summary.replies).toBe(LETTERS.length)
  })
})

describe('buildIndex', () => {
  it('takes replies from any iterable, in any order', async () => {
    async function* stream(): AsyncGenerator<Reply> {
      yield* LETTERS
    }
    const sources = [LETTERS, [...LETTERS].reverse(), new Set(LETTERS), stream()]
    const files = await Promise.all(
      sources.map(async (replies) => (await buildIndex(replies, { segmenter })).toBytes()),
    )
    for (const file of files) expect(file).toEqual(files[0])
  })

  it('tells of each reply', async () => {
    const counts: number[] = []
    await buildIndex(LETTERS.slice(0, 3), { segmenter, onProgress: ({ replies }) => counts.push(replies) })
    expect(counts).toEqual([1, 2, 3])
  })

  it('stops when its signal is aborted', async () => {
    const controller = new AbortController()
    const reason = new Error('no longer wanted')
    const building = buildIndex(LETTERS, {
      segmenter,
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    })
    await expect(building).rejects.toBe(reason)
  })

  it('refuses what is no reply, and what cannot cut words', async () => {
    await expect(buildIndex([{ id: 'a' } as Reply], { segmenter })).rejects.toThrow(InvalidReplyError)
    for (const broken of [undefined, {}, { segment: () => [] }]) {
      await expect(buildIndex([], { segmenter: broken as unknown as Segmenter })).rejects.toThrow(
        SegmenterError,
      )
    }
    const dropping = { ...segmenter, segment: () => [] }
    await expect(buildIndex(LETTERS, { segmenter: dropping })).rejects.toThrow(/"list" do not concatenate/)
  })

  it('passes on what the source of replies throws', async () => {
    const reason = new Error('disk full')
    async function* failing(): AsyncGenerator<Reply> {
      yield LETTERS[0]!
      throw reason
    }
    await expect(buildIndex(failing(), { segmenter })).rejects.toBe(reason)
  })

  it('searches for what it is told means the same, in an opened file too', async () => {
    const letters = [letter('a', {}, [{ paragraphs: ['充电桩建设。', '公园。'] }])]
    const index = await buildIndex(letters, { segmenter, synonyms: [['充电桩', '充电设施']] })
    for (const search of [index, await openIndex(await index.toBytes())]) {
      const { hits } = await search.search('充电设施建设', { explain: true })
      expect(hits.map(({ paragraph }) => paragraph.id)).toEqual(['a/1/1'])
      expect(hits[0]!.explanation!.parts.map(({ kind }) => kind)).toContain('synonym')
    }
  })

  it('answers an index of nothing', async () => {
    const index = await buildIndex([], { segmenter })
    for (const search of [index, await openIndex(await index.toBytes())]) {
      expect(await search.search('支持', { facets: ['year'], group: 'reply', sort: 'date' })).toMatchObject({
        hits: [],
        total: 0,
        facets: { year: [] },
      })
      expect(await search.search({ not: { text: '支持' } })).toMatchObject({ hits: [], total: 0 })
      expect(await search.suggest('支')).toEqual([])
    }
  })
})

import { expect } from 'vitest'
import { InvalidQueryError } from '../../../src/errors.js'
import { FACETS } from '../../../src/postings/posting-store.js'
import type { SearchOptions } from '../../../src/query/query.js'
import { LETTERS } from '../../helpers/letters.js'
import { FACTS, type Subject } from './suite.js'

export const limits: Subject = (test) => {
  test('finds nothing for a query without letters, digits or ideographs', async (engine) => {
    for (const query of ['', ' ', '　\n\t', '，。！', '“”', '""', '()', '😀', '\0', '\ud83d', '-', '%']) {
      expect(await engine.search(query, { facets: ['year'] })).toMatchObject({
        hits: [],
        total: 0,
        totalIsExact: true,
        facets: { year: [] },
      })
    }
  })

  test('finds nothing for words that stand nowhere', async (engine) => {
    expect(await engine.search('饕餮')).toMatchObject({ hits: [], total: 0, totalIsExact: true })
  })

  test('says what it understood', async (engine) => {
    expect((await engine.search('先投后股 资金')).query).toEqual({
      query: { text: '先投后股 资金' },
      notes: [],
    })
    expect((await engine.search('“没有引号')).query.notes).not.toEqual([])
  })

  test('says which words stand in no paragraph, as they were typed', async (engine) => {
    for (const [query, words] of [
      ['饕餮 资金', ['饕餮']],
      ['饕餮盛宴 瞪羚谷 资金 饕餮盛宴', ['饕餮盛宴', '瞪羚谷']],
      ['獨角獸 资金', ['獨角獸']],
      ['“饕餮” 资金', ['饕餮']],
      ['饕餮 OR 资金', ['饕餮']],
      ['blockchain 资金', ['blockchain']],
      ['7788年 资金', ['7788年']],
      ['饕餮', ['饕餮']],
    ] as const) {
      for (const match of ['any', 'all'] as const) {
        const { notes } = (await engine.search(query, { match })).query
        expect({ query, notes }).toEqual({ query, notes: [{ kind: 'in no paragraph', words }] })
      }
    }
    for (const [query, words] of [
      ['饕餮。', ['饕餮']],
      ['资金 饕餮？！', ['饕餮']],
      ['《饕餮》, 资金', ['《饕餮》']],
      ['资金 “饕餮', ['饕餮']],
      ['「饕餮', ['饕餮']],
      ['“饕餮”盛宴 资金', ['“饕餮”盛宴']],
      ['资金:饕餮', ['饕餮']],
      ['饕餮：资金', ['饕餮：资金']],
      ['饕餮:盛宴', ['饕餮:盛宴']],
    ] as const) {
      const { notes } = (await engine.search(query)).query
      expect({ query, notes }).toEqual({
        query,
        notes: expect.arrayContaining([{ kind: 'in no paragraph', words }]),
      })
    }
    for (const [query, words] of [
      ['狗', ['狗']],
      ['猫 狗', ['猫', '狗']],
      ['鲸鱼怎样养？', ['鲸鱼怎样养']],
    ] as const) {
      const { total, query: read } = await engine.search(query)
      expect([query, total, read.notes]).toEqual([query, 0, [{ kind: 'in no paragraph', words }]])
    }
    const { notes } = (await engine.search({ any: [{ phrase: '饕餮' }, { text: '资金' }] })).query
    expect(notes).toEqual([{ kind: 'in no paragraph', words: ['饕餮'] }])
  })

  test('says nothing of words that stand somewhere, of sentences, and of what is not asked for', async (engine) => {
    for (const query of [
      '資金 管理辦法',
      '2104071 何涌',
      '十八个 二〇二五年',
      'xiantouhougu',
      '先投厚股',
      '先 投 后 股',
      '资金电梯',
      '为什么 资金',
      '请问饕餮盛宴什么时候才开始呢',
      '-饕餮 资金',
      // Which stands as 2104071.
      '第2104071号',
      '2104071号',
      ' ',
    ]) {
      const { notes } = (await engine.search(query)).query
      expect({ query, notes }).toEqual({ query, notes: [] })
    }
  })

  test('says of signs alone that there is nothing to look for', async (engine) => {
    for (const query of ['😀', '，。', ' ?! ', '(😀)', '“？”', '"', '-。', '（） | -']) {
      const { total, query: read } = await engine.search(query)
      expect([query, total, read.notes]).toEqual([query, 0, [{ kind: 'signs alone' }]])
    }
    expect((await engine.search('😀 资金')).query.notes).toEqual([])
    expect((await engine.search('℃')).query.notes).toEqual([])
  })

  test('tells how long it took', async (engine) => {
    expect((await engine.search('先投后股')).took).toBeGreaterThan(0)
  })

  test('answers a query of the longest length and refuses a longer one', async (engine) => {
    const longest = '支持10届'.repeat(2_000)
    expect((await engine.search(longest)).hits).not.toEqual([])
    await expect(engine.search(`${longest}支`)).rejects.toThrow(InvalidQueryError)
    await expect(engine.search('支'.repeat(1_000_000))).rejects.toThrow(/10000 characters/)
  })

  test('refuses options and queries of the wrong type or over a limit', async (engine) => {
    for (const options of [{ limit: 10_001 }, { offset: -1 }, { sort: 'newest' }, { colour: 'red' }, null]) {
      await expect(engine.search('支持', options as SearchOptions)).rejects.toThrow(InvalidQueryError)
    }
    for (const query of [undefined, null, 5, [], { txt: '支持' }]) {
      await expect(engine.search(query as never)).rejects.toThrow(InvalidQueryError)
    }
    await expect(engine.suggest(5 as never)).rejects.toThrow(InvalidQueryError)
    await expect(engine.suggest('支', { limit: 0 })).rejects.toThrow(InvalidQueryError)
  })

  test('rejects with the reason of a signal that was aborted before', async (engine) => {
    const reason = new Error('no longer wanted')
    await expect(engine.search('支持', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  test('answers in full or rejects with the reason of a signal that is aborted meanwhile', async (engine) => {
    const whole = await engine.search('支持 工作 教育')
    const reason = new Error('no longer wanted')
    for (let turns = 0; turns < 12; turns++) {
      const controller = new AbortController()
      const answer = engine.search('支持 工作 教育', { signal: controller.signal })
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      controller.abort(reason)
      const outcome = await answer.then(
        ({ hits }) => hits,
        (error: unknown) => error,
      )
      if (outcome !== reason) expect(outcome).toEqual(whole.hits)
    }
    expect((await engine.search('支持 工作 教育')).hits).toEqual(whole.hits)
  })

  test('gives letters and paragraphs by their ids', async (engine) => {
    for (const letter of LETTERS) expect(await engine.reply(letter.id)).toEqual(letter)
    for (const { paragraph } of FACTS) expect(await engine.paragraph(paragraph.id)).toEqual(paragraph)
    for (const id of ['', 'k', 'k-2025-071/1', '/1/1', 'k-2025-071/9/9']) {
      expect(await engine.reply(id)).toBeUndefined()
      expect(await engine.paragraph(id)).toBeUndefined()
    }
  })

  test('sums up what it holds', async (engine) => {
    expect(engine.summary).toMatchObject({
      replies: LETTERS.length,
      paragraphs: FACTS.length,
      segmenter: { name: 'list' },
      facets: FACETS,
    })
    expect(engine.summary.terms).toBeGreaterThan(100)
  })
}

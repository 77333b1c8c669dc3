import { expect } from 'vitest'
import type { Query } from '../../../src/query/query.js'
import { substringsOf } from '../../helpers/corpus.js'
import { ALL, FACTS, folding, idsIn, idsWhere, type Subject } from './suite.js'

const PHRASES = [
  '先投后股',
  '先投后股的规模',
  '资金管理辦法',
  '“先投后股”专项',
  '政策。单个',
  '2025年7月',
  'TRIZ创新',
  'machine learning',
  'ne lea',
  '12.5%',
  '服务，养老',
  '答覆',
  '5',
  '教',
  '停车',
  '百分之百，收费',
  '没有这句话',
  '下一步工作计划',
]

export const matching: Subject = (test) => {
  test('finds a paragraph by any of its substrings', async (engine) => {
    const substrings = [...substringsOf(FACTS.map(({ paragraph }) => paragraph.text))]
    for (const substring of substrings.filter((_, i) => i % 41 === 0)) {
      const found = new Set(idsIn(await engine.search(substring, { limit: ALL })))
      const missed = idsWhere(({ paragraph }) => paragraph.text.includes(substring)).filter(
        (id) => !found.has(id),
      )
      expect({ substring, missed }).toEqual({ substring, missed: [] })
    }
  })

  test('finds for a phrase exactly the paragraphs that contain it after folding', async (engine) => {
    for (const phrase of PHRASES) {
      const holding = idsWhere(({ text }) => text.includes(folding.fold(phrase)))
      const result = await engine.search({ phrase }, { limit: ALL })
      expect({ phrase, ids: idsIn(result).sort() }).toEqual({ phrase, ids: [...holding].sort() })
      expect([result.total, result.totalIsExact]).toEqual([holding.length, true])
    }
  })

  test('finds the same for a phrase in quotation marks of any kind', async (engine) => {
    for (const phrase of ['先投后股', '停车', '教育', '服务，养老']) {
      const holding = idsWhere(({ text }) => text.includes(folding.fold(phrase))).sort()
      for (const quoted of [`"${phrase}"`, `“${phrase}”`, `「${phrase}」`, `＂${phrase}＂`]) {
        expect(idsIn(await engine.search(quoted, { limit: ALL })).sort()).toEqual(holding)
      }
    }
  })

  test('answers Traditional, full-width and spaced forms as the plain one', async (engine) => {
    for (const [plain, ...forms] of [
      ['资金管理办法', '資金管理辦法', '资金 管理 办法'.replaceAll(' ', '\u200b')],
      ['答复', '答覆', '答 复', '答　复'],
      ['TRIZ创新', 'triz创新', 'ＴＲＩＺ創新', 'TRIZ 创新'.replace(' ', '\u00ad')],
      ['株科办〔2025〕33号', '株科办[2025]33号', '株科办(2025)33号', '株科辦【２０２５】３３號'],
    ]) {
      const expected = await engine.search(plain!, { limit: ALL })
      expect(expected.total).toBeGreaterThan(0)
      for (const form of forms)
        expect((await engine.search(form, { limit: ALL })).hits).toEqual(expected.hits)
    }
  })

  test('ranks by the words beside a phrase, which alone must stand', async (engine) => {
    const holding = idsIn(await engine.search('"资金"', { limit: ALL })).sort()
    for (const query of ['规模 "资金"', '"资金" 规模 饕餮']) {
      const ids = idsIn(await engine.search(query, { limit: ALL }))
      expect({ query, ids: [...ids].sort() }).toEqual({ query, ids: holding })
      expect({ query, first: ids[0] }).toEqual({ query, first: 'k-2025-071/3/1' })
    }
    expect((await engine.search('规模 "资金管理办法" 饕餮', { match: 'all' })).total).toBe(0)
    expect((await engine.search('"资金" -规模', { limit: ALL })).total).toBe(holding.length - 1)
    const optional = { text: '停车', optional: true }
    expect((await engine.search({ all: [optional, { text: '电梯' }] })).total).toBe(
      (await engine.search('电梯')).total,
    )
    expect((await engine.search({ all: [optional] })).total).toBe((await engine.search('停车')).total)
    expect((await engine.search('停车 ""')).hits).toEqual((await engine.search('停车')).hits)
  })

  test('looks for the value of what is no field', async (engine) => {
    const result = await engine.search('标题:老旧小区')
    expect(idsIn(result)).toEqual(idsIn(await engine.search('老旧小区')))
    expect(result.query.notes).toEqual([{ kind: 'unknown field', name: '标题', value: '老旧小区' }])
  })

  test('finds the other forms of a number', async (engine) => {
    for (const [query, phrase] of [
      ['2025年前', '二〇二五年前'],
      ['300元', '三百元'],
      ['三百五十个', '350个'],
      ['第十二号', '第12号'],
    ] as const) {
      const wanted = idsWhere(({ text }) => text.includes(phrase))
      expect(idsIn(await engine.search(query, { limit: ALL }))).toEqual(expect.arrayContaining(wanted))
    }
  })

  test('finds the same for every form of a number, whatever stands beside it', async (engine) => {
    for (const forms of [
      ['2025年前', '二〇二五年前', '２０２５年前'],
      ['2025年现头后股', '二〇二五年现头后股'],
      ['3批先头后股', '三批先头后股'],
      ['12月开史', '十二月开史'],
      ['12.5%', '百分之十二点五'],
      ['第0123号', '第123号', '第一百二十三号'],
      ['2个', '两个', '二个'],
    ]) {
      const found = await Promise.all(forms.map((form) => engine.search(form, { limit: ALL })))
      const [first, ...others] = found.map((result) => idsIn(result).sort())
      expect({ forms, count: first!.length }).not.toEqual({ forms, count: 0 })
      for (const other of others) expect({ forms, ids: other }).toEqual({ forms, ids: first })
    }
  })

  test('keeps near misses of a number apart', async (engine) => {
    const first = await engine.search('第0123号')
    expect(first.hits[0]).toMatchObject({ paragraph: { id: 'j-2024-123/1/1' }, matched: ['body', 'number'] })
    for (const form of ['第123号', '第0123号', '第一百二十三号']) {
      expect(idsIn(await engine.search(form, { match: 'all' }))).toEqual(['j-2024-123/1/1'])
    }
  })

  test('matches all parts between spaces where it is told to, a subset of any', async (engine) => {
    for (const query of ['支持 企业', '停车 学校', '教育 教师', '先投后股 规模', '资金 第123号']) {
      const any = idsIn(await engine.search(query, { limit: ALL }))
      const all = await engine.search(query, { limit: ALL, match: 'all' })
      const parts = query.split(' ')
      expect(any).toEqual(expect.arrayContaining(idsIn(all)))
      expect(all.totalIsExact).toBe(true)
      const inText = idsWhere(({ text }) => parts.every((part) => text.includes(part)))
      expect(idsIn(all)).toEqual(expect.arrayContaining(inText))
    }
    expect(idsIn(await engine.search('停车 学校', { match: 'all' }))).toEqual(['t-2022-001/1/1'])
    expect(idsIn(await engine.search('停车 没有这句话', { match: 'all' }))).toEqual([])
  })

  test('finds what lacks a word where nothing else is asked', async (engine) => {
    const lacking = (...words: string[]) => idsWhere(({ text }) => !words.some((word) => text.includes(word)))
    for (const [query, words] of [
      ['-支持', ['支持']],
      ['NOT 支持', ['支持']],
      ['-"支持"', ['支持']],
      ['-支持 -企业', ['支持', '企业']],
      ['-"支持" -企业', ['支持', '企业']],
      ['-(支持 企业)', ['支持', '企业']],
    ] as const) {
      const { hits, total, query: read } = await engine.search(query, { limit: ALL })
      const ids = hits.map(({ paragraph }) => paragraph.id)
      expect({ query, ids }).toEqual({ query, ids: lacking(...words) })
      expect({ query, total, notes: read.notes }).toEqual({
        query,
        total: ids.length,
        notes: [{ kind: 'exclusions alone' }],
      })
    }
  })

  test('combines queries as sets', async (engine) => {
    const has = (phrase: string) => (fact: { text: string }) => fact.text.includes(phrase)
    const [support, firms, work] = [has('支持'), has('企业'), has('工作')]
    const cases: [Query, string[]][] = [
      [{ all: [{ phrase: '支持' }, { phrase: '企业' }] }, idsWhere((f) => support(f) && firms(f))],
      [{ any: [{ phrase: '支持' }, { phrase: '企业' }] }, idsWhere((f) => support(f) || firms(f))],
      [{ all: [{ phrase: '支持' }, { not: { phrase: '企业' } }] }, idsWhere((f) => support(f) && !firms(f))],
      [{ not: { phrase: '支持' } }, idsWhere((f) => !support(f))],
      [{ not: { not: { phrase: '支持' } } }, idsWhere(support)],
      [{ not: { text: '支持' } }, idsWhere((f) => !support(f))],
      [
        { all: [{ not: { any: [{ phrase: '支持' }, { phrase: '企业' }] } }, { phrase: '工作' }] },
        idsWhere((f) => work(f) && !support(f) && !firms(f)),
      ],
      [
        { all: [{ phrase: '支持企业' }, { field: 'year', from: '2025' }] },
        idsWhere((f) => f.text.includes('支持企业') && f.reply.date!.startsWith('2025')),
      ],
      [{ field: 'issuer', value: '株洲市教育局' }, idsWhere((f) => f.reply.issuer === '株洲市教育局')],
      [
        { field: 'issuer', contains: '住建局' },
        idsWhere((f) => /住房和城乡建设局/.test(f.reply.issuer ?? '')),
      ],
      ...['123', '0123'].map((value): [Query, string[]] => [
        { field: 'proposal', value },
        idsWhere((f) => f.reply.proposals.some(({ number }) => number?.replace(/^0+/, '') === '123')),
      ]),
      [{ field: 'issuer', contains: '教育' }, idsWhere((f) => /教育/.test(f.reply.issuer ?? ''))],
      [{ all: [] }, idsWhere(() => true)],
      [{ any: [] }, []],
      [{ not: { all: [] } }, []],
    ]
    for (const [query, ids] of cases) {
      const result = await engine.search(query, { limit: ALL })
      expect({ query, ids: idsIn(result).sort() }).toEqual({ query, ids: [...ids].sort() })
      expect(result.total).toBe(ids.length)
      expect(result.query).toEqual({ query, notes: [] })
    }
  })

  test('puts what only sounds or looks alike behind what stands, and says so', async (engine) => {
    for (const query of [
      '先头后股',
      'xiantouhougu',
      'xthg',
      '先投hougu',
      'xiangtouhougu',
      'xiantouhuogu',
      'xian tuo hou gu',
    ]) {
      const { hits } = await engine.search(query)
      expect(hits[0]).toMatchObject({ tier: 'pinyin' })
      expect(hits[0]!.paragraph.text).toContain('先投后股')
    }
    const slip = await engine.search('ChatGTP')
    expect(slip.hits.map(({ paragraph, tier }) => [paragraph.id, tier])).toEqual([['e-2025-033/2/1', 'typo']])
    const ranks = { exact: 0, pinyin: 1, typo: 2 }
    for (const query of ['经典', '教育 先头后股', '工作 ChatGTP']) {
      const tiers = (await engine.search(query, { limit: ALL })).hits.map(({ tier }) => ranks[tier])
      expect(tiers).toEqual([...tiers].sort())
    }
  })

  test('finds an amount in each way that it is written', async (engine) => {
    for (const [amount, queries] of [
      ['50万元', ['500000元', '500,000元', '五十万元']],
      ['12万户', ['120000户', '十二万户']],
      ['1200部', ['1,200部', '一千二百部']],
      ['两千人次', ['2000人次', '2,000人次', '二千人次']],
    ] as const) {
      for (const query of queries) {
        const [hit] = (await engine.search(query)).hits
        expect({ query, text: hit?.paragraph.text }).toMatchObject({
          query,
          text: expect.stringContaining(amount),
        })
        expect(hit!.tier).toBe('exact')
        const all = idsIn(await engine.search(query, { match: 'all', limit: ALL }))
        expect({ query, all }).toEqual({ query, all: idsWhere(({ text }) => text.includes(amount)) })
      }
    }
  })

  test('reads pinyin however it is typed', async (engine) => {
    for (const query of [
      'XianTouHouGu',
      'xiān tóu hòu gǔ',
      'xian1 tou2 hou4 gu3',
      'xian tou hou gu',
      "xian'tou'hou'gu",
      'xian touhougu',
      'xiantou hg',
      'xian t h g',
      'xianthg',
      'x t h g',
    ]) {
      const { hits } = await engine.search(query, { match: 'all' })
      expect(hits.length).toBeGreaterThan(0)
      for (const { paragraph, tier } of hits) {
        expect({ query, tier }).toEqual({ query, tier: 'pinyin' })
        expect(paragraph.text).toContain('先投后股')
      }
    }
  })

  test('reads pinyin behind ideographs, its syllables apart', async (engine) => {
    const { hits } = await engine.search('先投hou gu', { match: 'all' })
    expect(hits.map(({ paragraph }) => paragraph.text.includes('先投后股'))).toContain(true)
    expect(hits.map(({ tier }) => tier)).not.toContain('exact')
  })

  test('takes single characters between spaces for a word, or else for themselves', async (engine) => {
    for (const [query, words] of [
      ['停 车', ['停车']],
      ['梯 户', ['梯', '户']],
    ] as const) {
      const found = idsIn(await engine.search(query, { match: 'all', limit: ALL }))
      const holding = idsWhere(({ text }) => words.every((word) => text.includes(word)))
      expect(holding.length).toBeGreaterThan(0)
      expect(found).toEqual(expect.arrayContaining(holding))
    }
  })

  test('takes Latin words that stand for what they are, spelled or not', async (engine) => {
    for (const query of ['machine learning', 'learning machine']) {
      const { hits } = await engine.search(query)
      expect(hits.map(({ tier }) => tier)).toContain('exact')
    }
  })

  test('neither corrects what it is told to leave, nor brings a homophone into the first tier', async (engine) => {
    const off = { pinyin: false, typos: false }
    for (const query of ['xiantouhougu', 'xthg', 'ChatGTP']) {
      expect((await engine.search(query, off)).hits).toEqual([])
    }
    const { hits } = await engine.search('经典', { limit: ALL })
    const sights = hits.filter(({ paragraph }) => paragraph.text.includes('景点'))
    expect(sights.map(({ tier }) => tier)).toEqual(['pinyin'])
  })

  test('leads from numbers, people and offices to the first paragraph of their letter', async (engine) => {
    for (const [query, id, field] of [
      ['2104071', 'k-2025-071/1/1', 'number'],
      ['株科办〔2025〕39号', 'k-2025-106/1/1', 'number'],
      ['28687667', 'k-2025-071/1/1', 'number'],
      ['0731-28687667', 'k-2025-071/1/1', 'number'],
      ['黄平芬', 'k-2025-071/1/1', 'person'],
      ['陈东', 'f-2020-009/1/1', 'person'],
      ['运输署', 't-2022-001/1/1', 'office'],
      ['提案委', 'k-2025-071/1/1', 'office'],
    ] as const) {
      const { hits } = await engine.search(query)
      expect({ query, id: hits[0]?.paragraph.id }).toEqual({ query, id })
      expect(hits[0]!.matched).toContain(field)
    }
    expect(idsIn(await engine.search('何涌'))).toEqual(['e-2025-033/1/1', 'k-2025-106/1/1'])
  })

  test('says by which fields a paragraph was found', async (engine) => {
    const { hits } = await engine.search('养老', { limit: ALL })
    const matched = Object.fromEntries(hits.map((hit) => [hit.paragraph.id, [...hit.matched].sort()]))
    expect(matched).toEqual({
      'n-2023-300/1/1': ['body', 'proposal', 'section'],
      'n-2023-300/1/2': ['body', 'proposal', 'section'],
      'n-2023-300/2/1': ['body', 'proposal'],
      'n-2023-300/3/1': ['proposal'],
    })
  })
}

import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { printable } from '../../../src/node/print/inspect.js'
import { createPrinter, pageOf } from '../../../src/node/print/print.js'
import { readReply } from '../../../src/node/read-replies.js'
import { disposable } from '../../../src/search/disposable.js'
import type { Hit, SearchResult, Suggestion } from '../../../src/search/hit.js'
import type { IndexSummary, ReplySearch } from '../../../src/search/reply-search.js'

const plain = createPrinter({ width: 60, color: false })
const colored = createPrinter({ width: 60, color: true })

const text = '一是实施“先投后股”专项支持政策。针对科技成果转化项目，市科技局设立了“先投后股”专项资金。'
const hit: Hit = {
  paragraph: { id: '2104071/2/2', text },
  reply: {
    id: '2104071',
    proposals: [
      { number: '2104071', title: '关于中小企业青年科技工作者成长成才平台建设的建议', kind: '提案' },
    ],
    recipients: [],
    leaders: [],
    contacts: [],
    copies: [],
  },
  section: { id: '2104071/2', path: ['当前工作情况'] },
  score: 12.3456,
  tier: 'exact',
  matched: ['body'],
  highlights: [{ start: 5, end: 9 }],
  snippet: { text, highlights: [{ start: 5, end: 9 }] },
}
const result: SearchResult = {
  hits: [hit],
  total: 1,
  totalIsExact: true,
  facets: {},
  query: { query: { text: '先投后股' }, notes: [] },
  took: 1.234,
}
const summary: IndexSummary = {
  replies: 2,
  paragraphs: 1234,
  terms: 5,
  bytes: 67890,
  segmenter: { name: 'jieba', fingerprint: 'abc' },
  formatVersion: 1,
  facets: ['issuer', 'year'],
}

describe('a search result', () => {
  it('is printed with rank, score, proposal, section and snippet, in lines of the width', () => {
    expect(plain.result(result)).toMatchInlineSnapshot(`
      " 1. 12.35  2104071 关于中小企业青年科技工作者成长成才平台建
          设的建议
          当前工作情况
          一是实施“先投后股”专项支持政策。针对科技成果转化项目，市
          科技局设立了“先投后股”专项资金。
          2104071/2/2

      1 hit, 1.2 ms."
    `)
  })

  it('is printed without a score where only filters have selected', () => {
    const [first] = plain.result({ ...result, hits: [{ ...hit, score: 0 }] }).split('\n')
    expect(first).toMatch(/^ 1\. 2104071 关于/)
  })

  it('counts on from the page before', () => {
    expect(plain.result(result, 11)).toMatch(/^11\. 12\.35 {2}2104071/)
  })

  it('shows the matches in colour where the page has colour', () => {
    expect(colored.result(result)).toContain('\u001b[33m先投后股')
  })

  it('says where else and how a hit was found, what was odd, and the facets', () => {
    const found = plain.result({
      ...result,
      hits: [{ ...hit, matched: ['body', 'number'], tier: 'pinyin' }],
      facets: { year: [{ value: '2025', count: 6 }] },
      query: { query: { text: '' }, notes: [{ kind: 'quotation never closed', mark: '“' }] },
      total: 1000,
      totalIsExact: false,
    })
    expect(found).toContain('2104071/2/2 · found by number · matched by pinyin')
    expect(found).toContain('year        2025 (6)')
    expect(found.replace(/\n/g, ' ')).toContain('Note: “ is never closed: what follows is read as words')
    expect(found).toContain('At least 1,000 hits, 1.2 ms.')
  })

  it('shows what a score is made of, and what a paragraph lacks', () => {
    const part = {
      field: 'words',
      term: '先投后股',
      kind: 'word',
      frequency: 2,
      weight: 1,
      score: 12.3456,
    } as const
    const explained = { ...hit, explanation: { score: 12.3456, parts: [part], missing: [] } }
    expect(plain.result({ ...result, hits: [explained] })).toMatch(/12\.346 {2}words word 先投后股 × 2/)
    const absent = { score: 0, parts: [], missing: ['小荷'] }
    expect(plain.result({ ...result, explanation: absent })).toContain('missing: 小荷')
  })

  it('without hits is a plain sentence', () => {
    expect(plain.result({ ...result, hits: [], total: 0 })).toMatch(/^Nothing was found\. Try .* filters/)
  })

  it('cannot steer the terminal', () => {
    const hostile = { ...hit, snippet: { text: '\u001b[2J先投后股', highlights: [] } }
    expect(plain.result({ ...result, hits: [hostile] })).not.toContain('\u001b')
  })
})

describe('other results', () => {
  it('prints suggestions, one a line', () => {
    const suggestion: Suggestion = {
      text: '先投后股',
      kind: 'term',
      highlights: [{ start: 0, end: 2 }],
      count: 6,
    }
    expect(plain.suggestions([suggestion, { ...suggestion, kind: 'section', count: 1 }])).toBe(
      '先投后股  6 paragraphs\n先投后股  section, 1 paragraph',
    )
    expect(plain.suggestions([])).toBe('No suggestions.')
  })

  it('prints a reply with its fields, sections and paragraphs', async () => {
    const printed = plain.reply(await readReply('corpus/2104071.md'))
    for (const part of [
      '株科办〔2025〕33号',
      '黄立志',
      '承办人 黄平芬 28687667',
      '一、当前工作情况',
      '2104071/',
    ]) {
      expect(printed).toContain(part)
    }
  })

  it('prints each session of a reply once', async () => {
    const reply = await readReply('corpus/2104071.md')
    const sessions = ['县十届人大三次会议', '县政协九届四次会议', '县政协九届四次会议']
    const proposals = sessions.map((session) => ({ ...reply.proposals[0]!, session }))
    expect(plain.reply({ ...reply, proposals })).toContain(
      'session     县十届人大三次会议; 县政协九届四次会议\n',
    )
  })

  it('prints a summary', () => {
    expect(plain.summary(summary)).toBe(
      [
        'replies     2',
        'paragraphs  1,234',
        'terms       5',
        'bytes       67,890',
        'segmenter   jieba (abc)',
        'format      version 1',
        'facets      issuer, year',
      ].join('\n'),
    )
  })
})

describe('printable', () => {
  const index = printable(
    disposable<ReplySearch>({
      summary,
      search: (async () => structuredClone(result)) as ReplySearch['search'],
      suggest: async () => [],
      reply: async (id) => (id === 'absent' ? undefined : readReply('corpus/2104071.md')),
      paragraph: async () => undefined,
      close: async () => {},
    }),
  )

  it('prints in a REPL what the command prints', async () => {
    const { width } = pageOf(process.stdout)
    const found = await index.search('先投后股', { offset: 10 })
    expect(inspect(found)).toBe(createPrinter({ width, color: false }).result(result, 11))
    expect(inspect(found, { colors: true })).toContain('\u001b[33m先投后股')
    expect(inspect(await index.suggest(''))).toBe('No suggestions.')
    expect(inspect(await index.reply('2104071'))).toContain('一、当前工作情况')
    expect(await index.reply('absent')).toBeUndefined()
    expect(inspect(index)).toContain('replies     2')
  })

  it('leaves the data as they are', async () => {
    const found = await index.search('先投后股')
    expect(found).toEqual(result)
    expect(JSON.stringify(found)).toBe(JSON.stringify(result))
    expect(Object.keys(found)).toEqual(Object.keys(result))
  })
})

import fc from 'fast-check'
import { expect } from 'vitest'
import type { Hit, TextRange } from '../../../src/search/hit.js'
import { bigramsOf } from '../../../src/text/bigrams.js'
import { runsOf } from '../../../src/text/runs.js'
import { mixedText } from '../../helpers/arbitraries.js'
import { ALL, FACTS, factOf, folding, idsIn, type Subject } from './suite.js'

const QUERIES = [
  '先投后股',
  '资金管理办法 教育',
  '支持 工作',
  '株科办〔2025〕33号',
  'TRIZ创新',
  '先头后股',
  'ChatGTP',
  '第0123号',
  '养老服务',
  '教',
]

const PAIR = /^[\ud800-\udbff][\udc00-\udfff]$/

/** Half-open ranges into a text; sorted, disjoint, not empty, and of whole characters. */
function expectRanges(text: string, ranges: readonly TextRange[]): void {
  let end = 0
  for (const range of ranges) {
    expect(range.start).toBeGreaterThanOrEqual(end)
    expect(range.end).toBeGreaterThan(range.start)
    for (const edge of [range.start, range.end]) expect(text.slice(edge - 1, edge + 1)).not.toMatch(PAIR)
    end = range.end
  }
  expect(end).toBeLessThanOrEqual(text.length)
}

function expectSnippet({ paragraph: { text }, highlights, snippet }: Hit): void {
  const shown = snippet.text.replace(/^…/, '').replace(/…$/, '')
  expect(text).toContain(text.includes(snippet.text) ? snippet.text : shown)
  expect(snippet.text.length).toBeLessThanOrEqual(165)
  expectRanges(snippet.text, snippet.highlights)
  const pieces = highlights.map(({ start, end }) => text.slice(start, end))
  for (const { start, end } of snippet.highlights) {
    expect(pieces.some((piece) => piece.includes(snippet.text.slice(start, end)))).toBe(true)
  }
  if (highlights.length > 0) expect(snippet.highlights).not.toEqual([])
}

export const hits: Subject = (test) => {
  test('ranks the paragraph that has the phrase and little else first', async (engine) => {
    const found = await engine.search('先投后股', { limit: ALL })
    expect(idsIn(found)).toEqual([
      'k-2025-071/2/1', // in the lead too, which counts as a title
      'k-2025-106/1/1', // as short as the next, but says 投 twice more
      'k-2025-071/3/1',
    ])
    expect(idsIn(await engine.search('教育')).slice(0, 2)).toEqual([
      'e-2025-033/2/3', // three times in a dozen characters, and in two titles
      'e-2025-033/3/2', // once, and in the proposal's title
    ])
    expect(idsIn(await engine.search('老旧小区改造', { limit: 3 }))).toEqual([
      'j-2023-012/2/1', // in the shorter text
      'j-2023-012/1/1', // in the longer one
      'j-2023-012/1/2', // only in the proposal's title
    ])
  })

  test('shows of a letter what a reader needs', async (engine) => {
    const [hit] = (await engine.search('知识价值信用贷款')).hits
    const { reply, path } = factOf('k-2025-106/1.2/1')
    const { sections: _, ...head } = reply
    expect(hit).toMatchObject({
      paragraph: path[1]!.paragraphs[0],
      reply: head,
      section: {
        id: 'k-2025-106/1.2',
        path: ['关于“强化科技成果转化效能”的建议', '金融支持'],
        role: 'progress',
      },
      tier: 'exact',
      matched: ['body'],
    })
    expect(hit).not.toHaveProperty('explanation')
    expect(hit!.reply).not.toHaveProperty('sections')
  })

  test('marks in a text what was asked for', async (engine) => {
    for (const query of QUERIES) {
      for (const hit of (await engine.search(query, { limit: ALL })).hits) {
        expectRanges(hit.paragraph.text, hit.highlights)
        if (/\d/.test(query)) continue
        if (hit.matched.includes('body')) expect(hit.highlights).not.toEqual([])
        if (hit.tier !== 'exact') continue
        const asked = new Set([...folding.fold(query)])
        for (const { start, end } of hit.highlights) {
          const marked = folding.fold(hit.paragraph.text.slice(start, end))
          expect([...marked].filter((character) => !asked.has(character))).toEqual([])
        }
      }
    }
    const [hit] = (await engine.search('資金管理办法', { filter: { reply: 't-2022-001' } })).hits
    expect(hit!.highlights).toEqual([{ start: 0, end: 6 }])
    const [twice] = (await engine.search('"养老服务"', { filter: { reply: 'n-2023-300' } })).hits
    expect(twice!.highlights.map(({ start, end }) => twice!.paragraph.text.slice(start, end))).toEqual([
      '养老服务',
      '养老服务',
      '养老服务',
    ])
  })

  test('shows around the marks a snippet of the text', async (engine) => {
    for (const query of QUERIES) {
      for (const hit of (await engine.search(query, { limit: ALL })).hits) expectSnippet(hit)
    }
    const [hit] = (await engine.search('银龄行动')).hits
    expect(hit!.snippet.text).toMatch(/^….*“银龄行动”，组织老年志愿者，发挥余热。$/)
  })

  test('explains a score by parts that sum to it exactly', async (engine) => {
    for (const query of QUERIES) {
      for (const hit of (await engine.search(query, { limit: ALL, explain: true })).hits) {
        const { score, parts, missing } = hit.explanation!
        expect(missing).toEqual([])
        expect(parts.reduce((sum, part) => sum + part.score, 0)).toBe(hit.score)
        expect(score).toBe(hit.score)
        for (const part of parts) {
          expect(part.score).toBeGreaterThan(0)
          expect(part.frequency).toBeGreaterThan(0)
        }
      }
    }
  })

  test('explains each kind of match under its name', async (engine) => {
    const kindsOf = async (query: string): Promise<Set<string>> => {
      const { hits } = await engine.search(query, { explain: true })
      return new Set(hits.flatMap(({ explanation }) => explanation!.parts.map(({ kind }) => kind)))
    }
    expect(await kindsOf('先投后股')).toEqual(new Set(['word', 'bigram', 'character', 'proximity', 'whole']))
    expect(await kindsOf('第0123号')).toContain('numeral')
    expect(await kindsOf('xthg')).toEqual(new Set(['pinyin', 'proximity', 'whole']))
    expect(await kindsOf('ChatGTP')).toContain('typo')
  })

  test('counts in an explanation how often a term stands in the text', async (engine) => {
    const { hits } = await engine.search('养老服务', { limit: ALL, explain: true })
    for (const { paragraph, explanation } of hits) {
      const bigrams = runsOf(folding.fold(paragraph.text)).flatMap((run) => bigramsOf(run.text))
      for (const { field, term, frequency } of explanation!.parts) {
        if (field === 'bigrams') expect(frequency).toBe(bigrams.filter((bigram) => bigram === term).length)
      }
    }
  })

  test('explains a paragraph by its id: its score as a hit, else what it lacks', async (engine) => {
    const { hits } = await engine.search('支持 工作', { limit: ALL })
    const found = new Map(hits.map((hit) => [hit.paragraph.id, hit]))
    for (const { paragraph } of FACTS) {
      const { explanation, hits: page } = await engine.search('支持 工作', {
        explain: paragraph.id,
        limit: 1,
      })
      expect(page[0]).not.toHaveProperty('explanation')
      const hit = found.get(paragraph.id)
      expect(explanation!.score).toBe(hit?.score ?? 0)
      expect(explanation!.missing.length > 0).toBe(hit === undefined)
      expect(explanation!.parts.length > 0).toBe(hit !== undefined)
    }
  })

  test('names the clause that a paragraph fails', async (engine) => {
    const missing = async (query: Parameters<typeof engine.search>[0], id: string): Promise<string> =>
      (await engine.search(query, { explain: id })).explanation!.missing.join('; ')
    expect(await missing({ phrase: '先投后股' }, 'j-2023-012/1/1')).toContain('先投后股')
    expect(await missing({ field: 'year', value: '2025' }, 'j-2023-012/1/1')).toContain('year')
    expect(await missing({ not: { phrase: '电梯' } }, 'j-2023-012/1/1')).toContain('excludes')
    const all = await engine.search('电梯 没有这句话', { match: 'all', explain: 'j-2023-012/1/1' })
    expect(all.explanation!.missing.join('; ')).toContain('没有这句话')
    expect(await missing('先投后股', 'no/such/paragraph')).toContain('no/such/paragraph')
  })

  test('gives a caller hits to change at will', async (engine) => {
    const before = await engine.search('先投后股')
    const [hit] = (await engine.search('先投后股')).hits
    hit!.paragraph.text = ''
    hit!.reply.recipients.push('某某')
    hit!.section.path.length = 0
    expect((await engine.search('先投后股')).hits).toEqual(before.hits)
    const paragraph = await engine.paragraph(before.hits[0]!.paragraph.id)
    paragraph!.text = ''
    expect(await engine.paragraph(before.hits[0]!.paragraph.id)).toEqual(before.hits[0]!.paragraph)
    const reply = await engine.reply('k-2025-071')
    reply!.sections.length = 0
    expect((await engine.reply('k-2025-071'))!.sections).toHaveLength(4)
  })

  test('answers any text with well-formed hits', async (engine) => {
    const noise = fc.oneof(
      mixedText(40),
      fc
        .array(
          fc.oneof(fc.constantFrom('"', '(', ')', '-', ' OR ', 'NOT ', '年:', '|', ' ', '：'), mixedText(6)),
        )
        .map((pieces) => pieces.join('')),
    )
    await fc.assert(
      fc.asyncProperty(noise, async (query) => {
        const result = await engine.search(query, { limit: 5 })
        expect(result.total).toBeGreaterThanOrEqual(result.hits.length)
        for (const hit of result.hits) {
          expectRanges(hit.paragraph.text, hit.highlights)
          expectSnippet(hit)
          expect(hit.score).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 100 },
    )
  })
}

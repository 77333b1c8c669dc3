import { expect } from 'vitest'
import { FACETS } from '../../../src/postings/posting-store.js'
import type { Filter, Query } from '../../../src/query/query.js'
import type { ReplySearch } from '../../../src/search/reply-search.js'
import { ALL, FACTS, type Fact, factOf, idsIn, idsWhere, type Subject, valuesOf } from './suite.js'

const EVERYTHING: Query = { all: [] }

/** What a filter leaves of everything. */
async function left(engine: ReplySearch, filter: Filter): Promise<string[]> {
  return idsIn(await engine.search(EVERYTHING, { filter, limit: ALL }))
}

function yearOf(fact: Fact): string {
  return valuesOf(fact, 'year')[0] ?? ''
}

export const filters: Subject = (test) => {
  test('keeps the paragraphs that have a value, for every value of every facet', async (engine) => {
    for (const facet of FACETS) {
      for (const value of new Set(FACTS.flatMap((fact) => valuesOf(fact, facet)))) {
        expect(await left(engine, { [facet]: value })).toEqual(
          idsWhere((fact) => valuesOf(fact, facet).includes(value)),
        )
      }
    }
  })

  test('takes the values of one facet as alternatives, and wants all facets', async (engine) => {
    expect(await left(engine, { category: ['B', 'C'], year: '2024' })).toEqual(
      idsWhere(({ reply }) => /[BC]/.test(reply.category ?? '') && reply.date?.startsWith('2024') === true),
    )
    expect(await left(engine, { recipient: ['何涌', '黄立志'], role: 'answer' })).toEqual([
      'k-2025-106/1/1',
      'k-2025-106/1.1/1',
    ])
    expect(await left(engine, { issuer: '株洲市教育局', category: 'B' })).toEqual([])
  })

  test('takes years from, to, and between, both ends included', async (engine) => {
    expect(await left(engine, { year: { from: '2024' } })).toEqual(idsWhere((fact) => yearOf(fact) >= '2024'))
    expect(await left(engine, { year: { to: '2023' } })).toEqual(
      idsWhere((fact) => yearOf(fact) !== '' && yearOf(fact) <= '2023'),
    )
    expect(await left(engine, { year: { from: '2023', to: '2024' } })).toEqual(
      idsWhere((fact) => ['2023', '2024'].includes(yearOf(fact))),
    )
    expect(await left(engine, { year: { from: '2025', to: '2024' } })).toEqual([])
  })

  test('says of a range that ends before it begins that nothing lies in it', async (engine) => {
    const turned = { from: '2025', to: '2024' }
    const note = { kind: 'empty range', field: 'year', ...turned }
    const filtered = await engine.search('支持', { filter: { year: turned } })
    expect(filtered).toMatchObject({ total: 0, query: { notes: [note] } })
    const asked = await engine.search({ all: [{ text: '支持' }, { field: 'year', ...turned }] })
    expect(asked).toMatchObject({ total: 0, query: { notes: [note] } })
    const fair = await engine.search('支持', {
      filter: { year: { from: '2024', to: '2024' }, due: { from: '2025' } },
    })
    expect(fair.query.notes).not.toContainEqual(expect.objectContaining({ kind: 'empty range' }))
    expect(await left(engine, { year: {} })).toEqual(idsWhere((fact) => yearOf(fact) !== ''))
  })

  test('compares values after folding, and whole', async (engine) => {
    const byHousing = idsWhere(({ reply }) => reply.issuer === '长沙市住房和城乡建设局')
    expect(await left(engine, { issuer: '長沙市住房和城鄉建設局' })).toEqual(byHousing)
    expect(await left(engine, { recipient: '李明' })).toEqual(
      idsWhere(({ reply }) => reply.id === 'j-2023-012'),
    )
    expect(await left(engine, { category: 'ａ' as 'A' })).toEqual(
      idsWhere(({ reply }) => reply.category === 'A'),
    )
    expect(await left(engine, { issuer: '长沙市' })).toEqual([])
  })

  test('leaves everything to a filter without values, and nothing to an unknown value', async (engine) => {
    expect(await left(engine, {})).toEqual(idsWhere(() => true))
    expect(await left(engine, { issuer: '不存在的单位' })).toEqual([])
    expect(await left(engine, { issuer: [] })).toEqual(idsWhere(() => true))
  })

  test('says of which facet no letter has what is asked', async (engine) => {
    const note = (field: string) => ({ kind: 'in no letter', field })
    for (const [query, filter, notes] of [
      ['单位:税务局 支持', {}, [note('issuer')]],
      ['支持', { issuer: '长沙市' }, [note('issuer')]],
      ['年:1999 -单位:税务局', { recipient: ['不存在'] }, [note('year'), note('recipient')]],
      ['标记:某某', {}, [expect.objectContaining({ kind: 'unknown value' })]],
      ['单位:税务局 OR 支持', {}, []],
      ['支持', { issuer: '长沙市住房和城乡建设局', year: { to: '2020' } }, [note('year')]],
    ] as const) {
      const found = await engine.search(query, { filter })
      expect({ query, notes: found.query.notes }).toEqual({ query, notes })
    }
  })

  test('changes neither the order nor the scores of what it keeps of twenty hits', async (engine) => {
    const all = await engine.search('资金 停车', { limit: ALL })
    expect(all.hits.length).toBeLessThanOrEqual(20)
    const kept = await engine.search('资金 停车', { limit: ALL, filter: { year: { from: '2023' } } })
    const wanted = all.hits.filter(({ paragraph }) => yearOf(factOf(paragraph.id)) >= '2023')
    expect(kept.hits).toEqual(wanted)
    expect(kept.hits.length).toBeLessThan(all.hits.length)
    expect([kept.total, kept.totalIsExact]).toEqual([wanted.length, true])
  })

  test('counts the values of every facet over all hits, whatever the page', async (engine) => {
    for (const query of ['支持 工作', '何涌', { phrase: '养老服务' }, EVERYTHING]) {
      const hits = idsIn(await engine.search(query, { limit: ALL })).map(factOf)
      const { facets, hits: page } = await engine.search(query, { facets: FACETS, limit: 1, offset: 1 })
      expect(page.length).toBeLessThanOrEqual(1)
      for (const facet of FACETS)
        expect(facets[facet]).toEqual(countsOf(hits, facet, ({ paragraph }) => paragraph.id))
    }
  })

  test('counts replies where hits are grouped by them', async (engine) => {
    const hits = idsIn(await engine.search('支持 工作', { limit: ALL })).map(factOf)
    const { facets } = await engine.search('支持 工作', { facets: FACETS, group: 'reply' })
    for (const facet of FACETS) expect(facets[facet]).toEqual(countsOf(hits, facet, ({ reply }) => reply.id))
  })

  test('counts only the facets that are asked for, and after the filter', async (engine) => {
    expect((await engine.search('支持')).facets).toEqual({})
    const { facets } = await engine.search(EVERYTHING, { facets: ['category'], filter: { year: '2024' } })
    expect(facets).toEqual({
      category: [
        { value: 'A', count: 3 },
        { value: 'C', count: 3 },
        { value: 'B', count: 2 },
      ],
    })
    expect((await engine.search('饕餮', { facets: ['category'] })).facets).toEqual({ category: [] })
  })

  test('counts no more values than are asked for, the most frequent ones', async (engine) => {
    for (const group of ['paragraph', 'reply'] as const) {
      const options = { facets: ['section', 'category'], group } as const
      const { facets } = await engine.search(EVERYTHING, options)
      expect(facets.section!.length).toBeGreaterThan(3)
      expect((await engine.search(EVERYTHING, { ...options, facetLimit: 3 })).facets).toEqual({
        section: facets.section!.slice(0, 3),
        category: facets.category!.slice(0, 3),
      })
    }
  })
}

/** The most frequent value first, values of one count by code unit. */
function countsOf(
  hits: readonly Fact[],
  facet: (typeof FACETS)[number],
  unitOf: (fact: Fact) => string,
): { value: string; count: number }[] {
  const units = new Map<string, Set<string>>()
  for (const fact of hits) {
    for (const value of valuesOf(fact, facet)) {
      units.set(value, (units.get(value) ?? new Set()).add(unitOf(fact)))
    }
  }
  return [...units]
    .map(([value, found]) => ({ value, count: found.size }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

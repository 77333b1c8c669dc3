import { beforeAll, describe, expect, it } from 'vitest'
import { UnsupportedQueryError } from '../../src/errors.js'
import {
  instantSearchClient,
  type SearchParameters,
  type SearchResponse,
} from '../../src/instantsearch/index.js'
import { buildIndex } from '../../src/search/build-index.js'
import type { ReplySearch } from '../../src/search/reply-search.js'
import { LETTERS, letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

let replies: ReplySearch

beforeAll(async () => {
  replies = await buildIndex(LETTERS, { segmenter: listSegmenter() })
})

async function ask(params: SearchParameters, indexName = 'letters'): Promise<SearchResponse> {
  const { results } = await instantSearchClient(replies).search([{ indexName, params }])
  return results[0]!
}

const idsOf = (response: SearchResponse): string[] => response.hits.map((hit) => hit.objectID)

describe('the hits', () => {
  it('are those of search, in its order', async () => {
    const { hits, total, totalIsExact } = await replies.search('老旧小区', { facets: ['kind'] })
    const response = await ask({ query: '老旧小区' })
    expect(idsOf(response)).toEqual(hits.map((hit) => hit.paragraph.id))
    expect(response).toMatchObject({
      nbHits: total,
      exhaustiveNbHits: totalIsExact,
      query: '老旧小区',
      page: 0,
    })
    expect(response.hits.map((hit) => hit.dafu)).toEqual(hits)
  })

  it('have the values of their facets and of their head as attributes', async () => {
    const [hit] = (await ask({ query: '投早投小' })).hits
    expect(hit).toMatchObject({
      objectID: 'k-2025-106/1/1',
      text: '探索实施“先投后股项目资金管理辦法”，推动投早投小。',
      title: '关于提升民营企业发展水平的建议',
      documentNumber: '株科办〔2025〕39号',
      date: '2025-08-11',
      issuer: '株洲市科学技术局',
      year: 2025,
      session: ['十届四次会议'],
      kind: ['提案'],
      category: 'A',
      section: ['关于“强化科技成果转化效能”的建议'],
      role: 'answer',
      proposal: ['2104106', '2104107'],
      recipient: ['何涌', '黄立志'],
      reply: 'k-2025-106',
    })
  })

  it('leave out what a letter does not print', async () => {
    const [hit] = (await ask({ query: '财政收支平衡' })).hits
    expect(Object.keys(hit!)).toEqual(
      expect.not.arrayContaining(['date', 'year', 'title', 'documentNumber', 'lead', 'role']),
    )
  })

  it('are all paragraphs for an empty box', async () => {
    const all = await ask({ query: ' ', hitsPerPage: 5 })
    expect(all.hits).toHaveLength(5)
    expect(all.nbHits).toBe(replies.summary.paragraphs)
    expect((await ask({})).nbHits).toBe(replies.summary.paragraphs)
  })

  it('are one a reply where distinct ones are asked for', async () => {
    const { hits, nbHits } = await ask({ query: '资金', distinct: true })
    const ids = hits.map((hit) => hit.reply)
    expect(new Set(ids).size).toBe(ids.length)
    expect(nbHits).toBe((await replies.search('资金', { group: 'reply' })).total)
  })

  it('come by date where the name of the index says so', async () => {
    const dates = async (indexName: string): Promise<string[]> =>
      (await ask({ query: '资金', hitsPerPage: 100 }, indexName)).hits.flatMap((hit) => hit.date ?? [])
    const rising = await dates('letters_date_asc')
    expect(rising.length).toBeGreaterThan(4)
    expect(rising).toEqual([...rising].sort())
    expect(await dates('letters_date_desc')).toEqual([...rising].sort().reverse())
    expect(await dates('letters')).not.toEqual(rising)
  })

  it('come in no order that dafu does not know, rather than silently in another', async () => {
    const asked = ask({ query: '资金' }, 'letters_price_desc')
    await expect(asked).rejects.toThrow(UnsupportedQueryError)
    await expect(asked).rejects.toThrow(/_date_desc, _date_asc.*letters_price_desc/)
  })
})

describe('marks', () => {
  it('are the placeholders of InstantSearch, around what search highlights', async () => {
    const [hit] = (await ask({ query: '揭榜挂帅 榜单' })).hits
    expect(hit!._highlightResult.text).toEqual({
      value: '吸引高层次人才团队服务民营企业创新，发布__ais-highlight__榜单__/ais-highlight__12项。',
      matchLevel: 'partial',
      matchedWords: ['榜单'],
    })
    expect(hit!._highlightResult.section).toEqual([
      { value: '关于“强化科技成果转化效能”的建议', matchLevel: 'none', matchedWords: [] },
      {
        value: '__ais-highlight__揭榜挂帅__/ais-highlight__',
        matchLevel: 'partial',
        matchedWords: ['揭榜挂帅'],
      },
    ])
    expect(hit!._highlightResult.year?.value).toBe('2025')
  })

  it('stand in titles and names, on the words of the query and of what was marked in the text', async () => {
    const titleFor = async (query: string): Promise<string | undefined> =>
      (await ask({ query, highlightPreTag: '[', highlightPostTag: ']' })).hits[0]?._highlightResult.title
        ?.value
    expect(await titleFor('养老服务')).toBe('关于[养老服务]的提案')
    expect(await titleFor('“养老服务” 的')).toBe('关于[养老服务][的]提案')
    expect(await titleFor('yanglaofuwu')).toBe('关于[养老服务]的提案')
    expect(await titleFor('「养老服务」 （的）')).toBe('关于[养老服务][的]提案')
    expect(await titleFor('养老服务 (.*')).toBe('关于[养老服务]的提案')
  })

  it.each(['-提案', '－提案', 'NOT 提案', '-“提案 建议”', 'NOT (建议 提案)'])(
    'stand on no word of a title that %s excludes from texts',
    async (excluded) => {
      const [hit] = (await ask({ query: `养老服务 ${excluded}` })).hits
      expect(hit!._highlightResult.title?.matchedWords).toEqual(['养老服务'])
    },
  )

  it('are those that a request asks for', async () => {
    const params = { query: '银龄行动', highlightPreTag: '[', highlightPostTag: ']' }
    const { text } = (await ask(params)).hits[0]!._highlightResult
    expect(text.value).toContain('开展“[银龄行动]”')
    expect(text.matchLevel).toBe('full')
  })

  it('stand in a window of a long text in the snippet', async () => {
    const [hit] = (await ask({ query: '银龄行动' })).hits
    const { text, title } = hit!._snippetResult
    expect(text.value).toMatch(/^….*__ais-highlight__银龄行动__\/ais-highlight__/s)
    expect(text.value.length).toBeLessThan(hit!.text.length)
    expect(title?.value).toBe('关于养老服务的提案')
  })

  it('leave a text as it is, for the widgets to escape', async () => {
    const text = '<img src=x onerror="alert(1)"> & <script>alert(2)</script>'
    const odd = await buildIndex([letter('x', {}, [{ paragraphs: [text] }])], { segmenter: listSegmenter() })
    const { results } = await instantSearchClient(odd).search([
      { indexName: 'x', params: { query: 'onerror' } },
    ])
    expect(results[0]!.hits[0]!._highlightResult.text.value).toBe(
      text.replace('onerror', '__ais-highlight__onerror__/ais-highlight__'),
    )
  })
})

describe('pages', () => {
  it('follow one another without a gap', async () => {
    const all = idsOf(await ask({ query: '', hitsPerPage: 1000 }))
    const paged: string[] = []
    const { nbPages } = await ask({ query: '', hitsPerPage: 7 })
    for (let page = 0; page < nbPages; page++) {
      paged.push(...idsOf(await ask({ query: '', page, hitsPerPage: 7 })))
    }
    expect(paged).toEqual(all)
  })

  it('are counted in full for a phrase, whose number a search without facets need not know', async () => {
    const { nbPages, nbHits } = await ask({ query: '"养老服务"', hitsPerPage: 1 })
    expect(nbPages).toBe(nbHits)
    expect(nbHits).toBeGreaterThan(1)
  })

  it('are none where no hits are wanted, and none lies beyond the furthest', async () => {
    expect(await ask({ query: '资金', hitsPerPage: 0 })).toMatchObject({ hits: [], nbPages: 0 })
    expect(await ask({ query: '资金', page: 1e12 })).toMatchObject({ hits: [], page: 1e12 })
  })
})

describe('facets', () => {
  it('are counted by value, most frequent first up to the limit', async () => {
    const { facets } = await replies.search('资金', { facets: ['issuer', 'year'] })
    const response = await ask({ query: '资金', facets: ['issuer', 'year'] })
    expect(response.facets).toEqual({
      issuer: Object.fromEntries(facets.issuer!.map(({ value, count }) => [value, count])),
      year: Object.fromEntries(facets.year!.map(({ value, count }) => [value, count])),
    })
    const [first] = facets.issuer!
    const one = await ask({ query: '资金', facets: 'issuer', maxValuesPerFacet: 1 })
    expect(one.facets).toEqual({ issuer: { [first!.value]: first!.count } })
  })

  it('are all of the index for an asterisk', async () => {
    const { facets } = await ask({ facets: ['*'] })
    expect(Object.keys(facets)).toEqual(replies.summary.facets)
  })

  it('give the least and the greatest year', async () => {
    const { facets_stats: stats } = await ask({ facets: ['year', 'issuer'] })
    expect(Object.keys(stats)).toEqual(['year'])
    expect(stats.year).toMatchObject({ min: 2022, max: 2025 })
    expect(stats.year!.avg).toBeCloseTo(
      stats.year!.sum / (await ask({ numericFilters: ['year>=1900'] })).nbHits,
    )
    expect((await ask({ query: '"没有这样的词组"', facets: ['year'] })).facets_stats).toEqual({})
  })

  it('hold a value that is named like a property of every object', async () => {
    const odd = await buildIndex([letter('x', { issuer: '__proto__' }, [{ paragraphs: ['一段'] }])], {
      segmenter: listSegmenter(),
    })
    const { results } = await instantSearchClient(odd).search([
      { indexName: 'x', params: { facets: 'issuer' } },
    ])
    expect(Object.entries(results[0]!.facets.issuer!)).toEqual([['__proto__', 1]])
  })
})

describe('filters', () => {
  const ISSUER = '长沙市住房和城乡建设局'

  it('join alternatives by OR and facets by AND, as a filter of search does', async () => {
    const filter = { issuer: [ISSUER, '株洲市科学技术局'], category: 'A' } as const
    const { total } = await replies.search('资金', { filter })
    const facetFilters = [[`issuer:${ISSUER}`, 'issuer:株洲市科学技术局'], 'category:A']
    expect((await ask({ query: '资金', facetFilters })).nbHits).toBe(total)
    expect(total).toBeGreaterThan(0)
  })

  it('exclude values, and tell an exclusion from a value that begins with a hyphen', async () => {
    const { nbHits } = await ask({})
    const { total } = await replies.search({ all: [] }, { filter: { issuer: ISSUER } })
    expect((await ask({ facetFilters: `issuer:-${ISSUER}` })).nbHits).toBe(nbHits - total)
    expect((await ask({ facetFilters: [`issuer:\\-${ISSUER}`] })).nbHits).toBe(0)
  })

  it('want all values of a facet that are not alternatives', async () => {
    const both = await ask({ facetFilters: ['recipient:何涌', 'recipient:黄立志'] })
    expect(new Set(both.hits.map((hit) => hit.reply))).toEqual(new Set(['k-2025-106']))
    const either = await ask({ facetFilters: [['recipient:何涌', 'recipient:黄立志']] })
    expect(either.nbHits).toBeGreaterThan(both.nbHits)
    const searched = await ask({ query: '资金 -修订', facetFilters: ['recipient:何涌', 'recipient:黄立志'] })
    expect(new Set(searched.hits.map((hit) => hit.reply))).toEqual(new Set(['k-2025-106']))
  })

  it('mix facets within alternatives', async () => {
    const { nbHits } = await ask({ facetFilters: [['category:C', 'kind:议案']] })
    const sum =
      (await ask({ facetFilters: ['category:C'] })).nbHits +
      (await ask({ facetFilters: ['kind:议案'] })).nbHits
    expect(nbHits).toBe(sum)
  })

  it.each([
    [
      ['year>=2023', 'year<=2024'],
      [2023, 2024],
    ],
    [['year>2022', 'year<2024'], [2023]],
    [['year=2022'], [2022]],
    [['year!=2025', 'year>=2024'], [2024]],
    [[['year<2023', 'year>2024']], [2022, 2025]],
    [['year>=2023.5', 'year<=2024.9'], [2024]],
    [['year<=99'], []],
    [['year>=20000'], []],
    [['year>=-5', 'year<2023'], [2022]],
  ])('bound the year: %j', async (numericFilters, years) => {
    const { hits } = await ask({ numericFilters, hitsPerPage: 1000 })
    expect([...new Set(hits.map((hit) => hit.year))].sort()).toEqual(years)
  })

  it('bound the year by which something is promised, as another facet of numbers', async () => {
    const promising = await buildIndex(
      ['2024', '2026', '2028'].map((year) =>
        letter(`by-${year}`, { date: '2023-05-20' }, [
          { title: '下一步打算', paragraphs: [`我局将于${year}年底前建成停车场。`] },
        ]),
      ),
      { segmenter: listSegmenter() },
    )
    const { results } = await instantSearchClient(promising).search([
      { indexName: 'letters', params: { facets: ['due'], numericFilters: ['due>=2025', 'due<=2027'] } },
      { indexName: 'letters', params: { facets: ['due'] } },
    ])
    expect(results.map(idsOf)).toEqual([['by-2026/1/1'], ['by-2024/1/1', 'by-2026/1/1', 'by-2028/1/1']])
    expect(results[1]!.facets_stats.due).toEqual({ min: 2024, max: 2028, avg: 2026, sum: 6078 })
  })

  it('are refused where dafu cannot read them', async () => {
    for (const params of [
      { filters: 'issuer:a OR issuer:b' },
      { facetFilters: 'issuer' },
      { numericFilters: 'score>3' },
      { facetFilters: [[['issuer:a']]] },
    ]) {
      const refused = ask(params)
      await expect(refused).rejects.toThrow(UnsupportedQueryError)
      await expect(refused).rejects.toThrow(/dafu does not read \w+: .*It reads facetFilters such as/)
    }
    await expect(ask({ facets: ['brand'] })).rejects.toThrow(/facets.*issuer/)
  })
})

describe('notes', () => {
  const missing = { kind: 'in no paragraph', words: ['饕餮'] }

  it('are the data of the user, where there are some', async () => {
    expect((await ask({ query: '饕餮' })).userData).toEqual([missing])
    expect(await ask({ query: '老旧小区' })).not.toHaveProperty('userData')
  })

  it('are those on what was typed too where a filter makes it a tree', async () => {
    const { userData } = await ask({ query: '(饕餮', facetFilters: 'issuer:-株洲市教育局' })
    expect(userData).toEqual([{ kind: 'bracket never closed' }, missing])
  })

  it.each([
    '电梯 -公园',
    '电梯 OR 公园',
    '电梯 -公园。',
    '“电梯 -公园',
    '引用:条例',
    '饕餮 -电梯',
    '-饕餮',
    '单位:饕餮局',
  ])('are those of the search of %s, whatever a filter makes of it', async (query) => {
    for (const facetFilters of ['issuer:-长沙市教育局', [['mark:promise', 'year:2025']]]) {
      const { userData = [] } = await ask({ query, facetFilters })
      expect(userData).toEqual((await replies.search(query)).query.notes)
    }
  })
})

describe('several requests at once', () => {
  it('are answered in their order', async () => {
    const { results } = await instantSearchClient(replies).search([
      { indexName: 'a', params: { query: '电梯' } },
      { indexName: 'b', params: { query: '公园', facets: 'issuer', hitsPerPage: 0 } },
      { indexName: 'c' },
    ])
    expect(results.map(({ index, query, hitsPerPage }) => [index, query, hitsPerPage])).toEqual([
      ['a', '电梯', 20],
      ['b', '公园', 0],
      ['c', '', 20],
    ])
  })
})

describe('a search among the values of a facet', () => {
  async function valuesOf(facetQuery: string, params: SearchParameters & { maxFacetHits?: number } = {}) {
    const [found] = await instantSearchClient(replies).searchForFacetValues([
      { indexName: 'letters', params: { facetName: 'issuer', facetQuery, ...params } },
    ])
    return found!
  }

  it('finds those that hold what was typed, with their counts and marked', async () => {
    const { facets } = await ask({ facets: 'issuer' })
    const { facetHits, exhaustiveFacetsCount } = await valuesOf('教育')
    expect(exhaustiveFacetsCount).toBe(true)
    expect(facetHits).toEqual(
      expect.arrayContaining([
        {
          value: '长沙市教育局',
          highlighted: '长沙市__ais-highlight__教育__/ais-highlight__局',
          count: facets.issuer!.长沙市教育局,
        },
      ]),
    )
    expect(facetHits).toHaveLength(2)
  })

  it('heeds the query, the filters and the limit', async () => {
    expect((await valuesOf('局', { query: '电梯' })).facetHits.map(({ value }) => value)).toEqual([
      '长沙市住房和城乡建设局',
    ])
    expect((await valuesOf('局', { facetFilters: ['category:D'] })).facetHits).toHaveLength(1)
    expect((await valuesOf('', { maxFacetHits: 2 })).facetHits).toHaveLength(2)
    expect((await valuesOf('没有')).facetHits).toEqual([])
  })

  it('may be asked for as version 5 of the client of Algolia asks', async () => {
    const client = instantSearchClient(replies)
    const asked = { indexName: 'letters', facetName: 'issuer' }
    const request = { facetQuery: '教育', maxFacetHits: 1 }
    const { facetHits } = await client.searchForFacetValues({
      ...asked,
      searchForFacetValuesRequest: request,
    })
    expect(facetHits).toEqual((await valuesOf('教育')).facetHits.slice(0, 1))
    expect((await client.searchForFacetValues(asked)).facetHits).toEqual((await valuesOf('')).facetHits)
    const filtered = { ...asked, searchForFacetValuesRequest: { params: 'query=a' } }
    await expect(client.searchForFacetValues(filtered)).rejects.toThrow(UnsupportedQueryError)
  })

  it('looks past width and case', async () => {
    const [found] = await instantSearchClient(replies).searchForFacetValues([
      { indexName: 'letters', params: { facetName: 'reply', facetQuery: 'Ｋ-2025-1' } },
    ])
    expect(found!.facetHits.map(({ highlighted }) => highlighted)).toEqual([
      '__ais-highlight__k-2025-1__/ais-highlight__06',
    ])
  })
})

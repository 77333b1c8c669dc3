import { expectTypeOf, test } from 'vitest'
import type {
  BuildOptions,
  FacetCount,
  FacetName,
  Filter,
  Hit,
  MarkKind,
  Query,
  Reply,
  ReplyIndex,
  ReplySearch,
  SearchOptions,
  SearchResult,
  Segmenter,
} from '../src/index.js'
import { buildIndex, openIndex } from '../src/index.js'
import type { buildIndex as buildIndexInNode } from '../src/node/index.js'

declare const search: ReplySearch
declare const index: ReplyIndex
declare const result: SearchResult

test('a wrong option does not compile', () => {
  search.search('先投后股', { limit: 5, offset: 10, sort: '-date', group: 'reply', match: 'all' })
  // @ts-expect-error an unknown option
  search.search('先投后股', { page: 2 })
  // @ts-expect-error no such order
  search.search('先投后股', { sort: 'newest' })
  // @ts-expect-error no such group
  search.search('先投后股', { group: 'section' })
  // @ts-expect-error a number
  search.search('先投后股', { limit: '5' })
  // @ts-expect-error no such way to match
  search.search('先投后股', { match: 'some' })
  // @ts-expect-error suggestions are not ranked by date
  search.suggest('先', { sort: 'date' })
})

test('a wrong facet does not compile', () => {
  search.search('先投后股', { facets: ['issuer', 'year'] as const })
  search.search('先投后股', { facets: ['mark', 'cites', 'place'] })
  // @ts-expect-error no such facet
  search.search('先投后股', { facets: ['author'] })
  // @ts-expect-error named in the singular
  search.search('先投后股', { facets: ['marks'] })
  // @ts-expect-error named as what a paragraph does
  search.search('先投后股', { facets: ['citation'] })
  // @ts-expect-error named in the singular
  search.search('先投后股', { facets: ['places'] })
  // @ts-expect-error a column for sorting, no facet
  search.search('先投后股', { facets: ['date'] })
  // @ts-expect-error no such facet
  result.facets.author
  expectTypeOf(result.facets.issuer).toEqualTypeOf<FacetCount<'issuer'>[] | undefined>()
  expectTypeOf(result.facets.mark).toEqualTypeOf<FacetCount<'mark'>[] | undefined>()
  expectTypeOf(result.facets.cites).toEqualTypeOf<FacetCount<'cites'>[] | undefined>()
  expectTypeOf(result.facets.place).toEqualTypeOf<FacetCount<'place'>[] | undefined>()
})

test('a result has the facets that were asked for', async () => {
  const { facets } = await search.search('先投后股', { facets: ['issuer', 'mark'], limit: 1 })
  expectTypeOf(facets.issuer).toEqualTypeOf<FacetCount<'issuer'>[]>()
  expectTypeOf(facets.issuer[0]!.value).toEqualTypeOf<string>()
  expectTypeOf(facets.mark[0]!.value).toEqualTypeOf<MarkKind>()
  // @ts-expect-error not asked for
  facets.cites
  const names: FacetName[] = ['issuer']
  expectTypeOf(search.search('先投后股', { facets: names })).resolves.toEqualTypeOf<SearchResult>()
  const options: SearchOptions = { facets: ['issuer'] }
  expectTypeOf(search.search('先投后股', options)).resolves.toEqualTypeOf<SearchResult>()
  expectTypeOf(search.search('先投后股', { limit: 5 })).resolves.toEqualTypeOf<SearchResult>()
  expectTypeOf<FacetCount['value']>().toEqualTypeOf<string>()
  // What was asked for may be handed to whoever takes any result.
  const any: SearchResult = await search.search('先投后股', { facets: ['issuer'] })
  expectTypeOf(any.facets.mark).toEqualTypeOf<FacetCount<'mark'>[] | undefined>()
  // A value that was counted can be filtered by.
  search.search('先投后股', { filter: { mark: facets.mark.map(({ value }) => value) } })
})

test('a wrong filter does not compile', () => {
  expectTypeOf<keyof Filter>().toEqualTypeOf<FacetName>()
  search.search('', { filter: { issuer: ['甲', '乙'] as const, year: { from: '2023' }, category: 'A' } })
  search.search('', { filter: { mark: 'promise', cites: ['条例', '办法'], place: '湖南工业大学' } })
  search.search('', {
    filter: { kind: '提案', category: ['A', 'B'], role: 'plan', mark: ['promise', 'refusal'] },
  })
  // @ts-expect-error no such mark
  search.search('', { filter: { mark: 'promiss' } })
  // @ts-expect-error no such mark among them
  search.search('', { filter: { mark: ['promise', 'promiss'] } })
  // @ts-expect-error no such kind
  search.search('', { filter: { kind: 'x' } })
  // @ts-expect-error no such category
  search.search('', { filter: { category: 'E' } })
  // @ts-expect-error no such role
  search.search('', { filter: { role: '下一步' } })
  // @ts-expect-error no such facet
  search.search('', { filter: { author: '甲' } })
  // @ts-expect-error ranges are for years
  search.search('', { filter: { mark: { from: 'promise' } } })
  // @ts-expect-error no such facet
  search.search('', { filter: { cite: '条例' } })
  // @ts-expect-error ranges are for years
  search.search('', { filter: { issuer: { from: '甲' } } })
  // @ts-expect-error years are text
  search.search('', { filter: { year: 2023 } })
  // @ts-expect-error no such end of a range
  search.search('', { filter: { year: { since: '2023' } } })
})

test('a wrong query does not compile', () => {
  const query: Query = { all: [{ text: '资金' }, { not: { any: [{ phrase: '办法' }] } }] }
  search.search(query)
  search.search({ field: 'year', from: '2023' })
  search.search({ field: 'issuer', contains: '教育' })
  search.search({
    all: [
      { field: 'mark', value: 'promise' },
      { field: 'cites', contains: '条例' },
    ],
  })
  search.search({ field: 'place', contains: '工业大学' })
  // @ts-expect-error no such facet
  search.search({ field: 'places', value: '湖南工业大学' })
  // @ts-expect-error no such node
  search.search({ word: '资金' })
  // @ts-expect-error no such facet
  search.search({ field: 'author', value: '甲' })
  // @ts-expect-error ranges are for years
  search.search({ field: 'issuer', from: '甲' })
  // @ts-expect-error not a query
  search.search(5)
})

test('what is found has the types that it is documented with', () => {
  expectTypeOf(search.search).returns.resolves.toEqualTypeOf<SearchResult>()
  expectTypeOf(search.reply).returns.resolves.toEqualTypeOf<Reply | undefined>()
  expectTypeOf<Hit['tier']>().toEqualTypeOf<'exact' | 'pinyin' | 'typo'>()
  expectTypeOf<Hit['matched'][number]>().toEqualTypeOf<
    'body' | 'section' | 'proposal' | 'number' | 'person' | 'office'
  >()
  expectTypeOf<Hit['reply']>().not.toHaveProperty('sections')
  expectTypeOf<SearchOptions['signal']>().toEqualTypeOf<AbortSignal | undefined>()
})

test('an index is opened for reading and built for changing', () => {
  expectTypeOf(openIndex).returns.resolves.toEqualTypeOf<ReplySearch>()
  expectTypeOf(buildIndex).returns.resolves.toEqualTypeOf<ReplyIndex>()
  expectTypeOf<ReplyIndex>().toExtend<ReplySearch>()
  index.miniSearch.search('先投后股')
  // @ts-expect-error what changes MiniSearch would leave the rest of the index behind
  index.miniSearch.add({})
  // @ts-expect-error a file cannot be changed
  search.add
})

test('only the core must be told how to cut words', () => {
  expectTypeOf<BuildOptions['segmenter']>().toEqualTypeOf<Segmenter>()
  // @ts-expect-error no segmenter
  buildIndex([])
  expectTypeOf<typeof buildIndexInNode>().toBeCallableWith([])
})

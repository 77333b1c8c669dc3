import type { FacetName } from '../postings/posting-store.js'
import { type Filter, LONGEST_QUERY, type SearchOptions } from '../query/query.js'

/** All that a visitor has asked for. */
export interface Ask {
  query: string
  /** Values of a facet are alternatives. */
  filter: { readonly [name in FacetName]?: readonly string[] }
  /** One hit of each reply. */
  grouped: boolean
  /** From 1. */
  page: number
}

/** Hits of a page. */
export const PAGE_SIZE = 10
/** Values of a facet. Sections have thousands of titles; past these, words find them sooner. */
const MOST_VALUES = 50
/** Values of one facet that an address may ask for: those that are not offered are counted one by one. */
const MOST_ASKED = 20
/** An index looks ahead no farther than a million hits. */
const LAST_PAGE = 1_000_000 / PAGE_SIZE

export const NOTHING: Ask = { query: '', filter: {}, grouped: false, page: 1 }

export function searchOptionsOf(
  { filter, grouped, page }: Ask,
  offered: readonly FacetName[],
): SearchOptions {
  return {
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
    // An address may name any value; one that there is not finds nothing.
    filter: filter as Filter,
    // Where facets are counted, so are all hits, and a pager knows its pages.
    facets: offered.length > 0 ? offered : ['kind'],
    facetLimit: MOST_VALUES,
    group: grouped ? 'reply' : 'paragraph',
  }
}

/** With a value of a facet asked for, or no longer; on the first page again. */
export function toggled(ask: Ask, facet: FacetName, value: string): Ask {
  const values = ask.filter[facet] ?? []
  const others = values.filter((each) => each !== value)
  return {
    ...ask,
    filter: withValues(ask.filter, facet, others.length < values.length ? others : [...values, value]),
    page: 1,
  }
}

export function withValues(
  filter: Ask['filter'],
  facet: FacetName,
  values: readonly string[],
): Ask['filter'] {
  const { [facet]: _, ...others } = filter
  return values.length > 0 ? { ...others, [facet]: values } : others
}

/** What `toUrl` wrote; odd values, and those past `MOST_ASKED` and `LONGEST_QUERY`, count as absent. */
export function fromUrl(url: string, offered: readonly FacetName[]): Ask {
  const { searchParams } = new URL(url)
  const page = Number(searchParams.get('page'))
  return {
    query: (searchParams.get('q') ?? '').slice(0, LONGEST_QUERY),
    filter: offered.reduce<Ask['filter']>(
      (filter, facet) => withValues(filter, facet, searchParams.getAll(facet).slice(0, MOST_ASKED)),
      {},
    ),
    grouped: searchParams.get('group') === 'reply',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  }
}

/** The address with what was asked for in place of what it had; other parameters stay. */
export function toUrl(
  { query, filter, grouped, page }: Ask,
  url: string,
  offered: readonly FacetName[],
): string {
  const address = new URL(url)
  const { searchParams } = address
  for (const name of ['q', ...offered, 'group', 'page']) searchParams.delete(name)
  if (query) searchParams.set('q', query)
  for (const facet of offered) {
    for (const value of filter[facet] ?? []) searchParams.append(facet, value)
  }
  if (grouped) searchParams.set('group', 'reply')
  if (page > 1) searchParams.set('page', String(page))
  return address.href
}

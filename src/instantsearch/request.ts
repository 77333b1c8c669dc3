import type { FacetName } from '../postings/posting-store.js'
import type { QueryNote } from '../query/note.js'
import type { Query, SearchOptions, Sort } from '../query/query.js'
import { readText } from '../query/read/read-text.js'
import type { SearchParameters, SearchRequest } from './protocol.js'
import { restrictionOf } from './restriction.js'

/** Which hits are wanted. */
export interface Page {
  /** From 0. */
  page: number
  /** Hits of a page. */
  size: number
}

/** A search as `ReplySearch` takes it. */
export interface Asked {
  query: string | Query
  options: SearchOptions
  /** On what was typed, where the query is no text any more. */
  notes: readonly QueryNote[]
  /** What was typed, where the query has it as a phrase, for it may be meant as it is. */
  literal?: string
}

const DEFAULT_SIZE = 20
/** The furthest that `ReplySearch` pages; an address may name a page beyond it. */
export const LAST_OFFSET = 1_000_000

export function pageOf({ page = 0, hitsPerPage = DEFAULT_SIZE }: SearchParameters = {}): Page {
  return { page, size: hitsPerPage }
}

/**
 * @param known The facets of the index.
 * @throws UnsupportedQueryError
 */
export async function askedBy(
  { indexName, params = {} }: SearchRequest,
  known: readonly FacetName[],
): Promise<Asked> {
  const { filter, beyond } = restrictionOf(params)
  const { page, size } = pageOf(params)
  const facets = facetsOf(params, known)
  return {
    ...(await queryOf(params.query ?? '', beyond)),
    options: {
      limit: size,
      offset: Math.min(page * size, LAST_OFFSET),
      filter,
      // Where facets are counted, so are all hits, and a pager knows its pages.
      facets: facets.length > 0 ? facets : ['kind'],
      group: params.distinct ? 'reply' : 'paragraph',
      sort: sortOf(indexName),
    },
  }
}

function facetsOf({ facets = [] }: SearchParameters, known: readonly FacetName[]): readonly FacetName[] {
  const wanted = typeof facets === 'string' ? [facets] : facets
  return wanted.includes('*') ? known : ([...new Set(wanted)] as FacetName[])
}

/** An empty box shows everything, as InstantSearch has it. */
async function queryOf(typed: string, beyond: readonly Query[]): Promise<Omit<Asked, 'options'>> {
  if (typed.trim() === '') return { query: { all: [...beyond] }, notes: [] }
  if (beyond.length === 0) return { query: typed, notes: [] }
  const { query, literal, notes } = await readText(typed)
  return {
    query: { all: [literal === undefined ? query : { any: [query, { phrase: literal }] }, ...beyond] },
    notes,
    ...(literal !== undefined && { literal }),
  }
}

function sortOf(indexName: string): Sort {
  const [, order] = /_date_(asc|desc)$/.exec(indexName) ?? []
  return order === 'desc' ? '-date' : order === 'asc' ? 'date' : 'relevance'
}

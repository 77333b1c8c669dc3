import { InvalidQueryError, UnsupportedQueryError } from '../errors.js'
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

/** @throws InvalidQueryError for what is no list of requests. */
export function checkRequests(requests: unknown): void {
  if (
    Array.isArray(requests) &&
    requests.every((request) => isObject(request) && isObject(request.params ?? {}))
  )
    return
  const message = `expected [{ indexName, params }], got ${JSON.stringify(requests)}`
  throw new InvalidQueryError(`Invalid requests: ${message}.`, [{ path: [], message }])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return Object(value) === value
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
  const wanted = [facets].flat()
  return wanted.includes('*') ? known : ([...new Set(wanted)] as FacetName[])
}

/** An empty box shows everything, as InstantSearch has it. */
async function queryOf(typed: string, beyond: readonly Query[]): Promise<Omit<Asked, 'options'>> {
  // What is no text is refused by who searches.
  if (typeof typed !== 'string') return { query: [typed] as never, notes: [] }
  if (typed.trim() === '') return { query: { all: [...beyond] }, notes: [] }
  if (beyond.length === 0) return { query: typed, notes: [] }
  const { query, literal, notes } = await readText(typed)
  return {
    query: { all: [literal === undefined ? query : { any: [query, { phrase: literal }] }, ...beyond] },
    notes,
    ...(literal !== undefined && { literal }),
  }
}

/** By the name of the index, as InstantSearch has it: `letters_date_desc`. */
function sortOf(indexName: string): Sort {
  const [, isDate, order] = /(_date)?_(asc|desc)$/.exec(indexName) ?? []
  if (!order) return 'relevance'
  if (isDate) return order === 'desc' ? '-date' : 'date'
  throw new UnsupportedQueryError(
    `dafu sorts by date (_date_desc, _date_asc) or relevance, not as ${indexName} says.`,
  )
}

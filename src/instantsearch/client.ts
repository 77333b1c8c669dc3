import { DafuError } from '../errors.js'
import type { ReplySearch } from '../search/reply-search.js'
import { requestOf, searchFacetValues } from './facet-values.js'
import { notesOn } from './notes.js'
import type {
  FacetSearch,
  FacetSearchRequest,
  InstantSearchClient,
  SearchRequest,
  SearchResponse,
} from './protocol.js'
import { askedBy, checkRequests, pageOf } from './request.js'
import { mostValuesOf, responseOf } from './response.js'

/**
 * Answers the widgets of InstantSearch from replies: an opened index, one in memory, a worker, a cluster.
 * Texts are returned as they are; the widgets escape them.
 *
 * @throws DafuError for what is no index.
 */
export function instantSearchClient(replies: ReplySearch): InstantSearchClient {
  if (typeof replies?.summary !== 'object') {
    throw new DafuError(
      'instantSearchClient takes an opened index: instantSearchClient(await openIndex(url)).',
    )
  }
  return {
    async search<T>(requests: readonly SearchRequest[]) {
      checkRequests(requests)
      const results = await Promise.all(requests.map((request) => answer(replies, request)))
      // What else the caller says a record is, nobody can tell.
      return { results: results as SearchResponse<T>[] }
    },
    searchForFacetValues: searchForFacetValues as InstantSearchClient['searchForFacetValues'],
  }

  async function searchForFacetValues(asked: readonly FacetSearchRequest[] | FacetSearch) {
    if ((asked as Partial<FacetSearch>)?.facetName)
      return searchFacetValues(replies, requestOf(asked as FacetSearch))
    checkRequests(asked)
    return Promise.all((asked as FacetSearchRequest[]).map((request) => searchFacetValues(replies, request)))
  }
}

async function answer(replies: ReplySearch, request: SearchRequest): Promise<SearchResponse> {
  const asked = await askedBy(request, replies.summary.facets)
  const facetLimit = mostValuesOf(request.params)
  const result = await replies.search(asked.query, { ...asked.options, facetLimit })
  return responseOf(request, pageOf(request.params), result, notesOn(asked, result.query.notes))
}

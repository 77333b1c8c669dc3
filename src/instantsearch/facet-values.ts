import type { FacetName } from '../postings/posting-store.js'
import type { ReplySearch } from '../search/reply-search.js'
import { createFolding } from '../text/normalize.js'
import { createMarker } from './marks.js'
import type { FacetSearch, FacetSearchRequest, FacetSearchResponse } from './protocol.js'
import { askedBy } from './request.js'
import { unsupported } from './restriction.js'

const MOST_HITS = 10
/** Width, case and brackets; what else an index folds stands in the index. */
const folding = /* @__PURE__ */ createFolding('')

export async function searchFacetValues(
  replies: ReplySearch,
  { indexName, params = {} as FacetSearchRequest['params'] }: FacetSearchRequest,
): Promise<FacetSearchResponse> {
  const { facetName, facetQuery = '', maxFacetHits = MOST_HITS } = params
  const request = { indexName, params: { ...params, facets: [facetName], hitsPerPage: 0, page: 0 } }
  const { query, options } = await askedBy(request, replies.summary.facets)
  const { facets, took } = await replies.search(query, options)
  const mark = createMarker(params)
  const typed = folding.fold(String(facetQuery))
  const found = (facets[facetName as FacetName] ?? []).flatMap(({ value, count }) => {
    const { text, starts, ends } = folding.foldWithOffsets(value)
    const at = text.indexOf(typed)
    if (at < 0) return []
    const ranges = typed ? [{ start: starts[at]!, end: ends[at + typed.length - 1]! }] : []
    return [{ value, highlighted: mark(value, ranges), count }]
  })
  return {
    facetHits: found.slice(0, maxFacetHits),
    exhaustiveFacetsCount: true,
    processingTimeMS: Math.ceil(took),
  }
}

/** @throws UnsupportedQueryError */
export function requestOf({
  indexName,
  facetName,
  searchForFacetValuesRequest = {},
}: FacetSearch): FacetSearchRequest {
  const { params, ...asked } = searchForFacetValuesRequest
  if (params) throw unsupported('params', params)
  return { indexName, params: { facetName, ...asked } }
}

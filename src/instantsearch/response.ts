import type { FacetName } from '../postings/posting-store.js'
import type { QueryNote } from '../query/note.js'
import { isRanged } from '../query/query.js'
import type { FacetCount, SearchResult } from '../search/hit.js'
import { createMarker } from './marks.js'
import type { FacetStatistics, SearchParameters, SearchRequest, SearchResponse } from './protocol.js'
import { recordOf } from './record.js'
import { LAST_OFFSET, type Page } from './request.js'

const MOST_VALUES = 100
/** All that there are, 1900 to 2099: their statistics are those of every hit. */
const YEARS = 200

/** How many values of each facet a response needs. */
export function mostValuesOf({ maxValuesPerFacet = MOST_VALUES }: SearchParameters = {}): number {
  return Math.min(Math.max(Math.ceil(maxValuesPerFacet), YEARS), 10_000)
}

export function responseOf(
  request: SearchRequest,
  { page, size }: Page,
  result: SearchResult,
  notes: QueryNote[],
): SearchResponse {
  const { indexName, params = {} } = request
  const { query = '', maxValuesPerFacet = MOST_VALUES } = params
  const mark = createMarker(params)
  const facets = Object.entries(result.facets)
  return {
    index: indexName,
    hits: result.hits.map((hit) => recordOf(hit, query, mark)),
    nbHits: result.total,
    page,
    nbPages: size > 0 ? Math.min(Math.ceil(result.total / size), Math.floor(LAST_OFFSET / size) + 1) : 0,
    hitsPerPage: size,
    processingTimeMS: Math.ceil(result.took),
    query,
    params: '',
    ...(notes.length > 0 && { userData: notes }),
    exhaustiveNbHits: result.totalIsExact,
    exhaustiveFacetsCount: true,
    facets: Object.fromEntries(
      facets.map(([name, counts]) => [
        name,
        Object.fromEntries(counts.slice(0, maxValuesPerFacet).map(({ value, count }) => [value, count])),
      ]),
    ),
    facets_stats: Object.fromEntries(
      facets
        .filter(([name, counts]) => isRanged(name as FacetName) && counts.length > 0)
        .map(([name, counts]) => [name, statisticsOf(counts)]),
    ),
  }
}

function statisticsOf(counts: readonly FacetCount[]): FacetStatistics {
  const numbers = counts.map(({ value }) => Number(value))
  const hits = counts.reduce((sum, { count }) => sum + count, 0)
  const sum = counts.reduce((total, { count }, i) => total + numbers[i]! * count, 0)
  return { min: Math.min(...numbers), max: Math.max(...numbers), avg: sum / hits, sum }
}

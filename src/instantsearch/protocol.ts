import type { QueryNote } from '../query/note.js'
import type { Hit } from '../search/hit.js'

// What InstantSearch and a search client say to each other, as far as dafu has an answer. The shapes are those of
// Algolia's search API. Source: https://www.algolia.com/doc/api-reference/api-methods/multiple-queries/

/** A condition, or a list of them that must all hold; in a list within it, any. Deeper lists are refused. */
export type FilterList = string | readonly FilterList[]

/** The parameters that are read; all others change nothing. One that is undefined is as one left out. */
export interface SearchParameters {
  /** The text of the search box. A blank one finds everything. */
  query?: string | undefined
  /** From 0. */
  page?: number | undefined
  /** By default 20. */
  hitsPerPage?: number | undefined
  /** The facets to count; `*` stands for all. */
  facets?: string | readonly string[] | undefined
  /** By default 100. */
  maxValuesPerFacet?: number | undefined
  /** `issuer:株洲市科学技术局`; `issuer:-株洲市科学技术局` for all others. */
  facetFilters?: FilterList | undefined
  /** `year>=2023`; of `year` and `due`. */
  numericFilters?: FilterList | undefined
  /** One hit a reply: its best paragraph. */
  distinct?: boolean | number | undefined
  /** Refused: its language is Algolia's. */
  filters?: string | undefined
  /** Set before what is marked; by default the placeholder that InstantSearch replaces once it has escaped the text. */
  highlightPreTag?: string | undefined
  highlightPostTag?: string | undefined
}

/** One of the searches that InstantSearch asks for at once. */
export interface SearchRequest {
  /** Any name. One that ends in `_date_desc` or `_date_asc` sorts by the letters' date, as `sortBy` wants it. */
  indexName: string
  params?: SearchParameters
}

/** A search among the values of one facet. */
export interface FacetSearchRequest {
  indexName: string
  params: SearchParameters & {
    facetName: string
    /** Values that hold it are found, whatever their width and case. */
    facetQuery?: string
    /** By default 10. */
    maxFacetHits?: number
  }
}

/** The same, as version 5 of Algolia's own client has it. */
export interface FacetSearch {
  indexName: string
  facetName: string
  searchForFacetValuesRequest?: {
    facetQuery?: string
    maxFacetHits?: number
    /** Refused. */
    params?: string
  }
}

/** A text with its marks, not escaped. */
export interface HighlightedText {
  value: string
  /** `full` where the whole query stands in the text as it was typed. */
  matchLevel: 'none' | 'partial' | 'full'
  /** What was marked. */
  matchedWords: string[]
}

/**
 * The attributes that a widget can show. All but `text` and `lead` are those of `FacetName` (of which `mark`, `due`, `cites`
 * and `place` only filter), or stand in the letter's head.
 */
export interface RecordAttributes {
  /** The paragraph. */
  text: string
  lead?: string
  /** Of the first proposal that has one. */
  title?: string
  documentNumber?: string
  /** ISO 8601. */
  date?: string
  issuer?: string
  year?: number
  session: string[]
  kind: string[]
  category?: string
  /** The titles of the sections around the paragraph, outermost first. */
  section: string[]
  role?: string
  /** The numbers of the proposals. */
  proposal: string[]
  recipient: string[]
  /** The reply's id. */
  reply: string
}

/** Each attribute of text, marked. */
export type HighlightedAttributes = {
  [name in keyof RecordAttributes]: RecordAttributes[name] extends string[]
    ? HighlightedText[]
    : HighlightedText
}

/** A hit as widgets show it: one paragraph. */
export interface ReplyRecord extends RecordAttributes {
  /** The paragraph's id: a deep link. */
  objectID: string
  /** The hit as `search` returned it. */
  dafu: Hit
  /** In titles and names, the words of the query are marked, and those that are marked in `text`. */
  _highlightResult: HighlightedAttributes
  /** As `_highlightResult`, but with a window of the text around its marks. */
  _snippetResult: HighlightedAttributes
}

/** The least, greatest and mean of a facet's numbers, and their sum. */
export interface FacetStatistics {
  min: number
  max: number
  avg: number
  sum: number
}

/** What one search found; `T` is what the caller says a record is. */
export interface SearchResponse<T = ReplyRecord> {
  index: string
  hits: (ReplyRecord & T)[]
  nbHits: number
  /** From 0. */
  page: number
  nbPages: number
  hitsPerPage: number
  processingTimeMS: number
  query: string
  /** Empty. */
  params: string
  exhaustiveNbHits: boolean
  exhaustiveFacetsCount: boolean
  /** For each facet its values and how many hits have them. */
  facets: { [facet: string]: { [value: string]: number } }
  /** The notes of the query, for `queryRuleCustomData`; left out where there are none. */
  userData?: QueryNote[]
  /** Of `year` and `due`. */
  facets_stats: { [facet: string]: FacetStatistics }
}

/** The values of a facet that hold what was typed, the most frequent first. */
export interface FacetSearchResponse {
  facetHits: { value: string; highlighted: string; count: number }[]
  exhaustiveFacetsCount: boolean
  processingTimeMS: number
}

/** What `instantsearch({ searchClient })` and `<InstantSearch searchClient>` take. */
export interface InstantSearchClient {
  /**
   * Answers each request, in their order.
   *
   * @throws UnsupportedQueryError for a filter that dafu has not.
   */
  search<T = ReplyRecord>(requests: readonly SearchRequest[]): Promise<{ results: SearchResponse<T>[] }>
  /**
   * For the search box of a facet.
   *
   * @throws UnsupportedQueryError for a filter that dafu has not.
   */
  searchForFacetValues(requests: readonly FacetSearchRequest[]): Promise<FacetSearchResponse[]>
  /** The same, asked as version 5 of Algolia's own client asks. */
  searchForFacetValues(request: FacetSearch): Promise<FacetSearchResponse>
}

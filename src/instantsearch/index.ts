export { instantSearchClient } from './client.js'
export type {
  FacetSearch,
  FacetSearchRequest,
  FacetSearchResponse,
  FacetStatistics,
  FilterList,
  HighlightedAttributes,
  HighlightedText,
  InstantSearchClient,
  RecordAttributes,
  ReplyRecord,
  SearchParameters,
  SearchRequest,
  SearchResponse,
} from './protocol.js'

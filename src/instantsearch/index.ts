export { instantSearchClient } from './client.js'
export type {
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

export { type OpenSearchOptions, openSearch } from './ask/open-search.js'
export type { SearchClient } from './client.js'
export { ClusterError, PushError, type Rejection } from './errors.js'
export { type PushOptions, type PushProgress, type PushSummary, pushReplies } from './push-replies.js'

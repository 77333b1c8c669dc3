export type { SearchClient } from './client.js'
export { ClusterError, PushError, type Rejection } from './errors.js'
export { type OpenSearchOptions, openSearch } from './open-search.js'
export { type PushOptions, type PushProgress, type PushSummary, pushReplies } from './push-replies.js'

import type { BuildOptions } from '../../search/reply-index.js'
import type { SearchClient } from '../client.js'

/** How replies are sent to a cluster. */
export interface PushOptions extends Pick<BuildOptions, 'segmenter' | 'synonyms' | 'signal'> {
  client: SearchClient
  /** The name that the index is searched by: an alias, which stands for the newest complete index. */
  index: string
  /** Parts of the new index, each of which a node holds whole. Default: 1. */
  shards?: number
  /** Further copies of each part, on other nodes. Default: 1. */
  replicas?: number
  /** Milliseconds for each request. Default: 60,000. */
  timeout?: number
  /** Called after every 50 replies, and at the end. */
  onProgress?: (progress: PushProgress) => void
}

/** How far a push has come. */
export interface PushProgress {
  replies: number
  paragraphs: number
  /** Sent so far. */
  bytes: number
}

/** What a push has done. */
export interface PushSummary extends PushProgress {
  /** The index that the alias stands for now. */
  index: string
  /** Replies that an earlier push, which was broken off, had sent. */
  skipped: number
  /** Documents that were sent again, because the cluster was busy or a node was lost. */
  retries: number
}

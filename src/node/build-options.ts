import type { Reply } from '../reply/reply.js'
import type { BuildOptions as CoreOptions } from '../search/reply-index.js'

export type Replies = Iterable<Reply> | AsyncIterable<Reply>

/** As for the core's `buildIndex`; the segmenter is jieba unless another is given. */
export type BuildOptions = Omit<CoreOptions, 'segmenter'> & Partial<Pick<CoreOptions, 'segmenter'>>

export interface FileOptions extends BuildOptions {
  /**
   * About how many bytes of postings and replies are gathered before they are written beside the index, to be merged at
   * the end. Each dictionary of jieba takes 250 MB more. Default: 16 MB.
   */
  memory?: number
  /**
   * How many threads work: this one, which indexes, and others that segment, each with a dictionary. A segmenter that is
   * not jieba works in this thread. What does not fit into `memory` is written in two threads at last, unless this is 1.
   * Default: 3, if there are two cores and the letters have 3 million characters; else 1. More pay only where segmenting
   * takes longer than all else.
   */
  workers?: number
}

/** The synonyms are those of the index. */
export interface UpdateOptions extends Omit<FileOptions, 'synonyms'> {
  /** Ids of replies to leave out: of the index, and of what is added to it. */
  remove?: readonly string[]
}

/** How files are merged. */
export type MergeOptions = Pick<BuildOptions, 'signal'>

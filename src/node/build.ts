import type { Reply } from '../reply/reply.js'
import { buildIndex as buildCoreIndex } from '../search/build-index.js'
import type { BuildOptions as CoreOptions, ReplyIndex } from '../search/reply-index.js'
import type { IndexSummary } from '../search/reply-search.js'
import { printable } from './inspect.js'
import { jieba } from './jieba.js'

/** As for the core's `buildIndex`; the segmenter is jieba unless another is given. */
export type BuildOptions = Omit<CoreOptions, 'segmenter'> & Partial<Pick<CoreOptions, 'segmenter'>>

type Replies = Iterable<Reply> | AsyncIterable<Reply>

/** Builds an index in memory, which can be searched, changed and saved. */
export async function buildIndex(replies: Replies, options: BuildOptions = {}): Promise<ReplyIndex> {
  return printable(await buildCoreIndex(replies, withSegmenter(options)))
}

/**
 * Builds an index and writes it to a file. The file is replaced in one step once the index is complete: whatever fails
 * before leaves the old one as it was. Of replies with the same id the last stays.
 *
 * @throws InvalidReplyError | SegmenterError | IndexWriteError
 */
export async function buildIndexFile(
  replies: Replies,
  path: string,
  options: BuildOptions = {},
): Promise<IndexSummary> {
  // Loaded on use, so that a program that only searches starts without it.
  const { writeIndexFile } = await import('./write-index-file.js')
  return writeIndexFile(replies, path, withSegmenter(options))
}

function withSegmenter({ segmenter = jieba(), ...options }: BuildOptions): CoreOptions {
  return { segmenter, ...options }
}

import type { Reply } from '../reply/reply.js'
import {
  buildIndex as buildCoreIndex,
  type BuildOptions as CoreOptions,
  type ReplyIndex,
} from '../search/reply-index.js'
import type { IndexSummary } from '../search/reply-search.js'
import { printable } from './inspect.js'
import { jieba } from './jieba.js'
import { replaceFile } from './replace-file.js'

/** As for the core's `buildIndex`; the segmenter is jieba unless another is given. */
export type BuildOptions = Omit<CoreOptions, 'segmenter'> & Partial<Pick<CoreOptions, 'segmenter'>>

type Replies = Iterable<Reply> | AsyncIterable<Reply>

/** Builds an index in memory, which can be searched, changed and saved. */
export async function buildIndex(replies: Replies, options: BuildOptions = {}): Promise<ReplyIndex> {
  return printable(await buildCoreIndex(replies, { segmenter: jieba(), ...options }))
}

/**
 * Builds an index and writes it to a file. The file is replaced in one step once the index is complete: whatever fails
 * before leaves the old one as it was.
 *
 * @throws IndexWriteError
 */
export async function buildIndexFile(
  replies: Replies,
  path: string,
  options: BuildOptions = {},
): Promise<IndexSummary> {
  const index = await buildIndex(replies, options)
  try {
    const bytes = await index.toBytes()
    await replaceFile(path, bytes, options.signal)
    return { ...index.summary, bytes: bytes.length }
  } finally {
    await index.close()
  }
}

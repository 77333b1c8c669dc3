import { failedToLoad } from '../failed-to-load.js'
import type { Reply } from '../reply/reply.js'
import type { BuildOptions, ReplyIndex } from './reply-index.js'

/**
 * Indexes replies in memory. Of replies with the same id the last stays. What only a builder needs (Traditional characters,
 * MiniSearch) is loaded here, so that a reader does without.
 *
 * @throws InvalidReplyError for a value that is no `Reply`.
 * @throws SegmenterError if the segmenter's segments do not concatenate to their text.
 */
export async function buildIndex(
  replies: Iterable<Reply> | AsyncIterable<Reply>,
  options: BuildOptions,
): Promise<ReplyIndex> {
  const { indexReplies } = await import('./reply-index.js').catch(failedToLoad)
  return indexReplies(replies, options)
}

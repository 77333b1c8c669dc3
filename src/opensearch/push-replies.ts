import { failedToLoad } from '../failed-to-load.js'
import type { Reply } from '../reply/reply.js'
import type { PushOptions, PushSummary } from './push/options.js'

/**
 * Sends replies to a cluster, as an index of its own, and has the alias `index` stand for it once it is complete and
 * every document has arrived; what it stood for before is deleted then. A push that was broken off is continued by the
 * next one with the same segmenter and synonyms: what has arrived is not sent again. Of replies with the same id the last
 * stays. One push of an index at a time.
 *
 * @throws PushError if the cluster refuses documents; the alias stays where it was.
 * @throws ClusterError if the cluster takes nothing for a minute and a half, and the `timeout` of a request that is under
 * way then; at once if it refuses a request, or its certificate is wrong.
 * @throws IndexFormatError if `index` is the name of something that dafu has not made.
 * @throws InvalidReplyError for a value that is no `Reply`.
 * @throws SegmenterError if the segmenter's segments do not concatenate to their text.
 */
export async function pushReplies(
  replies: Iterable<Reply> | AsyncIterable<Reply>,
  options: PushOptions,
): Promise<PushSummary> {
  // Loaded on use, so that a program that only searches does without.
  const { push } = await import('./push/push.js').catch(failedToLoad)
  return push(replies, options)
}

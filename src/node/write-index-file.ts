import { createBatch } from '../postings/batch.js'
import { writeIndex } from '../postings/file/writer.js'
import { indexSettings } from '../postings/index-settings.js'
import type { Reply } from '../reply/reply.js'
import { assertReply } from '../reply/schema.js'
import type { BuildOptions } from '../search/reply-index.js'
import type { IndexSummary } from '../search/reply-search.js'
import { openIndex } from './open-index.js'
import { replaceFile } from './replace-file.js'

/** See `buildIndexFile`. */
export async function writeIndexFile(
  replies: Iterable<Reply> | AsyncIterable<Reply>,
  path: string,
  { segmenter, synonyms, onProgress, signal }: BuildOptions,
): Promise<IndexSummary> {
  const batch = createBatch(indexSettings(segmenter, synonyms))
  for await (const reply of replies) {
    signal?.throwIfAborted()
    assertReply(reply)
    batch.add(reply)
    onProgress?.({ replies: batch.replies })
  }
  await replaceFile(path, (sink) => writeIndex(batch.content(), sink), signal)
  const index = await openIndex(path)
  try {
    return index.summary
  } finally {
    await index.close()
  }
}

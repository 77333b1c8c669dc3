import { createBatch } from '../postings/batch.js'
import { writeIndex } from '../postings/file/writer.js'
import type { Reply } from '../reply/reply.js'
import { assertReply } from '../reply/schema.js'
import {
  buildIndex as buildCoreIndex,
  type BuildOptions as CoreOptions,
  type ReplyIndex,
} from '../search/reply-index.js'
import type { IndexSummary } from '../search/reply-search.js'
import { createAnalyzer } from '../text/analyzer.js'
import { DOMAIN_SYNONYMS } from '../text/domain-synonyms.js'
import { traditionalFolding } from '../text/folding-table.js'
import { createFolding } from '../text/normalize.js'
import { printable } from './inspect.js'
import { jieba } from './jieba.js'
import { openIndex } from './open-index.js'
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
 * before leaves the old one as it was. Of replies with the same id the last stays.
 *
 * @throws InvalidReplyError | SegmenterError | IndexWriteError
 */
export async function buildIndexFile(
  replies: Replies,
  path: string,
  { segmenter = jieba(), synonyms = [], onProgress, signal }: BuildOptions = {},
): Promise<IndexSummary> {
  const batch = createBatch({
    analyzer: createAnalyzer(createFolding(traditionalFolding()), segmenter),
    segmenter,
    synonyms: [...DOMAIN_SYNONYMS, ...synonyms],
  })
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

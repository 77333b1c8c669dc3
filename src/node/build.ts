import { checkOptions } from '../check-options.js'
import { failedToLoad } from '../failed-to-load.js'
import { buildIndex as buildCoreIndex } from '../search/build-index.js'
import type { BuildOptions as CoreOptions, ReplyIndex } from '../search/reply-index.js'
import type { IndexSummary } from '../search/reply-search.js'
import type { BuildOptions, FileOptions, MergeOptions, Replies, UpdateOptions } from './build-options.js'
import { printable } from './print/inspect.js'
import { jieba } from './words/jieba.js'

// What writes files is loaded on use, so that a program that only searches starts without it.

/** Builds an index in memory, which can be searched, changed and saved. */
export async function buildIndex(replies: Replies, options: BuildOptions = {}): Promise<ReplyIndex> {
  return printable(await buildCoreIndex(replies, withSegmenter(options, 'buildIndex')))
}

/**
 * Builds an index and writes it to a file. The file is replaced in one step once the index is complete: whatever fails
 * before leaves the old one as it was. Of replies with the same id the last stays. The bytes depend on the replies, the
 * segmenter and the synonyms alone, not on `memory` and `workers`.
 *
 * @throws InvalidReplyError | SegmenterError | IndexWriteError
 */
export async function buildIndexFile(
  replies: Replies,
  path: string,
  options: FileOptions = {},
): Promise<IndexSummary> {
  const { writeBuilt } = await import('./write/write-index-files.js').catch(failedToLoad)
  return writeBuilt(replies, path, withSegmenter(options, 'buildIndexFile'))
}

/**
 * Writes an index of the replies of several index files, without their documents: byte for byte what one build of these
 * replies gives. Of replies with the same id that of the last file stays. The file is replaced as by `buildIndexFile`;
 * it may be one of those that are merged.
 *
 * @throws IndexMismatchError for files of different segmenters, synonyms or folds.
 * @throws IndexReadError | IndexFormatError | IndexVersionError | IndexWriteError
 */
export async function mergeIndexFiles(
  paths: readonly string[],
  path: string,
  options: MergeOptions = {},
): Promise<IndexSummary> {
  checkOptions(options, 'mergeIndexFiles')
  const { writeMerged } = await import('./write/write-index-files.js').catch(failedToLoad)
  return writeMerged(paths, path, options)
}

/**
 * Adds replies to an index file, in place of those with the same ids, and removes others: byte for byte what a build of
 * all replies gives, but only the new ones are segmented. The file is replaced as by `buildIndexFile`.
 *
 * @param path Where the new index goes, for example `base`.
 * @throws IndexMismatchError for a file of another segmenter, or of other folds.
 * @throws DafuError for a reply to remove that the index does not have.
 * @throws InvalidReplyError | SegmenterError | IndexReadError | IndexFormatError | IndexVersionError | IndexWriteError
 */
export async function updateIndexFile(
  base: string,
  replies: Replies,
  path: string,
  options: UpdateOptions = {},
): Promise<IndexSummary> {
  const { writeUpdated } = await import('./write/write-index-files.js').catch(failedToLoad)
  return writeUpdated(base, replies, path, withSegmenter(options, 'updateIndexFile'))
}

function withSegmenter<Options extends BuildOptions>(
  options: Options,
  of: string,
): Options & Pick<CoreOptions, 'segmenter'> {
  checkOptions(options, of)
  return { ...options, segmenter: options.segmenter ?? jieba() }
}

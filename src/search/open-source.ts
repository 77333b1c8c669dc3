import type { OpenOptions } from '../postings/file/index-file.js'
import { openFile } from '../postings/file/reader.js'
import type { ByteSource } from '../postings/file/source/byte-source.js'
import { createReplySearch, type ReplySearch } from './reply-search.js'

/**
 * Reads what every query needs, and answers in this thread.
 * @throws IndexFormatError
 * @throws IndexVersionError
 */
export async function openSource(source: ByteSource, options: OpenOptions = {}): Promise<ReplySearch> {
  return createReplySearch(await openFile(source, options))
}

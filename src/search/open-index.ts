import { IndexReadError } from '../errors.js'
import { type ByteSource, blobSource, bytesSource } from '../postings/file/byte-source.js'
import { type HttpOptions, httpSource } from '../postings/file/http-source.js'
import type { OpenOptions as FileOptions } from '../postings/file/index-file.js'
import { openFile } from '../postings/file/reader.js'
import { createReplySearch, type ReplySearch } from './reply-search.js'

/** How an index is opened; `fetch`, `onWarning` and `retries` are for one that is read from a host. */
export interface OpenOptions extends FileOptions, HttpOptions {}

/**
 * Opens a `.dafu` file for searching. Only the blocks that a query touches are read.
 *
 * @param source Bytes, a `Blob`, a source of one's own, or a URL (a text is taken for one, relative to the page).
 * @throws IndexReadError if the bytes cannot be read.
 * @throws IndexFormatError if they are no index, or damaged.
 * @throws IndexVersionError if they are an index of another format version.
 */
export async function openIndex(
  source: string | URL | Uint8Array | Blob | ByteSource,
  options: OpenOptions = {},
): Promise<ReplySearch> {
  return createReplySearch(await openFile(await toSource(source, options), options))
}

async function toSource(source: unknown, options: HttpOptions): Promise<ByteSource> {
  if (typeof source === 'string' || source instanceof URL) return httpSource(String(source), options)
  if (source instanceof Uint8Array) return bytesSource(source)
  if (source instanceof Blob) return blobSource(source)
  if (isByteSource(source)) return source
  throw new IndexReadError(
    `openIndex takes a URL, a Uint8Array, a Blob or a ByteSource, not ${source === null ? 'null' : typeof source}.`,
    { source: 'openIndex' },
  )
}

function isByteSource(source: unknown): source is ByteSource {
  return typeof (source as ByteSource | null)?.read === 'function'
}

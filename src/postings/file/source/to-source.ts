import { IndexReadError } from '../../../errors.js'
import { type ByteSource, blobSource, bytesSource } from './byte-source.js'
import { type HttpOptions, httpSource } from './http-source.js'

/** Bytes, a `Blob`, a source of one's own, or a URL (a text is taken for one, relative to the page). */
export type IndexSource = string | URL | Uint8Array | ArrayBuffer | Blob | ByteSource

/** @throws IndexReadError */
export async function toSource(source: IndexSource, options: HttpOptions): Promise<ByteSource> {
  if (typeof source === 'string' || source instanceof URL) return httpSource(String(source), options)
  if (source instanceof Uint8Array) return bytesSource(source)
  if (source instanceof ArrayBuffer) return bytesSource(new Uint8Array(source))
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

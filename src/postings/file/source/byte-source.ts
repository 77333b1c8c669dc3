import { IndexReadError } from '../../../errors.js'

/** Where the bytes of an index come from. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number
  /** Two reads whose distance is at most this are made as one. Default: 0. */
  readonly gap?: number
  /** What to call it in an error. */
  readonly name?: string | undefined
  /** Gives exactly `length` bytes; at once, where there is nothing to wait for. */
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array> | Uint8Array
  /** Releases what it holds open. */
  close(): Promise<void>
}

export function bytesSource(bytes: Uint8Array, name?: string): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    async close() {},
  }
}

export function blobSource(blob: Blob): ByteSource {
  const name = 'name' in blob && typeof blob.name === 'string' ? blob.name : undefined
  return {
    name,
    gap: 4096,
    size: blob.size,
    async read(offset, length) {
      try {
        return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer())
      } catch (cause) {
        const source = name ?? 'the blob'
        throw new IndexReadError(
          `Could not read bytes ${offset} to ${offset + length} of ${source}. If the file was changed, open it again.`,
          { source },
          { cause },
        )
      }
    },
    async close() {},
  }
}

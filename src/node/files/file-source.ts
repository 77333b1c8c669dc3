import { open } from 'node:fs/promises'
import { IndexReadError } from '../../errors.js'
import type { ByteSource } from '../../postings/file/source/byte-source.js'
import { fs } from '../built-in.js'
import { reasonOf } from '../errors.js'

/** Reading this many bytes more costs less than a second read. */
const GAP = 16_384

/**
 * A file read by position, never as a whole. It stays readable as it was when another file takes its place.
 *
 * @throws IndexReadError
 */
export async function fileSource(path: string): Promise<ByteSource> {
  const file = await attempt(path, () => open(path, 'r'))
  try {
    const { size } = await attempt(path, () => file.stat())
    return {
      name: path,
      size,
      gap: GAP,
      // Waiting for the thread pool takes ten times as long as a read of what the system has in memory.
      read(offset, length) {
        if (file.fd < 0) throw new IndexReadError(`${path} was closed. Open it again.`, { source: path })
        try {
          const buffer = Buffer.allocUnsafe(length)
          const read = fs.readSync(file.fd, buffer, 0, length, offset)
          return read === length ? buffer : buffer.subarray(0, read)
        } catch (cause) {
          throw unreadable(path, cause)
        }
      },
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Opens what a path holds. */
export async function openPath<Opened>(
  path: string,
  open: (source: ByteSource) => Promise<Opened>,
): Promise<Opened> {
  const source = await fileSource(path)
  try {
    return await open(source)
  } catch (error) {
    await source.close()
    throw error
  }
}

async function attempt<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

function unreadable(path: string, cause: unknown): IndexReadError {
  const isMeant = ['EISDIR', 'ENOENT'].includes((cause as NodeJS.ErrnoException).code ?? '')
  const remedy = isMeant ? ' An index is one file, which `dafu build` makes of letters.' : ''
  return new IndexReadError(
    `${String(path)} could not be read: ${reasonOf(cause)}.${remedy}`,
    { source: path },
    { cause },
  )
}

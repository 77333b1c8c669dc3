import { contentOf } from '../../postings/file/content.js'
import { type FileStore, openFile } from '../../postings/file/reader.js'
import { openPath } from '../files/file-source.js'
import type { Part } from './part.js'

/** A file that is read from its start to its end needs to keep no more. */
const CACHE = 2 ** 20

/** The content of a file. */
export interface StoredPart extends Part {
  store: FileStore
}

/**
 * Opens files for as long as they are used.
 *
 * @throws IndexReadError | IndexFormatError | IndexVersionError
 */
export async function useParts<Result>(
  paths: readonly string[],
  use: (parts: StoredPart[]) => Promise<Result>,
): Promise<Result> {
  const parts: StoredPart[] = []
  try {
    for (const path of paths) {
      const store = await openPath(path, (source) => openFile(source, { cacheBytes: CACHE }))
      parts.push({ name: path, store, content: contentOf(store) })
    }
    return await use(parts)
  } finally {
    for (const { store } of parts) await store.close()
  }
}

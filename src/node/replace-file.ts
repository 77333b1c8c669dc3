import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { IndexWriteError, reasonOf } from './errors.js'

/**
 * Writes a file beside its place, flushes it to disk and moves it there in one step: a reader sees the old file or the
 * new one, and so does whoever looks after a crash. A leftover is hidden and ends in `.tmp`.
 *
 * @throws IndexWriteError
 */
export async function replaceFile(path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    await useFile(temporary, 'wx', async (file) => {
      await file.writeFile(bytes, { signal })
      await file.sync()
    })
    signal?.throwIfAborted()
    await rename(temporary, path)
    await flushFolder(dirname(path))
  } catch (cause) {
    await rm(temporary, { force: true })
    signal?.throwIfAborted()
    throw new IndexWriteError(`${path} could not be written: ${reasonOf(cause)}.`, path, { cause })
  }
}

/** So that the move itself outlives a power failure, where the system can flush a folder. */
async function flushFolder(path: string): Promise<void> {
  await useFile(path, 'r', (folder) => folder.sync()).catch(() => {})
}

async function useFile(path: string, flags: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags)
  try {
    await use(file)
  } finally {
    await file.close()
  }
}

import { rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { IndexSink } from '../../postings/file/sink.js'
import { IndexWriteError, writeError } from '../errors.js'
import { fileSink, useFile } from './file-sink.js'
import { temporaryFor } from './temporary.js'

/**
 * Tells what must not be replaced by an index, before long work is done in vain.
 *
 * @throws IndexWriteError
 */
export async function checkReplaceable(path: string): Promise<void> {
  if (typeof path !== 'string') {
    throw new IndexWriteError(
      `The path of the index to write is ${String(path)}. Say where it goes, for example letters.dafu.`,
      String(path),
    )
  }
  const found = await stat(path).catch(() => undefined)
  if (!found || found.isFile()) return
  if (found.isDirectory()) {
    const file = join(path, 'letters.dafu')
    throw new IndexWriteError(
      `${path} is a folder. Name a file in it for the index, for example ${file}.`,
      path,
    )
  }
  // /dev/null would be replaced for every program.
  throw new IndexWriteError(`${path} is a device or the like, and no file. Call the index name.dafu.`, path)
}

/**
 * Writes an index beside its place, flushes it to disk and moves it there in one step: a reader sees the old file or the
 * new one, and so does whoever looks after a crash.
 *
 * @throws IndexWriteError
 */
export async function replaceFile(
  path: string,
  write: (sink: IndexSink) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const temporary = temporaryFor(path)
  try {
    await useFile(temporary, 'wx', async (file) => {
      await write(fileSink(file, signal))
      await file.sync()
    })
    signal?.throwIfAborted()
    await rename(temporary, path)
    await flushFolder(dirname(path))
  } catch (cause) {
    await rm(temporary, { force: true })
    signal?.throwIfAborted()
    throw writeError(path, cause)
  }
}

/** So that the move itself outlives a power failure, where the system can flush a folder. */
async function flushFolder(path: string): Promise<void> {
  await useFile(path, 'r', (folder) => folder.sync()).catch(() => {})
}

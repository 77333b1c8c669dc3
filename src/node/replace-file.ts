import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DafuError } from '../errors.js'
import type { IndexSink } from '../postings/file/sink.js'
import { IndexWriteError, reasonOf } from './errors.js'

/**
 * Writes an index beside its place, flushes it to disk and moves it there in one step: a reader sees the old file or the
 * new one, and so does whoever looks after a crash. A leftover is hidden and ends in `.tmp`.
 *
 * @throws IndexWriteError
 */
export async function replaceFile(
  path: string,
  write: (sink: IndexSink) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    await useFile(temporary, 'wx', async (file) => {
      await write({ write: (bytes, position) => writeAt(file, bytes, position, signal) })
      await file.sync()
    })
    signal?.throwIfAborted()
    await rename(temporary, path)
    await flushFolder(dirname(path))
  } catch (cause) {
    await rm(temporary, { force: true })
    signal?.throwIfAborted()
    if (cause instanceof DafuError) throw cause
    throw new IndexWriteError(`${path} could not be written: ${reasonOf(cause)}.`, path, { cause })
  }
}

/** A disk that is full takes a part of the bytes before it refuses the rest. */
async function writeAt(
  file: FileHandle,
  bytes: Uint8Array,
  position: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    signal?.throwIfAborted()
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
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

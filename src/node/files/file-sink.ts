import { type FileHandle, open } from 'node:fs/promises'
import type { IndexSink } from '../../postings/file/sink.js'

/** A sink that writes into an open file. */
export function fileSink(file: FileHandle, signal?: AbortSignal): IndexSink {
  return {
    // A disk that is full takes a part of the bytes before it refuses the rest.
    async write(bytes, position) {
      for (let written = 0; written < bytes.length; ) {
        signal?.throwIfAborted()
        written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
      }
    },
  }
}

/** Opens a file for as long as it is used. */
export async function useFile(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags)
  try {
    await use(file)
  } finally {
    await file.close()
  }
}

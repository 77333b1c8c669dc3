import { updateIndexFile } from '../build.js'
import { interruptSignal } from '../program.js'
import type { UpdateFlags } from './update.js'
import { fileOptions, summed, withLetters } from './writing.js'

/** Updates an index, and returns a summary of the new one. */
export function updateFromPaths(
  base: string,
  paths: readonly string[],
  { output = base, remove = [], ...flags }: UpdateFlags,
): Promise<string> {
  const signal = interruptSignal()
  return summed(output, () =>
    withLetters(paths, { output, ...flags }, (replies, onProgress) =>
      updateIndexFile(base, replies, output, { ...fileOptions(flags), remove, onProgress, signal }),
    ),
  )
}

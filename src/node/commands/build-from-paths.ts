import { buildIndexFile } from '../build.js'
import { interruptSignal } from '../program.js'
import type { LetterFlags } from './letter-options.js'
import { fileOptions, summed, withLetters } from './writing.js'

export interface BuildFlags extends LetterFlags {
  output: string
}

/** Builds an index, and returns a summary of the build. */
export function buildFromPaths(paths: readonly string[], flags: BuildFlags): Promise<string> {
  const signal = interruptSignal()
  return summed(flags.output, () =>
    withLetters(paths, flags, (replies, onProgress) =>
      buildIndexFile(replies, flags.output, { ...fileOptions(flags), onProgress, signal }),
    ),
  )
}

import { buildIndexFile } from '../build.js'
import { jieba } from '../jieba.js'
import { interruptSignal } from '../program.js'
import type { BuildFlags } from './build.js'
import { summed, withLetters } from './writing.js'

/** Builds an index, and returns a summary of the build. */
export function buildFromPaths(paths: readonly string[], flags: BuildFlags): Promise<string> {
  const signal = interruptSignal()
  return summed(flags.output, () =>
    withLetters(paths, flags, (replies) =>
      buildIndexFile(replies, flags.output, { segmenter: jieba(flags), signal }),
    ),
  )
}

import { updateIndexFile } from '../build.js'
import { jieba } from '../jieba.js'
import { interruptSignal } from '../program.js'
import type { UpdateFlags } from './update.js'
import { summed, withLetters } from './writing.js'

/** Updates an index, and returns a summary of the new one. */
export function updateFromPaths(
  base: string,
  paths: readonly string[],
  { output = base, remove = [], ...flags }: UpdateFlags,
): Promise<string> {
  const signal = interruptSignal()
  return summed(output, () =>
    withLetters(paths, { output, ...flags }, (replies) =>
      updateIndexFile(base, replies, output, { segmenter: jieba(flags), remove, signal }),
    ),
  )
}

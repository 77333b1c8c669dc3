import { SingleBar } from 'cli-progress'
import { DafuError } from '../../errors.js'
import { buildIndexFile } from '../build.js'
import { findDocuments } from '../documents.js'
import { jieba } from '../jieba.js'
import { plural } from '../print.js'
import { interruptSignal, ReportedError } from '../program.js'
import { readReplies } from '../read-replies.js'
import type { BuildFlags } from './build.js'

/**
 * Builds an index with a progress bar, and says for each file that could not be read why. Unless told to keep going, one
 * such file is enough for no index to be written.
 *
 * @returns A summary of the build.
 */
export async function buildFromPaths(paths: readonly string[], flags: BuildFlags): Promise<string> {
  const started = performance.now()
  const signal = interruptSignal()
  const failures: string[] = []
  const onError = ({ message }: DafuError): void => void failures.push(message)
  const documents = await findDocuments(paths, onError)
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {stage}',
    hideCursor: true,
    clearOnComplete: true,
  })

  async function* replies() {
    let count = 0
    for await (const reply of readReplies(documents, { onError })) {
      yield reply
      bar.update(++count)
    }
    if (failures.length > 0 && !flags.keepGoing) throw new ReportedError()
    if (count === 0) throw new DafuError('There is no letter to build an index from; none was written.')
    bar.update({ stage: `writing ${flags.output}` })
  }

  bar.start(documents.length, 0, { stage: 'letters' })
  try {
    const segmenter = jieba({ ...(flags.userDictionary && { userDictionary: flags.userDictionary }) })
    const summary = await buildIndexFile(replies(), flags.output, { segmenter, signal })
    const counts = [
      plural(summary.replies, 'reply'),
      plural(summary.paragraphs, 'paragraph'),
      plural(summary.terms, 'term'),
      plural(summary.bytes, 'byte'),
    ]
    const seconds = (performance.now() - started) / 1000
    return `${flags.output}: ${counts.join(', ')}, in ${seconds.toFixed(1)} s.`
  } finally {
    bar.stop()
    for (const message of failures) console.error(message)
    if (failures.length > 0) {
      const remedy = flags.keepGoing ? '' : ' No index was written; --keep-going writes one without them.'
      console.error(`${plural(failures.length, 'file')} could not be read.${remedy}`)
    }
  }
}

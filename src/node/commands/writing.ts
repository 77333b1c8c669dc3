import { SingleBar } from 'cli-progress'
import { DafuError } from '../../errors.js'
import type { Reply } from '../../reply/reply.js'
import type { IndexSummary } from '../../search/reply-search.js'
import { findDocuments } from '../documents.js'
import { plural } from '../print.js'
import { ReportedError } from '../program.js'
import { readReplies } from '../read-replies.js'

/**
 * Reads letters with a progress bar, and says for each file that could not be read why. Unless told to keep going, one
 * such file is enough for no index to be written.
 */
export async function withLetters(
  paths: readonly string[],
  { output, keepGoing }: { output: string; keepGoing?: boolean },
  write: (replies: AsyncIterable<Reply>) => Promise<IndexSummary>,
): Promise<IndexSummary> {
  const failures: string[] = []
  const onError = ({ message }: DafuError): void => void failures.push(message)
  const documents = await findDocuments(paths, onError)
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {stage}',
    hideCursor: true,
    clearOnComplete: true,
  })

  async function* replies(): AsyncGenerator<Reply> {
    let count = 0
    for await (const reply of readReplies(documents, { onError })) {
      yield reply
      bar.update(++count)
    }
    if (failures.length > 0 && !keepGoing) throw new ReportedError()
    if (count === 0 && paths.length > 0) {
      throw new DafuError('There is no letter to build an index from; none was written.')
    }
    bar.update({ stage: `writing ${output}` })
  }

  bar.start(documents.length, 0, { stage: 'letters' })
  try {
    return await write(replies())
  } finally {
    bar.stop()
    for (const message of failures) console.error(message)
    if (failures.length > 0) {
      const remedy = keepGoing ? '' : ' No index was written; --keep-going writes one without them.'
      console.error(`${plural(failures.length, 'file')} could not be read.${remedy}`)
    }
  }
}

/** Runs what writes an index, and sums it up in a line. */
export async function summed(output: string, write: () => Promise<IndexSummary>): Promise<string> {
  const started = performance.now()
  const summary = await write()
  const counts = [
    plural(summary.replies, 'reply'),
    plural(summary.paragraphs, 'paragraph'),
    plural(summary.terms, 'term'),
    plural(summary.bytes, 'byte'),
  ]
  const seconds = (performance.now() - started) / 1000
  return `${output}: ${counts.join(', ')}, in ${seconds.toFixed(1)} s.`
}

import progress from 'cli-progress'
import { DafuError } from '../../errors.js'
import type { NoteKind, Reply } from '../../reply/reply.js'
import type { IndexSummary } from '../../search/reply-search.js'
import type { FileOptions } from '../build-options.js'
import { findDocuments, isNamedLikeDocument, pathWithin } from '../files/documents.js'
import { plural } from '../print/print.js'
import { ReportedError } from '../program.js'
import { readReplies } from '../read-replies.js'
import { jieba } from '../words/jieba.js'
import type { LetterFlags } from './letter-options.js'

/** Notes of what a file holds and the index does not. */
const UNREAD: ReadonlySet<NoteKind> = new Set(['another letter', 'unread pages'])

type OnProgress = (progress: { replies: number }) => void

/**
 * Reads letters with a progress bar, and says for each file that could not be read why, and of others what was not read.
 * Unless told to keep going, one file that could not be read is enough for no index to be written.
 */
export async function withLetters(
  paths: readonly string[],
  { output, keepGoing, redact = [], ids = 'name', idsIn }: LetterFlags & { output: string },
  write: (replies: AsyncIterable<Reply>, onProgress: OnProgress) => Promise<IndexSummary>,
): Promise<IndexSummary> {
  const failures: string[] = []
  const onError = ({ message }: DafuError): void => void failures.push(message)
  const documents = await findDocuments(paths, onError)
  const pathIds = new Map(
    documents.map(({ path, within }) => [path, idsIn === undefined ? within : idWithin(idsIn, path)]),
  )
  const idOf = (path: string): string => pathIds.get(path)!
  const bar = new progress.SingleBar({
    format: '{bar} {value}/{total} letters, {eta_formatted} left{stage}',
    hideCursor: true,
    clearOnComplete: true,
    // It is no number as long as nothing can be said.
    formatTime: (seconds, ...rest) =>
      Number.isFinite(seconds) ? progress.Format.TimeFormat(seconds, ...rest) : '?',
  })

  const warnings: string[] = []
  const absent = failures.length
  let count = 0
  let indexed = 0
  let isRead = false

  async function* replies(): AsyncGenerator<Reply> {
    for await (const reply of readReplies([...pathIds.keys()], {
      onError,
      redact,
      ...((ids === 'path' || idsIn !== undefined) && { idOf }),
    })) {
      count++
      for (const { kind, message } of reply.notes ?? []) {
        if (UNREAD.has(kind)) warnings.push(`${reply.source}: ${message}`)
      }
      yield reply
    }
    if (failures.length > 0 && !keepGoing) throw new ReportedError()
    if (count === 0 && paths.length > 0) {
      throw new DafuError('There is no letter to build an index from; none was written.')
    }
    isRead = true
    show()
  }
  /** Letters are indexed after they are read, some of them much later where there are workers. */
  function show(): void {
    bar.update(indexed + failures.length - absent, {
      stage: isRead && indexed === count ? `; writing ${output}` : '',
    })
  }

  bar.start(documents.length, 0, { stage: '' })
  try {
    return await write(replies(), ({ replies }) => {
      indexed = replies
      show()
    })
  } finally {
    bar.stop()
    for (const message of [...warnings, ...failures]) console.error(message)
    if (failures.length > 0) {
      const goOn = count > 0 ? '; --keep-going writes one without them' : ''
      const remedy = keepGoing ? '' : ` No index was written${goOn}.`
      console.error(`${plural(failures.length, 'file')} could not be read.${remedy}`)
    }
  }
}

function idWithin(folder: string, path: string): string {
  const id = pathWithin(folder, path)
  if (!id.startsWith('..')) return id
  throw new DafuError(`${path} is not in ${folder}, which --ids-in names.`)
}

/** What the flags of `addLetterOptions` mean. */
export function fileOptions({ workers, memory, userDictionary }: LetterFlags): FileOptions {
  return {
    segmenter: jieba(userDictionary === undefined ? {} : { userDictionary }),
    ...(workers !== undefined && { workers }),
    ...(memory !== undefined && { memory: memory * 2 ** 20 }),
  }
}

/** At once, where a letter would be lost. */
function checkOutput(output: string): void {
  if (isNamedLikeDocument(output)) {
    throw new DafuError(
      `${output} is named like a letter, which an index must not overwrite. Call the index name.dafu.`,
    )
  }
}

/** Runs what writes an index, and sums it up in a line. */
export async function summed(output: string, write: () => Promise<IndexSummary>): Promise<string> {
  checkOutput(output)
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

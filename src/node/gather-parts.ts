import { mkdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { IndexSettings } from '../postings/index-settings.js'
import type { Reply } from '../reply/reply.js'
import { assertReply } from '../reply/schema.js'
import type { Segmenter } from '../text/segmenter.js'
import { BatchFiles, type BatchOptions } from './batch-files.js'
import type { FileOptions, Replies } from './build.js'
import { BuildWorkers, type WorkerTask } from './build-workers.js'
import { writeError } from './errors.js'
import { userWordsOf } from './jieba.js'
import { lookAhead } from './look-ahead.js'
import type { Part } from './part.js'
import { useParts } from './stored-parts.js'
import { temporaryFor } from './temporary.js'

/** In bytes. */
const MEMORY = 2 ** 28
/** Each loads a dictionary of 300 MB. */
const MOST_WORKERS = 4
/** Characters from which it pays that each worker loads a dictionary. */
const LARGE = 10_000_000

type GatherOptions = Pick<FileOptions, 'memory' | 'workers' | 'onProgress' | 'signal'> & {
  segmenter: Segmenter
}

/** Where the batches go. */
type Place = Pick<BatchOptions, 'path' | 'folder' | 'memory'>

/**
 * Turns replies into parts of an index, for as long as these are used. What takes more memory than it may goes into
 * files in a hidden folder beside `path`, which is removed whatever happens.
 */
export async function gatherParts<Result>(
  replies: Replies,
  path: string,
  settings: IndexSettings,
  { segmenter, memory = MEMORY, workers, onProgress, signal }: GatherOptions,
  use: (parts: Part[]) => Promise<Result>,
): Promise<Result> {
  const place = { path, folder: temporaryFor(path), memory }
  const words = userWordsOf(segmenter)
  let indexed = 0
  const onIndexed = (more: number): void => {
    indexed += more
    onProgress?.({ replies: indexed })
  }
  await mkdir(place.folder).catch((cause) => {
    throw writeError(path, cause)
  })
  try {
    const ahead = await lookAhead(checked(replies, signal), words && workers === undefined ? LARGE : 1)
    const count = ahead.isAll ? 1 : (workers ?? Math.min(availableParallelism(), MOST_WORKERS))
    const parts =
      words && count > 1
        ? await inWorkers(
            ahead.replies,
            count,
            { ...place, words, synonyms: settings.synonyms },
            onIndexed,
            signal,
          )
        : await inThisThread(ahead.replies, settings, place, onIndexed)
    return await (Array.isArray(parts) ? useParts(parts, use) : use([parts]))
  } finally {
    await rm(place.folder, { recursive: true, force: true })
  }
}

/** One part in memory, or the paths of several. */
async function inThisThread(
  replies: AsyncIterable<Reply>,
  settings: IndexSettings,
  place: Place,
  onIndexed: (replies: number) => void,
): Promise<Part | string[]> {
  const batches = new BatchFiles(settings, { ...place, prefix: '0' })
  for await (const reply of replies) {
    await batches.add(reply)
    onIndexed(1)
  }
  if (batches.paths.length === 0) return { name: 'the letters', content: batches.batch.content() }
  await batches.flush()
  return batches.paths
}

async function inWorkers(
  replies: AsyncIterable<Reply>,
  count: number,
  task: Omit<WorkerTask, 'prefix'>,
  onIndexed: (replies: number) => void,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const workers = new BuildWorkers(count, task, onIndexed)
  const stop = (): Promise<void> => workers.stop()
  signal?.addEventListener('abort', stop)
  try {
    for await (const reply of replies) await workers.add(reply)
    return await workers.finish()
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    await workers.stop()
  }
}

async function* checked(replies: Replies, signal: AbortSignal | undefined): AsyncGenerator<Reply> {
  for await (const reply of replies) {
    signal?.throwIfAborted()
    assertReply(reply)
    yield reply
  }
}

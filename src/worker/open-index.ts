import { failedToLoad } from '../failed-to-load.js'
import type { OpenOptions as FileOptions } from '../postings/file/index-file.js'
import type { ByteSource } from '../postings/file/source/byte-source.js'
import type { HttpOptions } from '../postings/file/source/http-source.js'
import { type IndexSource, toSource } from '../postings/file/source/to-source.js'
import type { ReplySearch } from '../search/reply-search.js'
import { type Peer, startWorker, WorkerFailure } from './start-worker.js'

/** How an index is opened; `fetch` and `retries` are for one that is read from a host. */
export interface OpenOptions extends FileOptions, HttpOptions {
  /**
   * Answers from a Web Worker, so that no search holds up the page; the worker reads through the source given here.
   * Where none can be started, this thread answers and `onWarning` says why. Default: false.
   */
  worker?: boolean
  /** Called once if the host ignores Range requests, so that the whole file had to be read, and once without a worker. */
  onWarning?: (message: string) => void
}

/**
 * Opens a `.dafu` file for searching. Only the blocks that a query touches are read, and what searches them is loaded
 * while the file's first bytes are on their way.
 *
 * @param source Bytes, a `Blob`, a source of one's own, or a URL (a text is taken for one, relative to the page).
 * @throws IndexReadError if the bytes cannot be read.
 * @throws IndexFormatError if they are no index, or damaged.
 * @throws IndexVersionError if they are an index of another format version.
 */
export async function openIndex(source: IndexSource, options: OpenOptions = {}): Promise<ReplySearch> {
  const { worker = false, ...rest } = options
  const opening = toSource(source, rest)
  if (!worker) return openHere(opening, rest)
  let peer: Peer | undefined
  try {
    peer = startWorker()
    const [opened, { connect }] = await Promise.all([opening, loadClient()])
    return await connect(peer, opened, rest)
  } catch (error) {
    peer?.stop()
    if (!(error instanceof WorkerFailure)) throw error
    rest.onWarning?.(`No worker could be started, so this thread searches. ${error.message}`)
    return openHere(opening, rest)
  }
}

async function loadClient(): Promise<typeof import('./client.js')> {
  try {
    return await import('./client.js')
  } catch (cause) {
    throw new WorkerFailure(String(cause), { cause })
  }
}

async function openHere(opening: Promise<ByteSource>, options: OpenOptions): Promise<ReplySearch> {
  const loading = import('../search/open-source.js').catch(failedToLoad)
  const [source, { openSource }] = await Promise.all([opening, loading])
  return openSource(source, options)
}

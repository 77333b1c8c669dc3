import { join } from 'node:path'
import { type Batch, createBatch } from '../postings/batch.js'
import { writeIndex } from '../postings/file/writer.js'
import type { IndexSettings } from '../postings/index-settings.js'
import type { Reply } from '../reply/reply.js'
import { writeError } from './errors.js'
import { fileSink, useFile } from './file-sink.js'

/** What a posting takes of memory until its batch is written, its share of terms and texts included; measured at 6 million. */
const BYTES_PER_POSTING = 64

export interface BatchOptions {
  /** The index to be, for errors. */
  path: string
  /** Where the files go. */
  folder: string
  /** Of the files' names, different in each thread. */
  prefix: string
  /** What a batch may take, about, in bytes. */
  memory: number
}

/** Replies in batches, each written to a file once it takes as much memory as it may. */
export class BatchFiles {
  readonly #settings: IndexSettings
  readonly #options: BatchOptions
  /** In the order in which they were written. */
  readonly paths: string[] = []
  #batch: Batch

  constructor(settings: IndexSettings, options: BatchOptions) {
    this.#settings = settings
    this.#options = options
    this.#batch = createBatch(settings)
  }

  /** The batch that is not written yet. */
  get batch(): Batch {
    return this.#batch
  }

  async add(reply: Reply): Promise<void> {
    this.#batch.add(reply)
    if (this.#batch.size * BYTES_PER_POSTING >= this.#options.memory) await this.flush()
  }

  /**
   * Writes what is left.
   *
   * @throws IndexWriteError
   */
  async flush(): Promise<void> {
    if (this.#batch.replies === 0) return
    const { folder, prefix, path } = this.#options
    const file = join(folder, `${prefix}-${this.paths.length}.tmp`)
    const content = this.#batch.content()
    await useFile(file, 'wx', (file) => writeIndex(content, fileSink(file))).catch((cause) => {
      throw writeError(path, cause)
    })
    this.paths.push(file)
    this.#batch = createBatch(this.#settings)
  }
}

import type { Worker } from 'node:worker_threads'
import { SegmenterError } from '../../errors.js'
import { type NumberedWords, TextWords, WordTable } from '../../postings/bulk/word-numbers.js'
import { type SharedState, unwatch, watchedState } from './before-exit.js'
import { startWorker } from './start-worker.js'

export interface SegmentingTask {
  /** jieba's user dictionary. */
  readonly words: readonly string[]
  readonly state: SharedState
}

/** The words of the texts; or why there are none. */
export type WorkerAnswer = { words: NumberedWords } | { error: string }

/** What jieba returns is soon forgotten: with more room for it each thread takes some 50 MB more, and no less time. */
const YOUNG_MEGABYTES = 8

/** Threads that cut texts into words, each with a dictionary of its own. */
export class SegmentingWorkers {
  /** As many as were needed so far. */
  readonly #workers: SegmentingWorker[] = []
  readonly #stopping: Promise<void>[] = []
  readonly #userWords: readonly string[]
  readonly #textsOfAll: number
  #most: number
  #texts = 0
  #next = 0

  /**
   * @param most Of them.
   * @param userWords jieba's user dictionary.
   * @param textsOfAll After so many one worker goes on alone. Default: none does.
   */
  constructor(most: number, userWords: readonly string[], textsOfAll: number = Infinity) {
    this.#most = most
    this.#userWords = userWords
    this.#textsOfAll = textsOfAll
  }

  /** Gives each group of texts to the next worker. @throws SegmenterError */
  words(texts: readonly string[]): Promise<TextWords> {
    this.#texts += texts.length
    if (this.#texts > this.#textsOfAll) {
      this.#most = 1
      for (const worker of this.#workers.splice(1)) this.#stopping.push(worker.stop())
    }
    const place = this.#next++ % this.#most
    this.#workers[place] ??= new SegmentingWorker(this.#userWords)
    return this.#workers[place].words(texts)
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#stopping, ...this.#workers.map((worker) => worker.stop())])
  }
}

interface Waiting {
  resolve(words: TextWords): void
  reject(error: Error): void
}

class SegmentingWorker {
  readonly #worker: Worker
  readonly #table = new WordTable()
  /** For answers, which come in the order of the questions. */
  readonly #waiting: Waiting[] = []
  #failure: Error | undefined

  constructor(words: readonly string[]) {
    const state = watchedState()
    this.#worker = startWorker('segmenting-worker', {
      workerData: { words: [...words], state } satisfies SegmentingTask,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    this.#worker.on('message', (answer: WorkerAnswer) => {
      const { resolve, reject } = this.#waiting.shift()!
      if ('error' in answer) reject(new SegmenterError(answer.error))
      else resolve(new TextWords(this.#table, answer.words))
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => {
      unwatch(state)
      this.#fail(new Error('it ended'))
    })
  }

  words(texts: readonly string[]): Promise<TextWords> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure)
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(texts)
    })
  }

  /**
   * After the groups that it has, even where nobody awaits them any more: were the thread terminated while jieba works,
   * the whole process would be aborted.
   */
  async stop(): Promise<void> {
    if (this.#failure) return
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#worker.postMessage(null)
    await ended
  }

  #fail(cause: Error): void {
    this.#failure ??= new SegmenterError(`A thread that segments has failed: ${cause.message}.`, { cause })
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure)
  }
}

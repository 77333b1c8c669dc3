import type { Worker } from 'node:worker_threads'
import type { Reply } from '../reply/reply.js'
import type { BatchOptions } from './batch-files.js'
import { IndexWriteError, writeError } from './errors.js'
import { startWorker } from './start-worker.js'

export interface WorkerTask extends BatchOptions {
  /** jieba's user dictionary. */
  words: string[]
  synonyms: readonly (readonly string[])[]
}

/** How many replies more are indexed; at the end, the files; or why there are none. */
export type WorkerAnswer = { indexed: number } | { paths: string[] } | { error: string }

/** Replies are handed over so many at a time … */
const GROUP = 64
/** … and a worker that has so many groups before it is waited for. */
const AHEAD = 2

/** Threads that turn replies into files of batches. */
export class BuildWorkers {
  readonly #workers: BuildWorker[]

  /** @param onIndexed Told of how many replies more are indexed. */
  constructor(count: number, task: Omit<WorkerTask, 'prefix'>, onIndexed: (replies: number) => void) {
    const share = { ...task, memory: task.memory / count }
    this.#workers = Array.from(
      { length: count },
      (_, i) => new BuildWorker({ ...share, prefix: String(i) }, onIndexed),
    )
  }

  /** A reply's worker is known by its id, so that it meets the one that it replaces. */
  async add(reply: Reply): Promise<void> {
    await this.#workers[hashOf(reply.id) % this.#workers.length]?.add(reply)
  }

  /** Returns the files, of replies with the same id the later one in the later file. */
  async finish(): Promise<string[]> {
    return (await Promise.all(this.#workers.map((worker) => worker.finish()))).flat()
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop()))
  }
}

class BuildWorker {
  readonly #worker: Worker
  #group: Reply[] = []
  #ahead = 0
  #wake: () => void = () => {}
  #paths: string[] | undefined
  #failure: Error | undefined

  constructor(task: WorkerTask, onIndexed: (replies: number) => void) {
    this.#worker = startWorker('build-worker', { workerData: task })
    this.#worker.on('message', (answer: WorkerAnswer) => {
      if ('error' in answer) return this.#fail(new IndexWriteError(answer.error, task.path))
      this.#ahead--
      if ('paths' in answer) this.#paths = answer.paths
      else onIndexed(answer.indexed)
      this.#wake()
    })
    this.#worker.on('error', (error) => this.#fail(writeError(task.path, error)))
    this.#worker.on('exit', () => this.#fail(writeError(task.path, new Error('a worker thread ended'))))
  }

  async add(reply: Reply): Promise<void> {
    this.#group.push(reply)
    if (this.#group.length < GROUP) return
    await this.#until(() => this.#ahead < AHEAD)
    this.#send()
  }

  async finish(): Promise<string[]> {
    if (this.#group.length > 0) this.#send()
    this.#send()
    await this.#until(() => this.#paths !== undefined)
    return this.#paths ?? []
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #send(): void {
    this.#ahead++
    this.#worker.postMessage(this.#group)
    this.#group = []
  }

  async #until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      if (this.#failure) throw this.#failure
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#wake()
  }
}

/** FNV-1a. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

import type { Worker } from 'node:worker_threads'
import { DafuError } from '../../errors.js'
import type { Spilled } from '../../postings/bulk/bulk-index.js'
import type { FieldNeeds, WrittenField } from '../../postings/file/field-writer.js'
import type { Field } from '../../postings/posting-store.js'
import type { ScratchFile, ScratchPlace } from '../files/scratch-file.js'
import { startWorker } from './start-worker.js'

/** Bytes of postings that are read at a time. */
const STEP = 2 ** 17

export interface WritingTask {
  readonly fields: readonly Field[]
  readonly needs: FieldNeeds
  readonly spilled: Spilled
  /** In bytes, about. */
  readonly memory: number
  /** Where the thread reads, and appends what it writes. */
  readonly place: ScratchPlace
}

/** A field whose postings are in the scratch file. */
export interface FieldInScratch extends Pick<WrittenField, 'list' | 'bits'> {
  readonly start: number
}

export type WriterAnswer =
  | { field: Field; written: FieldInScratch }
  | { failure: { message: string; code: string | undefined } }

type SharedScratch = Pick<ScratchFile, 'place' | 'read' | 'errorOf'>

interface Awaited {
  resolve(field: WrittenField): void
  reject(error: Error): void
}

/** Writes fields whose lists are in a scratch file while this thread writes what stands before them. */
export class WritingThread {
  readonly #worker: Worker
  readonly #scratch: SharedScratch
  readonly #awaited = new Map<Field, Awaited>()
  /** Rejected with IndexWriteError if they cannot be written, with DafuError if the thread fails. */
  readonly written: ReadonlyMap<Field, Promise<WrittenField>>

  /** @param signal Ends the thread at once: whoever waits for it to write a field does not look at the signal. */
  constructor(task: Omit<WritingTask, 'place'>, scratch: SharedScratch, signal?: AbortSignal) {
    this.#scratch = scratch
    this.written = new Map(task.fields.map((field) => [field, this.#promised(field)]))
    this.#worker = startWorker('writing-worker', { workerData: { ...task, place: scratch.place } })
    this.#worker.on('message', (answer: WriterAnswer) => this.#take(answer))
    this.#worker.on('error', ({ message }) => this.#fail(message))
    const stop = (): void => void this.stop()
    signal?.addEventListener('abort', stop)
    this.#worker.on('exit', () => {
      signal?.removeEventListener('abort', stop)
      this.#fail('it ended')
    })
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #promised(field: Field): Promise<WrittenField> {
    const promise = new Promise<WrittenField>((resolve, reject) => {
      this.#awaited.set(field, { resolve, reject })
    })
    // Whether it failed shows when its turn comes, if it still does.
    promise.catch(() => {})
    return promise
  }

  #take(answer: WriterAnswer): void {
    if ('failure' in answer) {
      const { message, code } = answer.failure
      this.#fail(message, code)
      return
    }
    const { list, bits, start } = answer.written
    const end = start + Math.ceil(bits / 8)
    const scratch = this.#scratch
    this.#awaited.get(answer.field)!.resolve({
      list,
      bits,
      *postings() {
        for (let at = start; at < end; at += STEP) yield scratch.read(at, Math.min(STEP, end - at))
      },
    })
    this.#awaited.delete(answer.field)
  }

  /** @param code Of an error of the system. */
  #fail(message: string, code?: string): void {
    const cause = Object.assign(new Error(message), { code })
    const error = code
      ? this.#scratch.errorOf(cause)
      : new DafuError(`A thread that writes the index has failed: ${message}.`, { cause })
    for (const { reject } of this.#awaited.values()) reject(error)
    this.#awaited.clear()
  }
}

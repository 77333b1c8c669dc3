import { orAborted } from './aborting.js'

/** One read of a source that several callers may wait for; it is given up when the last of them is. */
export class SharedRead {
  /** Set by who starts the read. */
  done: Promise<void> = Promise.resolve()
  #waiting = 0
  readonly #controller: AbortController | undefined

  /** @param mayBeGivenUp Whether the first that waits for it may leave. */
  constructor(mayBeGivenUp: boolean) {
    if (mayBeGivenUp) this.#controller = new AbortController()
  }

  get signal(): AbortSignal | undefined {
    return this.#controller?.signal
  }

  get isGivenUp(): boolean {
    return this.signal?.aborted === true
  }

  async wait(signal: AbortSignal | undefined): Promise<void> {
    if (!signal) {
      this.#waiting = Infinity
      return this.done
    }
    this.#waiting++
    try {
      await orAborted(this.done, signal)
    } finally {
      if (--this.#waiting === 0 && signal.aborted) this.#controller?.abort(signal.reason)
    }
  }
}

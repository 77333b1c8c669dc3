import { delay } from '../../postings/file/source/aborting.js'
import { ClusterError } from '../errors.js'

/** Milliseconds before the first retry; each later one waits twice as long … */
const SHORTEST = 100
/** … up to this. */
const LONGEST = 10_000
/** Milliseconds without any progress, after which nothing is sent again: nodes come back within that. */
const MOST = 90_000

/** What both clients call it when no node answers. */
const UNANSWERED = new Set(['ConnectionError', 'TimeoutError', 'NoLivingConnectionsError'])
/** What is said of a connection that no waiting mends. */
const MISCONFIGURED = /certificate|altname|wrong version number/i

/** Whether a request may succeed later: the cluster is busy, or a node is lost. */
export function isBusy(status: number): boolean {
  return status === 429 || (status >= 502 && status <= 504)
}

/** Whether a request that failed may succeed later: the cluster is busy, a node is lost, or nothing answered. */
export function isTransient(error: unknown): error is ClusterError {
  if (!(error instanceof ClusterError)) return false
  const { status, cause } = error
  if (status !== undefined) return isBusy(status)
  if (cause === undefined) return true
  const { name, message } = cause as Error
  return UNANSWERED.has(name) && !MISCONFIGURED.test(message)
}

/** The waits between attempts. */
export class Pause {
  readonly #signal: AbortSignal | undefined
  #attempts = 0
  #since = performance.now()

  constructor(signal?: AbortSignal) {
    this.#signal = signal
  }

  /** After some progress. */
  reset(): void {
    this.#attempts = 0
    this.#since = performance.now()
  }

  /** @throws `error` if a minute and a half has passed since the last progress, or the reason of the signal. */
  async wait(error: Error): Promise<void> {
    if (performance.now() - this.#since >= MOST) throw error
    const longest = Math.min(LONGEST, SHORTEST * 2 ** this.#attempts++)
    // Several clients must not come back at the same moment.
    await delay(longest * (0.5 + Math.random() / 2), this.#signal)
  }
}

/** Repeats a request that changes nothing when repeated while the cluster is busy or incomplete. */
export async function retrying<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const pause = new Pause(signal)
  for (;;) {
    try {
      return await request()
    } catch (error) {
      if (!isTransient(error) || signal?.aborted) throw error
      await pause.wait(error)
    }
  }
}

/** Milliseconds before the first retry; each later one waits twice as long … */
const SHORTEST = 100
/** … up to this. */
const LONGEST = 10_000
/** Retries without any progress, about a minute and a half in all: nodes come back within that. */
const MOST = 14

/** Whether a request may succeed later: the cluster is busy, a node is lost, or nothing answered. */
export function isTransient(status: number | undefined): boolean {
  return status === undefined || status === 429 || (status >= 502 && status <= 504)
}

/** The waits between attempts. */
export class Pause {
  readonly #signal: AbortSignal | undefined
  #attempts = 0

  constructor(signal?: AbortSignal) {
    this.#signal = signal
  }

  /** After some progress. */
  reset(): void {
    this.#attempts = 0
  }

  /** @throws `error` if there were too many, or the reason of the signal. */
  async wait(error: Error): Promise<void> {
    if (this.#attempts === MOST) throw error
    const longest = Math.min(LONGEST, SHORTEST * 2 ** this.#attempts++)
    // Several clients must not come back at the same moment.
    await delay(longest * (0.5 + Math.random() / 2), this.#signal)
  }
}

export function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted)
      resolve()
    }, milliseconds)
    if (signal?.aborted) aborted()
    else signal?.addEventListener('abort', aborted, { once: true })
  })
}

/** Repeats a request that changes nothing when repeated while the cluster is busy or incomplete. */
export async function retrying<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const pause = new Pause(signal)
  for (;;) {
    try {
      return await request()
    } catch (error) {
      if (!isTransient((error as { status?: number }).status) || signal?.aborted) throw error
      await pause.wait(error as Error)
    }
  }
}

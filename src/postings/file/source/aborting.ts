/** What waits for each signal: it has one listener for all of them, for Node warns of more than ten. */
const waiting = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>()

/** What a promise gives, unless a signal is aborted first. @throws The reason of the signal, at once when it is aborted. */
export function orAborted<T>(value: T | PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return Promise.resolve(value)
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    const rejects = waiting.get(signal) ?? listen(signal)
    rejects.add(reject)
    Promise.resolve(value)
      .then(resolve, reject)
      .finally(() => rejects.delete(reject))
  })
}

function listen(signal: AbortSignal): Set<(reason: unknown) => void> {
  const rejects = new Set<(reason: unknown) => void>()
  waiting.set(signal, rejects)
  signal.addEventListener('abort', () => {
    for (const reject of rejects) reject(signal.reason)
  })
  return rejects
}

/** @throws The reason of the signal, as `orAborted` does. */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout>
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  return orAborted(passed, signal).finally(() => clearTimeout(timer))
}

/**
 * What waits for each signal: it has one listener for all of them, for Node warns of more than ten, and none while nothing
 * waits, for a signal of `AbortSignal.any` or `timeout` is kept as long as somebody listens.
 */
const waiting = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>()

/** What a promise gives, unless a signal is aborted first. @throws The reason of the signal, at once when it is aborted. */
export function orAborted<T>(value: T | PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  const given = Promise.resolve(value)
  if (!signal) return given
  return new Promise((resolve, reject) => {
    given.then(resolve, reject)
    if (signal.aborted) return reject(signal.reason)
    const rejects = waiting.get(signal) ?? new Set()
    if (rejects.size === 0) signal.addEventListener('abort', rejectAll)
    waiting.set(signal, rejects.add(reject))
    const leave = (): void => {
      if (rejects.delete(reject) && rejects.size === 0) signal.removeEventListener('abort', rejectAll)
    }
    given.then(leave, leave)
  })
}

function rejectAll(this: AbortSignal): void {
  for (const reject of waiting.get(this) ?? []) reject(this.reason)
  waiting.delete(this)
}

/** @throws The reason of the signal, as `orAborted` does. */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout>
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  return orAborted(passed, signal).finally(() => clearTimeout(timer))
}

import { orAborted } from '../../postings/file/source/aborting.js'

/** The same values, until a signal is aborted: it ends the wait for the next one. @throws The reason of the signal. */
export async function* abortable<T>(
  values: Iterable<T> | AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const iterator: Iterator<T> | AsyncIterator<T> =
    Symbol.asyncIterator in values ? values[Symbol.asyncIterator]() : values[Symbol.iterator]()
  let done = false
  try {
    for (;;) {
      signal?.throwIfAborted()
      const next = await orAborted(iterator.next(), signal)
      done = next.done === true
      if (next.done) return
      yield next.value
    }
  } finally {
    // Not awaited: it may wait for what never comes.
    if (!done) Promise.resolve(iterator.return?.()).catch(() => {})
  }
}

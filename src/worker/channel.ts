import { createBirpc } from 'birpc'
import { fromWire, toWire } from './wire-error.js'

/** Where messages go and come from: a worker, its scope, or a port. */
export interface Endpoint {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  /** A port's messages wait for it. */
  start?(): void
}

/** The methods of one end. The signal is aborted when the other end no longer waits for the answer. */
export type Methods = Record<string, (signal: AbortSignal, ...args: never[]) => Promise<unknown>>

/** Asks the other end. @throws What it throws there, the signal's reason, or a `DataCloneError` for what cannot be sent. */
export type Ask<Other extends Methods> = <Name extends keyof Other & string>(
  name: Name,
  args: Other[Name] extends (signal: AbortSignal, ...args: infer Args) => unknown ? Args : never,
  signal?: AbortSignal,
) => Promise<Awaited<ReturnType<Other[Name]>>>

/** What crosses. A signal cannot: a call has a number, given by who asks, by which it is aborted. */
type Calls = {
  answer(call: number, name: string, args: unknown[]): Promise<unknown>
  abort(call: number): void
}

/** One of two ends that ask each other. @param failed Aborted once the other end cannot answer any more. */
export function createChannel<Other extends Methods>(
  endpoint: Endpoint,
  own: Methods,
  failed?: AbortSignal,
): Ask<Other> {
  const answering = new Map<number, AbortController>()
  const calls: Calls = {
    async answer(call, name, args) {
      const controller = new AbortController()
      answering.set(call, controller)
      try {
        return await own[name]!(controller.signal, ...(args as never[]))
      } catch (error) {
        // birpc takes what is no value at all for no error.
        throw error instanceof Error ? error : new Error(String(error))
      } finally {
        answering.delete(call)
      }
    },
    abort: (call) => answering.get(call)?.abort(),
  }
  const other = createBirpc<Calls, Calls, false>(calls, {
    proxify: false,
    timeout: -1,
    on(listener) {
      endpoint.addEventListener('message', ({ data }) => listener(data))
      endpoint.start?.()
    },
    // Bytes are handed over, not copied.
    post: (message) =>
      endpoint.postMessage(message, message.r instanceof Uint8Array ? [message.r.buffer] : []),
    serialize: (message) => (message.e ? { ...message, e: toWire(message.e) } : message),
    deserialize: (message) => (message.e ? { ...message, e: fromWire(message.e) } : message),
  })
  let last = 0

  return (async (name: string, args: unknown[], signal?: AbortSignal) => {
    const signals = [signal, failed].filter((each) => each !== undefined)
    for (const each of signals) each.throwIfAborted()
    const call = ++last
    let stop = (_: Event): void => {}
    // A promise that outlives the call, of all that can fail, would keep each answer that it was raced against.
    const stopped = new Promise<never>((_, reject) => {
      stop = ({ target }) => {
        reject((target as AbortSignal).reason)
        void other.$callEvent('abort', call)
      }
    })
    for (const each of signals) each.addEventListener('abort', stop)
    try {
      return await Promise.race([other.$call('answer', call, name, args), stopped])
    } finally {
      for (const each of signals) each.removeEventListener('abort', stop)
    }
  }) as Ask<Other>
}

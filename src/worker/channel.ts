import { type Outcome, outcomeOf, unwrap } from './outcome.js'

/** Where messages go and come from: a worker, its scope, or a port. */
export interface Endpoint {
  postMessage(message: Message, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<Message>) => void): void
  /** A port's messages wait for it. */
  start?(): void
}

/** The methods of one end. The signal is aborted when the other end no longer waits for the answer. */
export type Methods<Names extends string = string> = {
  [name in Names]: (signal: AbortSignal, ...args: never[]) => Promise<unknown>
}

/** Asks the other end. @throws What it throws there, the signal's reason, or a `DataCloneError` for what cannot be sent. */
export type Ask<Other extends Methods> = <Name extends keyof Other & string>(
  name: Name,
  args: Other[Name] extends (signal: AbortSignal, ...args: infer Args) => unknown ? Args : never,
  signal?: AbortSignal,
) => Promise<Awaited<ReturnType<Other[Name]>>>

/** A call has a number, given by who asks. */
export type Message =
  | { call: number; name: string; args: unknown[] }
  | { call: number; outcome: Outcome<unknown> }
  /** Its caller no longer waits. A signal itself cannot be sent. */
  | { call: number }

/** One of two ends that ask each other. @param failed Rejects once the other end cannot answer any more. */
export function createChannel<Other extends Methods>(
  endpoint: Endpoint,
  own: Methods,
  failed: Promise<never> = new Promise(() => {}),
): Ask<Other> {
  const waiting = new Map<number, (outcome: Outcome<never>) => void>()
  const answering = new Map<number, AbortController>()
  let last = 0
  endpoint.addEventListener('message', ({ data }) => void receive(data))
  endpoint.start?.()

  async function receive(message: Message): Promise<void> {
    const { call } = message
    if ('outcome' in message) waiting.get(call)?.(message.outcome as Outcome<never>)
    else if ('name' in message) {
      const controller = new AbortController()
      answering.set(call, controller)
      const { name, args } = message
      const outcome = await outcomeOf(() => own[name]!(controller.signal, ...(args as never[])))
      answering.delete(call)
      const sent = await outcomeOf(async () => answer(call, outcome))
      if ('error' in sent) answer(call, sent)
    } else answering.get(call)?.abort()
  }

  /** Bytes are handed over, not copied. */
  function answer(call: number, outcome: Outcome<unknown>): void {
    const bytes = 'value' in outcome && outcome.value instanceof Uint8Array ? [outcome.value.buffer] : []
    endpoint.postMessage({ call, outcome }, bytes)
  }

  return (async (name: string, args: unknown[], signal?: AbortSignal) => {
    signal?.throwIfAborted()
    const call = ++last
    let stop = (): void => {}
    const answered = new Promise<Outcome<never>>((resolve, reject) => {
      waiting.set(call, resolve)
      stop = () => {
        reject(signal?.reason)
        endpoint.postMessage({ call })
      }
    })
    signal?.addEventListener('abort', stop)
    try {
      endpoint.postMessage({ call, name, args })
      return unwrap(await Promise.race([answered, failed]))
    } finally {
      waiting.delete(call)
      signal?.removeEventListener('abort', stop)
    }
  }) as Ask<Other>
}

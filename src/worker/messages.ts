import { failureOf, type Outcome, outcomeOf, unwrap } from './outcome.js'

/** What carries messages: a worker, what a worker sees of its page, or a port. */
export interface Endpoint {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  /** Only ports have it. */
  start?(): void
}

/** What the other end may ask for. A signal cannot be sent: each question has a number, by which it is aborted. */
export type Methods = Record<string, (args: never, signal: AbortSignal) => Promise<unknown>>

/** Asks the other end for what its methods give. */
export type Ask<Theirs extends Methods> = <Name extends keyof Theirs & string>(
  method: Name,
  args: Parameters<Theirs[Name]>[0],
  signal?: AbortSignal,
) => Promise<Awaited<ReturnType<Theirs[Name]>>>

/** A question with its number, its answer, or that it is no longer wanted. */
type Message =
  | { ask: number; method: string; args: never }
  | { answer: number; outcome: Outcome<unknown> }
  | { abort: number }

/**
 * Answers what the other end asks, and asks it.
 * @param failed Rejects once the other end cannot answer any more.
 */
export function converse<Theirs extends Methods>(
  endpoint: Endpoint,
  mine: Methods,
  failed?: Promise<never>,
): Ask<Theirs> {
  let last = 0
  const asked = new Map<number, (outcome: Outcome<unknown>) => void>()
  const answering = new Map<number, AbortController>()

  endpoint.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('answer' in data) asked.get(data.answer)?.(data.outcome)
    else if ('abort' in data) answering.get(data.abort)?.abort()
    else void answer(data)
  })
  endpoint.start?.()

  return async (method, args, signal) => {
    signal?.throwIfAborted()
    const ask = ++last
    const answered = new Promise<Outcome<unknown>>((resolve) => asked.set(ask, resolve))
    let stop: (() => void) | undefined
    const aborted = new Promise<never>((_, reject) => {
      stop = () => {
        reject(signal?.reason)
        endpoint.postMessage({ abort: ask })
      }
      signal?.addEventListener('abort', stop, { once: true })
    })
    try {
      endpoint.postMessage({ ask, method, args })
      return unwrap(await Promise.race([answered, aborted, ...(failed ? [failed] : [])])) as never
    } finally {
      asked.delete(ask)
      if (stop) signal?.removeEventListener('abort', stop)
    }
  }

  async function answer({ ask, method, args }: Extract<Message, { ask: number }>): Promise<void> {
    const controller = new AbortController()
    answering.set(ask, controller)
    const outcome = await outcomeOf(() => mine[method]!(args, controller.signal))
    answering.delete(ask)
    send(outcome)

    function send(outcome: Outcome<unknown>): void {
      const value = 'value' in outcome ? outcome.value : undefined
      try {
        // What was made to be sent is not copied once more.
        endpoint.postMessage({ answer: ask, outcome }, value instanceof Uint8Array ? [value.buffer] : [])
      } catch (error) {
        // A value that no message can carry.
        send(failureOf(error))
      }
    }
  }
}

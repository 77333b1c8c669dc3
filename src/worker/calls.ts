import { type Outcome, unwrap } from './outcome.js'
import type { Abortable } from './protocol.js'

/** The caller's side: numbers calls, and tells the other side of those that are aborted. */
export function createCaller(
  other: { abort(call: number): unknown },
  failed?: Promise<never>,
): <Value>(
  signal: AbortSignal | undefined,
  send: (call: number) => Promise<Outcome<Value>>,
) => Promise<Value> {
  let last = 0
  return async (signal, send) => {
    signal?.throwIfAborted()
    const call = ++last
    let stop: (() => void) | undefined
    const aborted = new Promise<never>((_, reject) => {
      stop = () => {
        reject(signal?.reason)
        void other.abort(call)
      }
      signal?.addEventListener('abort', stop, { once: true })
    })
    try {
      return unwrap(await Promise.race([send(call), aborted, ...(failed ? [failed] : [])]))
    } finally {
      if (stop) signal?.removeEventListener('abort', stop)
    }
  }
}

/** The answering side: gives every call under way a signal. */
export interface OpenCalls extends Abortable {
  run<Value>(call: number, answer: (signal: AbortSignal) => Promise<Value>): Promise<Value>
}

export function createOpenCalls(): OpenCalls {
  const open = new Map<number, AbortController>()
  return {
    abort: (call) => open.get(call)?.abort(),
    async run(call, answer) {
      const controller = new AbortController()
      open.set(call, controller)
      try {
        return await answer(controller.signal)
      } finally {
        open.delete(call)
      }
    },
  }
}

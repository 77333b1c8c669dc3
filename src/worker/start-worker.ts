import { DafuError } from '../errors.js'
import type { Endpoint } from './channel.js'

/** A worker could not be started, or ended. */
export class WorkerFailure extends DafuError {}

/** What answers at the other end of messages. */
export interface Peer {
  endpoint: Endpoint
  /** Aborted once it cannot answer any more. */
  failed: AbortSignal
  stop(): void
}

/**
 * Starts the worker that is shipped beside this module.
 * @throws WorkerFailure at once; later it is the reason of `failed`.
 */
export function startWorker(): Peer {
  const worker = createWorker(new URL('./worker.js', import.meta.url))
  const failing = new AbortController()
  const fail = (reason: string): void => failing.abort(new WorkerFailure(reason))
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    fail(event.message || 'Its script could not be loaded.')
  })
  return {
    endpoint: worker,
    failed: failing.signal,
    stop() {
      worker.terminate()
      fail('The index was closed. Open it again.')
    },
  }
}

function createWorker(url: URL): Worker {
  try {
    return new Worker(url, { type: 'module' })
  } catch (cause) {
    // A worker's script must come from the page's own origin; what that script imports need not.
    if ((cause as Error).name === 'SecurityError') return createByImport(url)
    throw new WorkerFailure(String(cause), { cause })
  }
}

function createByImport(url: URL): Worker {
  const script = new Blob([`import ${JSON.stringify(url.href)}`], { type: 'text/javascript' })
  try {
    return new Worker(URL.createObjectURL(script), { type: 'module' })
  } catch (cause) {
    throw new WorkerFailure(String(cause), { cause })
  }
}

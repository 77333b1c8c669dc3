import { checkOptions } from '../check-options.js'
import { ClusterError } from './errors.js'

/** What is asked of a cluster. */
export interface ClientRequest {
  method: string
  path: string
  querystring?: Record<string, string>
  body?: Record<string, unknown>
  /** Newline-delimited JSON. */
  bulkBody?: string
}

/**
 * What dafu uses of a client of the caller's own: met by those of `@opensearch-project/opensearch` 3 and
 * `@elastic/elasticsearch` 9.
 */
export interface SearchClient {
  transport: {
    /** Sends a request. */
    // As a method, and of any result, so that both clients' narrower types meet it.
    // biome-ignore lint/suspicious/noExplicitAny: the parameter types of the clients have nothing else in common.
    request(params: any, options?: any): PromiseLike<unknown>
  }
}

/** A cluster, whatever client speaks to it. */
export interface Cluster {
  /** @throws ClusterError, or the reason of the signal. */
  request<T>(request: ClientRequest, signal?: AbortSignal): Promise<T>
}

/**
 * Tells options that lack what every request needs, before one is sent.
 *
 * @throws DafuError for what are no options.
 * @throws ClusterError for those without a client, or the name of an index.
 */
export function checkTarget(options: { client: SearchClient; index: string }, of: string): void {
  checkOptions(options, of)
  const { client, index } = options
  if (typeof client?.transport?.request !== 'function') {
    throw new ClusterError(
      `${of} takes a client of the cluster as the option client: new Client({ node: 'https://localhost:9200' }) of @opensearch-project/opensearch or @elastic/elasticsearch.`,
    )
  }
  if (typeof index !== 'string' || index === '') {
    throw new ClusterError(
      `${of} takes the name of the index as the option index: { client, index: 'letters' }.`,
    )
  }
}

/** What a timer takes. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

/**
 * Sends requests by a client.
 *
 * @param timeout Milliseconds for each request, the client's own retries included.
 * @throws ClusterError for a timeout that is none.
 */
export function clusterOf(client: SearchClient, timeout: number): Cluster {
  if (!(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
    throw new ClusterError(
      `timeout is ${timeout}. Give milliseconds, more than 0 and at most ${LONGEST_TIMEOUT}, or leave it out.`,
    )
  }
  return {
    async request<T>(request: ClientRequest, signal?: AbortSignal): Promise<T> {
      signal?.throwIfAborted()
      const stop = new AbortController()
      const abort = (): void => stop.abort(signal?.reason)
      signal?.addEventListener('abort', abort)
      const timer = setTimeout(() => stop.abort(tooSlow(request, timeout)), timeout)
      try {
        return bodyOf(await stoppable(client, request, stop.signal, timeout)) as T
      } catch (error) {
        signal?.throwIfAborted()
        throw error instanceof ClusterError ? error : toClusterError(error, request)
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
      }
    },
  }
}

/** Rejects with the signal's reason as soon as it is aborted, and tells the client: one has a method, one takes a signal. */
function stoppable(
  client: SearchClient,
  request: ClientRequest,
  signal: AbortSignal,
  timeout: number,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const answer = client.transport.request(request, { signal, requestTimeout: timeout })
    const stop = (): void => {
      reject(signal.reason)
      if ('abort' in answer) (answer as { abort(): void }).abort()
    }
    answer.then(resolve, reject)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
  })
}

/** The client of OpenSearch returns more than the body, that of Elasticsearch does so on request. */
function bodyOf(response: unknown): unknown {
  const isWrapped =
    typeof response === 'object' && response !== null && 'body' in response && 'meta' in response
  return isWrapped ? response.body : response
}

function tooSlow({ method, path }: ClientRequest, timeout: number): ClusterError {
  return new ClusterError(
    `The cluster did not answer ${method} ${path} within ${timeout} ms. Look at its health, or give it more time with the option timeout.`,
  )
}

function toClusterError(error: unknown, { method, path }: ClientRequest): ClusterError {
  const { name, message, statusCode: status } = error as Error & { statusCode?: number }
  const what = `${method} ${path}`
  return status === undefined
    ? new ClusterError(`${what} got no answer from the cluster: ${message} (${name}).`, {}, { cause: error })
    : new ClusterError(
        `The cluster answered ${what} with ${status}: ${message}`,
        { status },
        { cause: error },
      )
}

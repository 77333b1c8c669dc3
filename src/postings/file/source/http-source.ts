import { IndexReadError } from '../../../errors.js'
import { delay } from './aborting.js'
import { type ByteSource, bytesSource } from './byte-source.js'

export interface HttpOptions {
  /** In place of the global one: to add headers, or to test. */
  fetch?: typeof globalThis.fetch
  /** Called once if the host ignores Range requests, so that the whole file had to be read. */
  onWarning?: (message: string) => void
  signal?: AbortSignal
  /** Further attempts after a network error or a status 408, 425, 429 or 5xx. Default: 3. */
  retries?: number
}

/** Milliseconds before the second attempt; each later wait is twice as long. */
const FIRST_WAIT = 200
/** A request's own headers weigh about as much. */
const GAP = 512

/**
 * A file on a static host, read by Range requests. Each answer is checked against the first one's ETag, date and
 * length, so that parts of two files are never mixed. (`If-Range` would say the same, at the price of a preflight
 * request to another origin.)
 * @param first Bytes to read at once; reads within them cost no further request.
 * @throws IndexReadError
 */
export async function httpSource(url: string, options: HttpOptions = {}, first = 64): Promise<ByteSource> {
  const response = await request(url, 0, first, options, options.signal)
  const body = new Uint8Array(await bodyOf(response, url, options.signal))
  if (response.status === 200) {
    options.onWarning?.(
      `${url}: the host does not serve parts of files (HTTP Range), so all ${body.length} bytes were read.`,
    )
    return bytesSource(body, nameOf(response, url))
  }
  const size = totalOf(response) ?? (await sizeByHead(url, options))
  const validator = validatorOf(response)
  return {
    name: nameOf(response, url),
    size,
    gap: GAP,
    async read(offset, length, signal) {
      if (offset + length <= body.length) return body.subarray(offset, offset + length)
      const response = await request(url, offset, length, options, signal)
      const total = totalOf(response)
      if (response.status !== 206 || validatorOf(response) !== validator || (total ?? size) !== size) {
        void response.body?.cancel()
        throw new IndexReadError(`${url} was replaced while it was in use. Open it again.`, {
          source: url,
          status: response.status,
        })
      }
      const bytes = new Uint8Array(await bodyOf(response, url, signal))
      if (bytes.length === length) return bytes
      throw new IndexReadError(
        `${url} answered with ${bytes.length} bytes where ${length} were asked for. The host must serve the file as it is, without compression.`,
        { source: url, status: response.status },
      )
    },
    async close() {},
  }
}

/** Tries until an answer is final: 200, 206, or an error that will not pass. */
async function request(
  url: string,
  offset: number,
  length: number,
  options: HttpOptions,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const { fetch = globalThis.fetch, retries = 3 } = options
  for (let attempt = 0; ; attempt++) {
    let status: number | undefined
    let cause: unknown
    try {
      const headers = { Range: `bytes=${offset}-${offset + length - 1}` }
      // Chromium's cache lets one request of a URL through at a time, so that reads side by side would queue.
      const response = await fetch(url, { headers, cache: 'no-store', ...(signal && { signal }) })
      if (response.status === 200 || response.status === 206) return response
      status = response.status
      void response.body?.cancel()
    } catch (error) {
      signal?.throwIfAborted()
      cause = error
    }
    const passing = status === undefined || status >= 500 || [408, 425, 429].includes(status)
    if (!passing || attempt >= retries) throw unreadable(url, status, cause)
    await delay(FIRST_WAIT * 2 ** attempt, signal)
  }
}

function unreadable(url: string, status: number | undefined, cause: unknown): IndexReadError {
  const reason =
    status === undefined
      ? // Node tells it by an error behind the error.
        `a network error (${(cause as Error).cause ?? cause})`
      : status === 416
        ? 'it is empty, or was replaced while in use'
        : `HTTP status ${status}`
  const remedy =
    status === undefined
      ? reason.includes('Invalid URL')
        ? 'In Node, a path is opened by openIndex of dafu/node.'
        : 'Check the connection; a page may ask only hosts that allow it (CORS).'
      : 'Check the address, and open it again.'
  return new IndexReadError(
    `Could not read ${url}: ${reason}. ${remedy}`,
    { source: url, ...(status !== undefined && { status }) },
    { cause },
  )
}

/** The address, and what came from it: it may be a page that says what is missing, or asks who one is. */
function nameOf({ status, headers, redirected, url: last }: Response, url: string): string {
  const facts = [`HTTP status ${status}`, headers.get('content-type'), redirected && `from ${last}`]
  return `${url} (${facts.filter(Boolean).join(', ')})`
}

async function bodyOf(
  response: Response,
  url: string,
  signal: AbortSignal | undefined,
): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer()
  } catch (cause) {
    signal?.throwIfAborted()
    throw unreadable(url, undefined, cause)
  }
}

/** The file's length as `Content-Range` says; another origin may hide that header. */
function totalOf(response: Response): number | undefined {
  const total = response.headers.get('content-range')?.match(/\/(\d+)$/)?.[1]
  return total === undefined ? undefined : Number(total)
}

async function sizeByHead(url: string, options: HttpOptions): Promise<number> {
  const { fetch = globalThis.fetch, signal } = options
  const response = await fetch(url, { method: 'HEAD', ...(signal && { signal }) }).catch((cause) => {
    signal?.throwIfAborted()
    throw unreadable(url, undefined, cause)
  })
  const length = response.headers.get('content-length')
  if (response.ok && length !== null) return Number(length)
  throw new IndexReadError(
    `${url}: the host tells no length. Let it expose the header Content-Range (Access-Control-Expose-Headers).`,
    { source: url, status: response.status },
  )
}

function validatorOf(response: Response): string {
  return `${response.headers.get('etag')} ${response.headers.get('last-modified')}`
}

import type { Cluster } from '../client.js'
import { ClusterError, type Rejection } from '../errors.js'
import type { OutgoingDocument } from '../layout/documents.js'
import { isBusy, isTransient, Pause } from './retries.js'

/** Bytes of a request, about: well below the 100 MB that a cluster takes, so that several fit into its memory. */
const BATCH_BYTES = 4_000_000
/** Requests under way at once; what is added meanwhile waits. */
const MOST_REQUESTS = 2
const MOST_REJECTIONS = 1_000

interface Operation {
  name: string
  /** One or two lines of newline-delimited JSON. */
  lines: string
}

interface BulkResponse {
  items: Record<string, { _id: string; status: number; error?: { type: string; reason: string } }>[]
}

/** Sends documents in batches. */
export interface BulkSender {
  /** Waits while as many requests are under way as may be. */
  put(documents: readonly OutgoingDocument[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** Documents that are sent once those that were put before have arrived, for they say so; not after a refusal. */
  putAfter(documents: readonly OutgoingDocument[]): void
  /** Waits until all have arrived. */
  flush(): Promise<void>
  /** Refused for good. */
  readonly rejected: readonly Rejection[]
  /** Bytes that were sent, as UTF-8. */
  readonly bytes: number
  /** Documents that were sent again. */
  readonly retries: number
}

/** @throws ClusterError from any method once the cluster takes nothing in spite of retries. */
export function bulkSender(cluster: Cluster, index: string, signal?: AbortSignal): BulkSender {
  let open: Operation[] = []
  let openBytes = 0
  let after: Operation[] = []
  const underway: { request: Promise<void>; after: Operation[] }[] = []
  const rejected: Rejection[] = []
  let bytes = 0
  let retries = 0

  async function add(operation: Operation): Promise<void> {
    open.push(operation)
    openBytes += operation.lines.length * 2
    if (openBytes >= BATCH_BYTES) await start()
  }

  async function start(): Promise<void> {
    const batch = open
    const request = send(batch)
    // It is awaited later, perhaps after another one has failed.
    request.catch(() => {})
    underway.push({ request, after })
    open = []
    openBytes = 0
    after = []
    while (underway.length >= MOST_REQUESTS) await settleFirst()
  }

  /** In the order in which they were sent, so that what comes after a batch comes after those before it too. */
  async function settleFirst(): Promise<void> {
    const first = underway.shift()!
    await first.request
    // Something may be missing; without what says that all is there, the next push sends it again.
    if (rejected.length > 0) return
    for (const operation of first.after) {
      open.push(operation)
      openBytes += operation.lines.length * 2
    }
  }

  async function send(batch: readonly Operation[]): Promise<void> {
    const pause = new Pause(signal)
    let left = batch
    while (left.length > 0) {
      const outcome = await attempt(left)
      if (outcome.left.length === 0) return
      if (outcome.left.length < left.length) pause.reset()
      left = outcome.left
      retries += left.length
      await pause.wait(outcome.error)
    }
  }

  /** @returns What the cluster could not take now, and why. */
  async function attempt(batch: readonly Operation[]): Promise<{ left: readonly Operation[]; error: Error }> {
    const bulkBody = batch.map(({ lines }) => lines).join('')
    try {
      const path = `/${encodeURIComponent(index)}/_bulk`
      const response = await cluster.request<BulkResponse>({ method: 'POST', path, bulkBody }, signal)
      bytes += new TextEncoder().encode(bulkBody).length
      return sortOut(batch, response)
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error
      if (error.status === 413 && batch.length > 1) {
        const middle = batch.length >> 1
        await send(batch.slice(0, middle))
        await send(batch.slice(middle))
        return { left: [], error }
      }
      if (!isTransient(error)) throw error
      return { left: batch, error }
    }
  }

  function sortOut(
    batch: readonly Operation[],
    { items }: BulkResponse,
  ): { left: readonly Operation[]; error: Error } {
    const left: Operation[] = []
    let last = ''
    items.forEach((item, i) => {
      const { status, error } = Object.values(item)[0]!
      if (!error) return
      const reason = `${error.type}: ${error.reason}`
      if (isBusy(status)) {
        left.push(batch[i]!)
        last = reason
      } else if (rejected.length < MOST_REJECTIONS) {
        rejected.push({ id: batch[i]!.name, status, reason })
      }
    })
    return { left, error: new ClusterError(`The cluster takes no more documents: ${last}`) }
  }

  return {
    rejected,
    get bytes() {
      return bytes
    },
    get retries() {
      return retries
    },
    async put(documents) {
      for (const document of documents) await add(indexing(document))
    },
    async remove(ids) {
      for (const id of ids) {
        await add({ name: id, lines: `${JSON.stringify({ delete: { _id: id } })}\n` })
      }
    },
    putAfter(documents) {
      after.push(...documents.map(indexing))
    },
    async flush() {
      while (open.length + after.length + underway.length > 0) {
        if (open.length + after.length > 0) await start()
        while (underway.length > 0) await settleFirst()
      }
    },
  }
}

function indexing({ id, name, source }: OutgoingDocument): Operation {
  return { name, lines: `${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify(source)}\n` }
}

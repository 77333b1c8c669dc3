import { indexSettings } from '../../postings/index-settings.js'
import type { Reply } from '../../reply/reply.js'
import { assertIterable, assertReply } from '../../reply/schema.js'
import { type Cluster, checkTarget, clusterOf } from '../client.js'
import { PushError, type Rejection } from '../errors.js'
import { openGeneration, switchTo } from '../generations.js'
import { hashOf } from '../layout/hash.js'
import { keptDocuments } from '../layout/kept-documents.js'
import { MARK, type Mark } from '../layout/mappings.js'
import { abortable } from './abortable.js'
import { bulkSender } from './bulk.js'
import { Filling } from './filling.js'
import type { PushOptions, PushProgress, PushSummary } from './options.js'
import { retrying } from './retries.js'
import { countParagraphs, removeStale } from './stale.js'
import { taskDone } from './tasks.js'

const DEFAULT_TIMEOUT = 60_000
/** Replies that are taken together: looked up at once where an earlier push is continued. */
const AT_ONCE = 50

/** See `pushReplies`. */
export async function push(
  replies: Iterable<Reply> | AsyncIterable<Reply>,
  options: PushOptions,
): Promise<PushSummary> {
  checkTarget(options, 'pushReplies')
  assertIterable(replies)
  const { client, index: alias, segmenter, synonyms, signal, timeout = DEFAULT_TIMEOUT } = options
  const { shards = 1, replicas = 1 } = options
  const settings = indexSettings(segmenter, synonyms)
  const mark: Mark = {
    ...MARK,
    segmenter: settings.segmenter,
    synonyms: hashOf(JSON.stringify(settings.synonyms)),
    shards,
    complete: false,
  }
  const impatient = clusterOf(client, timeout)
  const cluster: Cluster = {
    request: (request, own = signal) => retrying(() => impatient.request(request, own), own),
  }
  const { index, resumed } = await openGeneration(cluster, alias, mark, { shards, replicas })
  const sender = bulkSender(impatient, index, signal)
  const filling = new Filling({ settings, sender, kept: keptDocuments(cluster, index), resumed })
  const progress = (): PushProgress => {
    const { replies, paragraphs } = filling
    return { replies, paragraphs, bytes: sender.bytes }
  }

  for await (const some of groupsOf(replies, signal)) {
    await filling.add(some)
    options.onProgress?.(progress())
  }
  await filling.finish()
  options.onProgress?.(progress())
  if (sender.rejected.length > 0) throw refused(sender.rejected, index)
  await checkComplete(cluster, index, filling)
  const path = `/${encodeURIComponent(index)}/_settings`
  // Deleted documents count in average lengths.
  await taskDone(cluster, {
    method: 'POST',
    path: `/${encodeURIComponent(index)}/_forcemerge`,
    querystring: { only_expunge_deletes: 'true' },
  })
  // An index that is continued may have been made for other copies.
  const body = { index: { refresh_interval: null, number_of_replicas: replicas } }
  await cluster.request({ method: 'PUT', path, body })
  await switchTo(cluster, alias, index, mark)
  return { index, ...progress(), skipped: filling.skipped, retries: sender.retries }
}

/** Valid replies, some at a time. */
async function* groupsOf(
  replies: Iterable<Reply> | AsyncIterable<Reply>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Reply[]> {
  let group: Reply[] = []
  for await (const reply of abortable(replies, signal)) {
    assertReply(reply)
    group.push(reply)
    if (group.length < AT_ONCE) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Every paragraph has arrived, and nothing else is there. */
async function checkComplete(cluster: Cluster, index: string, filling: Filling): Promise<void> {
  if ((await countParagraphs(cluster, index)) === filling.paragraphs) return
  await removeStale(cluster, index, (version) => filling.isCurrent(version))
  const count = await countParagraphs(cluster, index)
  if (count === filling.paragraphs) return
  throw new PushError(
    `${index} has ${count} paragraphs where ${filling.paragraphs} were sent. Was another push under way? Delete that index and push again.`,
  )
}

function refused(rejected: readonly Rejection[], index: string): PushError {
  const [{ id, status, reason }] = rejected as [Rejection]
  const others = rejected.length > 1 ? `, and ${rejected.length - 1} others (see \`rejected\`)` : ''
  return new PushError(
    `The cluster refused ${id} (${status}, ${reason})${others}. The index that was searched so far is as it was; ${index} is continued by the next push.`,
    rejected,
  )
}

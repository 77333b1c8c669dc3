import { IndexFormatError, IndexVersionError } from '../../errors.js'
import { FORMAT_VERSION } from '../../postings/posting-store.js'
import { type ReplySearch, searchWith } from '../../search/reply-search.js'
import { createFolding } from '../../text/normalize.js'
import { type Cluster, checkTarget, clusterOf, type SearchClient } from '../client.js'
import { ClusterError } from '../errors.js'
import { marksOf } from '../generations.js'
import { HEAD_ID, type Head } from '../layout/head.js'
import { type KeptDocuments, keptDocuments } from '../layout/kept-documents.js'
import { LAYOUT_VERSION, type Mark } from '../layout/mappings.js'
import { paragraphById, storedReply } from '../layout/stored-replies.js'
import { clusterFinder } from './cluster-finder.js'
import { termReader } from './term-reader.js'

/** Where an index is, and how it is asked. */
export interface OpenSearchOptions {
  client: SearchClient
  /** The name that replies were pushed under. */
  index: string
  /** Milliseconds for each request; a query makes two to four. Default: 30,000. */
  timeout?: number
}

const DEFAULT_TIMEOUT = 30_000

/**
 * Searches replies on a cluster, which `pushReplies` has sent there. What a query's terms are looked up in is read once;
 * an index that is pushed anew meanwhile is to be opened again.
 *
 * @throws IndexFormatError if there is no such index, or dafu has not made it.
 * @throws IndexVersionError if another version of dafu has made it.
 * @throws ClusterError if the cluster cannot be reached, or answers with an error, from every method; without a client, or
 * the name of an index.
 */
export async function openSearch(options: OpenSearchOptions): Promise<ReplySearch> {
  checkTarget(options, 'openSearch')
  const { client, index: alias, timeout = DEFAULT_TIMEOUT } = options
  const plain = clusterOf(client, timeout)
  const { index, mark } = await find(plain, alias).catch((error: unknown) => {
    // It was pushed anew between two requests.
    if (error instanceof ClusterError && error.status === 404) return find(plain, alias)
    throw error
  })
  const stored = keptDocuments(plain, index)
  const told = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      throw error instanceof ClusterError && error.status === 404 ? gone(alias, index, error) : error
    })
  const cluster: Cluster = { request: (request, signal) => told(plain.request(request, signal)) }
  const kept: Pick<KeptDocuments, 'get'> = { get: (ids, signal) => told(stored.get(ids, signal)) }
  const [head] = await kept.get<Head>([HEAD_ID])
  if (!head) throw new IndexFormatError(`${alias} lacks its head. Push the replies again.`)
  const [terms, bytes] = await Promise.all([termReader(kept, head), sizeOf(cluster, index)])
  const folding = createFolding(head.folding)
  const { words } = head.lists
  return searchWith({
    store: {
      ...terms,
      summary: {
        replies: head.replies,
        paragraphs: head.paragraphs,
        terms: words.terms,
        bytes,
        segmenter: mark.segmenter,
        formatVersion: mark.formatVersion,
      },
      totalWords: words.total,
    },
    find: clusterFinder({ cluster, index, head, folding }),
    folding,
    synonyms: head.synonyms,
    reply: (id) => storedReply(kept, id),
    paragraph: (id) => paragraphById(kept, id),
    async close() {},
  })
}

/** The one index that an alias stands for. */
async function find(cluster: Cluster, alias: string): Promise<{ index: string; mark: Mark }> {
  let names: string[]
  try {
    const path = `/_alias/${encodeURIComponent(alias)}`
    names = Object.keys(await cluster.request<object>({ method: 'GET', path }))
  } catch (error) {
    if (!(error instanceof ClusterError && error.status === 404)) throw error
    throw new IndexFormatError(
      `The cluster has no alias ${alias}. Push replies under that name first: pushReplies(replies, { client, index: '${alias}', segmenter }).`,
    )
  }
  if (names.length !== 1) {
    throw new IndexFormatError(
      `The alias ${alias} stands for ${names.length} indices (${names.join(', ')}), where dafu keeps one. Search the one that was pushed last, or push the replies again.`,
    )
  }
  const index = names[0]!
  const mark = (await marksOf(cluster, [index])).get(index)
  if (!mark) {
    throw new IndexFormatError(
      `${alias} (${index}) is no index that dafu has made. Give the name that replies were pushed under.`,
    )
  }
  check(mark, alias)
  return { index, mark }
}

function check({ formatVersion, layoutVersion, complete }: Mark, alias: string): void {
  const again = 'Push the replies again: pushReplies makes a new index.'
  const expectVersion = (expected: number, got: number): void => {
    if (got !== expected) throw new IndexVersionError(expected, got, again, alias)
  }
  expectVersion(FORMAT_VERSION, formatVersion)
  expectVersion(LAYOUT_VERSION, layoutVersion)
  if (!complete) {
    throw new IndexFormatError(`A push to ${alias} was broken off. Push the replies again.`)
  }
}

function gone(alias: string, index: string, cause: ClusterError): ClusterError {
  return new ClusterError(
    `${index} is gone: ${alias} was pushed anew, or deleted. Open it again.`,
    { status: 404 },
    { cause },
  )
}

async function sizeOf(cluster: Cluster, index: string): Promise<number> {
  const path = `/${encodeURIComponent(index)}/_stats/store`
  const stats = await cluster.request<{ _all: { primaries: { store: { size_in_bytes: number } } } }>({
    method: 'GET',
    path,
  })
  return stats._all.primaries.store.size_in_bytes
}

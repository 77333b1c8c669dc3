import { UnsupportedQueryError } from '../../errors.js'
import type { FacetName } from '../../postings/posting-store.js'
import { EXACT } from '../../query/clause.js'
import type { Plan } from '../../query/plan.js'
import type { SearchOptions } from '../../query/query.js'
import type { Finder, Found } from '../../search/find/finder.js'
import { pageOf, RESCORED } from '../../search/find/page.js'
import type { FacetCount } from '../../search/hit.js'
import type { Folding } from '../../text/normalize.js'
import type { Cluster } from '../client.js'
import type { StoredDocument } from '../documents.js'
import { ClusterError } from '../errors.js'
import { hashOf } from '../hash.js'
import type { Head } from '../head.js'
import { documentId } from '../ids.js'
import { documentReading, type FoundDocument } from './document-reading.js'
import { type ClusterSearch, REPLIES_COUNTED, type Requests, requestsFor } from './requests.js'

/** Hits that a cluster gives by their numbers; later ones are reached by passing over those before. */
const WINDOW = 10_000

interface HitOf {
  _source: { stored: string; facets: Record<FacetName, string[]>; date: string[] }
  sort: unknown[]
}

interface SearchResponse {
  timed_out: boolean
  _shards: { failed: number }
  hits: { total?: { value: number; relation: 'eq' | 'gte' }; hits: HitOf[] }
  aggregations?: Record<string, Aggregation>
}

interface Aggregation {
  value?: number
  buckets?: { key: string; doc_count: number; replies?: { value: number } }[]
}

interface GuessBuckets {
  buckets: Record<string, { top: { hits: { hits: HitOf[] } } }>
}

export interface FinderContext {
  cluster: Cluster
  /** Not the alias, which may move. */
  index: string
  head: Head
  folding: Folding
}

/**
 * The first stage, answered by the cluster: it selects, orders and counts. The paragraphs that it gives are scored again
 * from their documents, so that scores have all their bits.
 */
export function clusterFinder({ cluster, index, head, folding }: FinderContext): Finder {
  async function search(body: ClusterSearch, signal: AbortSignal | undefined): Promise<SearchResponse> {
    const path = `/${encodeURIComponent(index)}/_search`
    // The average length is that of all shards, so that each scores alike.
    // All pages of a query come from one copy: others may have merged other deleted documents away.
    const preference = hashOf(JSON.stringify([body.query, body.sort]))
    const querystring = {
      allow_partial_search_results: 'false',
      search_type: 'dfs_query_then_fetch',
      preference,
    }
    const response = await cluster.request<SearchResponse>(
      { method: 'POST', path, querystring, body },
      signal,
    )
    if (response.timed_out || response._shards.failed > 0) {
      throw new ClusterError(
        `${index} answered in part only: a shard has no copy that answers in time. Search again once the cluster's health is yellow or green; more replicas keep copies where a node is lost.`,
      )
    }
    return response
  }

  return {
    async find({ plan: planned, options }) {
      const { signal } = options
      const plan = await planned
      signal?.throwIfAborted()
      const requests = requestsFor(plan, options, head.paragraphs)
      const range = rangeOf(plan, options)
      const [page, best, guessed] = await Promise.all([
        pageAt(range),
        range.from === 0 && options.group === 'reply' && isRanked(options)
          ? search(requests.best(RESCORED), signal)
          : undefined,
        hasGuesses(plan) ? search(requests.guesses(), signal) : undefined,
      ])
      const replies = options.group === 'reply' ? await repliesIn(page, requests, signal) : undefined
      const more = guessed ? (guessed.aggregations!.guesses as unknown as GuessBuckets).buckets : {}
      const hits = [
        ...page.hits.hits,
        ...(best?.hits.hits ?? []),
        ...Object.values(more).flatMap(({ top }) => top.hits.hits),
      ]
      const documents = inOrder(hits.map(toDocument))
      const reading = documentReading(documents, head, folding)
      const found: Found = {
        reading,
        ordinals: Uint32Array.from(documents, (_, ordinal) => ordinal),
        skipped: range.from,
        counted: { ...countsOf(page, plan, options, requests.isCut), ...replies },
        async ordinalOf(id) {
          const known = documents.findIndex(({ paragraph }) => paragraph.id === id)
          if (known >= 0) return known
          const body = { query: { ids: { values: [documentId('paragraph', id)] } }, sort: ['_doc'] }
          const [hit] = (await search(body, signal)).hits.hits
          return hit && reading.add(toDocument(hit))
        },
      }
      return found

      async function pageAt({ from, size }: Range): Promise<SearchResponse> {
        if (from + size <= WINDOW) return search(requests.page({ from, size }, true), signal)
        if (options.group === 'reply' || hasGuesses(plan)) {
          const [which, remedy] =
            options.group === 'reply'
              ? ['that are grouped by reply', 'leave out group']
              : [
                  'that are found by letters that stand for several words',
                  'ask for whole words, or with pinyin: false',
                ]
          throw new UnsupportedQueryError(
            `A cluster gives the first ${WINDOW} hits ${which}; offset ${from} and limit ${size} reach beyond them. Narrow the query, or ${remedy}.`,
          )
        }
        const after = await passOver(from, requests, signal)
        if (after === undefined) return search(requests.page({ size: 0 }, true), signal)
        const [counted, later] = await Promise.all([
          search(requests.page({ size: 0 }, true), signal),
          search(requests.page({ size, ...(from > 0 && { after }) }, false), signal),
        ])
        return { ...counted, hits: { ...counted.hits, hits: later.hits.hits } }
      }
    },
  }

  /** How many replies were found: an estimate is right only by chance. */
  async function repliesIn(
    { aggregations }: SearchResponse,
    requests: Requests,
    signal: AbortSignal | undefined,
  ): Promise<{ total: number; totalIsExact: boolean }> {
    const estimate = aggregations!.replies!.value!
    if (estimate > REPLIES_COUNTED) return { total: estimate, totalIsExact: false }
    const totalIsExact = !requests.isCut
    if (estimate <= 1) return { total: estimate, totalIsExact }
    const counted = await search(requests.replies(), signal)
    return { total: counted.aggregations!.replies!.buckets!.length, totalIsExact }
  }

  /** Where the hits behind the first `count` begin; nothing if there are fewer. */
  async function passOver(
    count: number,
    requests: Requests,
    signal: AbortSignal | undefined,
  ): Promise<unknown[] | undefined> {
    let after: unknown[] = []
    for (let left = count; left > 0; ) {
      const size = Math.min(WINDOW, left)
      const range = { size, ...(after.length > 0 && { after }) }
      const { hits } = (await search(requests.places(range), signal)).hits
      if (hits.length < size) return undefined
      after = hits[hits.length - 1]!.sort
      left -= size
    }
    return after
  }
}

interface Range {
  from: number
  size: number
}

/**
 * The hits to fetch: those of the page, and the first ones where the second stage, or a variety of guesses, may bring
 * others of them onto it.
 */
function rangeOf(plan: Plan, options: SearchOptions): Range {
  const { start, end } = pageOf(options)
  if (hasGuesses(plan)) return { from: 0, size: Math.max(end, RESCORED) }
  if (start >= RESCORED || !isRanked(options)) return { from: start, size: end - start }
  return { from: 0, size: Math.max(end, RESCORED) }
}

function isRanked({ sort = 'relevance' }: SearchOptions): boolean {
  return sort === 'relevance'
}

/** Whether paragraphs are chosen so that they hold different words. */
function hasGuesses({ guesses, clauses }: Plan): boolean {
  return guesses.length > 1 && clauses.some(({ tier }) => tier !== EXACT)
}

function toDocument({ _source: { stored, facets, date } }: HitOf): FoundDocument {
  return { ...(JSON.parse(stored) as StoredDocument), values: { ...facets, date } }
}

/** Each once, in the order of an index. */
function inOrder(documents: readonly FoundDocument[]): FoundDocument[] {
  const keys = new Map(documents.map((document) => [document.paragraph.id, document]))
  return [...keys.values()]
    .map((document) => ({ document, key: document.reply.id }))
    .sort((a, b) => (a.key === b.key ? a.document.place - b.document.place : a.key < b.key ? -1 : 1))
    .map(({ document }) => document)
}

function countsOf(
  { hits, aggregations = {} }: SearchResponse,
  { clauses, condition }: Plan,
  { facets = [], facetLimit }: SearchOptions,
  isCut: boolean,
): NonNullable<Found['counted']> {
  const { value, relation } = hits.total!
  const exact = relation === 'eq' && !isCut
  const atLeast =
    condition || exact
      ? value
      : Math.max(
          value,
          ...clauses.map(({ entries }) => (entries.length === 1 ? entries[0]!.documentFrequency : 0)),
        )
  return {
    total: atLeast,
    totalIsExact: exact,
    facets: Object.fromEntries(
      facets.map((name) => [
        name,
        facetCounts(aggregations[`facet-${name}`]?.buckets ?? []).slice(0, facetLimit),
      ]),
    ),
  }
}

function facetCounts(buckets: NonNullable<Aggregation['buckets']>): FacetCount[] {
  return buckets
    .map(({ key, doc_count, replies }) => ({ value: key, count: replies?.value ?? doc_count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

import { EXACT } from '../../query/clause.js'
import type { Plan } from '../../query/plan.js'
import type { SearchOptions } from '../../query/query.js'
import type { Finder, Found } from '../../search/find/finder.js'
import { pageOf, RESCORED } from '../../search/find/page.js'
import type { FacetCount } from '../../search/hit.js'
import type { Folding } from '../../text/normalize.js'
import type { Cluster } from '../client.js'
import type { StoredDocument } from '../layout/documents.js'
import type { Head } from '../layout/head.js'
import { documentId } from '../layout/ids.js'
import { documentReading, type FoundDocument } from './document-reading.js'
import { checkReach, type Range, searchPage } from './page-search.js'
import { REPLIES_COUNTED, type Requests, requestsFor } from './requests.js'
import { type Aggregation, type HitOf, type Search, type SearchResponse, searchIn } from './search.js'

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
  return async ({ plan: planned, options }): Promise<Found> => {
    const { group, signal } = options
    const plan = await planned
    signal?.throwIfAborted()
    const search = searchIn(index, cluster, signal)
    const requests = requestsFor(plan, options, head.paragraphs)
    const range = rangeOf(plan, options)
    checkReach(range, group === 'reply', hasGuesses(plan))
    const [page, best, guessed] = await Promise.all([
      searchPage(range, requests, search),
      range.from === 0 && group === 'reply' && isRanked(options)
        ? search(requests.best(RESCORED))
        : undefined,
      hasGuesses(plan) ? search(requests.guesses()) : undefined,
    ])
    const replies = group === 'reply' ? await repliesIn(page, requests, search) : undefined
    const more = guessed ? (guessed.aggregations!.guesses as unknown as GuessBuckets).buckets : {}
    const hits = [
      ...page.hits.hits,
      ...(best?.hits.hits ?? []),
      ...Object.values(more).flatMap(({ top }) => top.hits.hits),
    ]
    const documents = inOrder(hits.map(toDocument))
    const reading = documentReading(documents, head, folding)
    return {
      reading,
      ordinals: Uint32Array.from(documents, (_, ordinal) => ordinal),
      skipped: range.from,
      counted: { ...countsOf(page, plan, options, requests.isCut), ...replies },
      async ordinalOf(id) {
        const known = documents.findIndex(({ paragraph }) => paragraph.id === id)
        if (known >= 0) return known
        const body = { query: { ids: { values: [documentId('paragraph', id)] } }, sort: ['_doc'] }
        const [hit] = (await search(body)).hits.hits
        return hit && reading.add(toDocument(hit))
      },
    }
  }
}

/** How many replies were found: an estimate is right only by chance. */
async function repliesIn(
  { aggregations }: SearchResponse,
  requests: Requests,
  search: Search,
): Promise<{ total: number; totalIsExact: boolean }> {
  const estimate = aggregations!.replies!.value!
  if (estimate > REPLIES_COUNTED) return { total: estimate, totalIsExact: false }
  const totalIsExact = !requests.isCut
  if (estimate <= 1) return { total: estimate, totalIsExact }
  const counted = await search(requests.replies())
  return { total: counted.aggregations!.replies!.buckets!.length, totalIsExact }
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

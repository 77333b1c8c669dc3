import type { Column, ColumnName, PostingStore } from '../postings/posting-store.js'
import { facetsOf, facetsWanted } from '../query/filter.js'
import { planQuery } from '../query/plan.js'
import type { ParsedQuery, Query, SearchOptions } from '../query/query.js'
import type { Folding } from '../text/normalize.js'
import { findCandidates, verify } from './candidates.js'
import { countFacet, countFacetByReply } from './facets.js'
import type { SearchResult } from './hit.js'
import { createHitBuilder } from './hit-builder.js'
import { entriesIn } from './match.js'
import { bestOfReplies, byDate, byRelevance, first } from './order.js'
import { rank } from './rank.js'
import { readStore } from './reading.js'
import { RESCORED, rescore } from './rescore.js'
import { vary } from './variety.js'

export interface AnswerContext {
  store: PostingStore
  folding: Folding
  /** Groups of folded texts. */
  synonyms: readonly (readonly string[])[]
}

const DEFAULT_LIMIT = 10

/** One query, from its parsed form to its result: lexicon, postings and texts are read in one round each. */
export async function answer(
  parsed: ParsedQuery,
  options: SearchOptions,
  context: AnswerContext,
): Promise<Omit<SearchResult, 'took'>> {
  const { store, folding } = context
  const { limit = DEFAULT_LIMIT, offset = 0, sort = 'relevance', group = 'paragraph', signal } = options

  const [plan, columns] = await Promise.all([
    planQuery(parsed, { ...context, options }),
    readColumns(store, columnsFor(parsed.query, options), signal),
  ])
  signal?.throwIfAborted()
  const entries = [
    ...plan.clauses.flatMap((clause) => clause.entries),
    ...(plan.condition ? entriesIn(plan.condition) : []),
  ]
  const reading = await readStore(context, entries, columns, signal)
  signal?.throwIfAborted()

  const pageEnd = offset + limit
  const enough = isCountedExactly(options) ? Number.POSITIVE_INFINITY : Math.max(pageEnd, RESCORED)
  const candidates = findCandidates(plan, reading, enough)
  const ranked = rank(plan.clauses, candidates.ordinals, reading)
  const relevance = byRelevance(ranked)
  const before = sort === 'relevance' ? relevance : byDate(sort, reading.columnOf('date'), ranked, relevance)
  const { places, complete } = candidates.certain
    ? await verify(plan, candidates.certain, ranked, reading, before, enough)
    : { places: ranked.ordinals.map((_, place) => place), complete: candidates.atLeast === undefined }

  const additions =
    sort === 'relevance' ? await rescore(first(places, RESCORED, before), plan, ranked, reading) : new Map()
  if (sort === 'relevance') vary(places, plan, ranked, reading, before, additions)
  const grouped =
    group === 'reply' ? bestOfReplies(places, reading.columnOf('reply'), ranked, before) : places
  const page = first(grouped, pageEnd, before).slice(offset)
  await reading.fetchParagraphs(page.map((place) => ranked.ordinals[place]!))
  signal?.throwIfAborted()

  const builder = createHitBuilder({ plan, ranked, reading, folding, additions })
  const hits = builder.hits(page, options.explain === true)
  const explained = typeof options.explain === 'string' ? await explainById(options.explain) : undefined
  return {
    hits,
    total: Math.max(grouped.length, candidates.atLeast ?? 0),
    totalIsExact: complete,
    facets: countFacets(),
    query: parsed,
    ...(explained && { explanation: explained }),
  }

  function countFacets(): SearchResult['facets'] {
    const ordinals = places.map((place) => ranked.ordinals[place]!)
    return Object.fromEntries(
      (options.facets ?? []).map((name) => [
        name,
        group === 'reply'
          ? countFacetByReply(reading.columnOf(name), reading.columnOf('reply'), ordinals)
          : countFacet(reading.columnOf(name), ordinals),
      ]),
    )
  }

  async function explainById(id: string): Promise<SearchResult['explanation']> {
    const ordinal = await store.ordinal(id, signal)
    if (ordinal === undefined) {
      return { score: 0, parts: [], missing: [`no paragraph has the id ${JSON.stringify(id)}`] }
    }
    await reading.fetchParagraphs([ordinal])
    return builder.explain(ordinal)
  }
}

/** Where `total` says how many hits there are, rather than at least how many. */
function isCountedExactly({ facets = [], filter, group, match, sort = 'relevance' }: SearchOptions): boolean {
  return (
    match === 'all' ||
    group === 'reply' ||
    sort !== 'relevance' ||
    facets.length > 0 ||
    facetsWanted(filter).length > 0
  )
}

function columnsFor(
  query: Query,
  { facets = [], filter, group, sort = 'relevance' }: SearchOptions,
): ColumnName[] {
  return [
    ...new Set<ColumnName>([
      ...facetsOf(query),
      ...facetsWanted(filter),
      ...facets,
      ...(group === 'reply' ? (['reply'] as const) : []),
      ...(sort === 'relevance' ? [] : (['date'] as const)),
    ]),
  ]
}

async function readColumns(
  store: PostingStore,
  names: readonly ColumnName[],
  signal: AbortSignal | undefined,
): Promise<Map<ColumnName, Column>> {
  const columns = names.length > 0 ? await store.columns(names, signal) : []
  return new Map(names.map((name, i) => [name, columns[i]!]))
}

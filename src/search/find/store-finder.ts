import type { Column, ColumnName, PostingStore, TermEntry } from '../../postings/posting-store.js'
import { facetsOf, facetsWanted } from '../../query/filter.js'
import type { Plan } from '../../query/plan.js'
import type { Query, SearchOptions } from '../../query/query.js'
import type { Folding } from '../../text/normalize.js'
import { findCandidates } from './candidates.js'
import type { Finder } from './finder.js'
import { entriesIn } from './match.js'
import { enoughOf } from './page.js'
import { readStore } from './reading.js'

/** The first stage over postings: lexicon and columns are read in one round, postings and lengths in the next. */
export function storeFinder(store: PostingStore, folding: Folding): Finder {
  return async ({ plan: planned, query, options }) => {
    const { signal } = options
    const [plan, columns] = await Promise.all([
      planned,
      readColumns(store, columnsFor(query, options), signal),
    ])
    signal?.throwIfAborted()
    const reading = await readStore({ store, folding }, entriesNeeded(plan), columns, signal)
    return {
      ...findCandidates(plan, reading, enoughOf(options)),
      reading,
      skipped: 0,
      async ordinalOf(id) {
        const ordinal = await store.ordinal(id, signal)
        if (ordinal !== undefined) await reading.fetchParagraphs([ordinal])
        return ordinal
      },
    }
  }
}

/** Whose postings it takes, some of them several times. */
function entriesNeeded({ clauses, guesses, condition }: Plan): TermEntry[] {
  const entries: TermEntry[] = []
  for (const clause of clauses) for (const entry of clause.entries) entries.push(entry)
  const conditions = guesses.flatMap(({ titled, condition }) => [titled, condition])
  if (condition) conditions.push(condition)
  for (const condition of conditions) for (const entry of entriesIn(condition)) entries.push(entry)
  return entries
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

import type {
  Column,
  ColumnName,
  PostingStore,
  Postings,
  StoredParagraph,
  TermEntry,
} from '../postings/posting-store.js'
import type { MatchSource } from './match.js'
import type { RankSource } from './rank.js'

/** What one query has read from its store, for code that must not wait. */
export interface Reading extends MatchSource, RankSource {
  columnOf(name: ColumnName): Column
  paragraphOf(ordinal: number): StoredParagraph
  /** Reads the texts that are not known yet, in one round. */
  fetchParagraphs(ordinals: readonly number[]): Promise<void>
}

/** Reads postings and lengths, in one round; `columns` were asked for before, beside the lexicon. */
export async function readStore(
  store: PostingStore,
  entries: readonly TermEntry[],
  columns: ReadonlyMap<ColumnName, Column>,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const distinct = [...new Set(entries)]
  const [lists, lengths] = await Promise.all([
    store.postings(distinct, signal),
    distinct.length > 0 ? store.lengths(signal) : new Uint8Array(store.summary.paragraphs),
  ])
  const postings = new Map(distinct.map((entry, i) => [entry, lists[i] as Postings]))
  const known = new Map<number, StoredParagraph>()
  const { paragraphs } = store.summary

  return {
    paragraphs,
    averageLength: store.totalLength / Math.max(1, paragraphs),
    lengths,
    postingsOf: (entry) => postings.get(entry)!,
    columnOf: (name) => columns.get(name)!,
    paragraphOf: (ordinal) => known.get(ordinal)!,
    async fetchParagraphs(ordinals) {
      const missing = ordinals.filter((ordinal) => !known.has(ordinal))
      if (missing.length === 0) return
      for (const paragraph of await store.paragraphs(missing, signal)) known.set(paragraph.ordinal, paragraph)
    },
  }
}

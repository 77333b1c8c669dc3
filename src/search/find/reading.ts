import type { PostingList } from '../../postings/posting-list.js'
import type {
  Column,
  ColumnName,
  PostingStore,
  ReadParagraph,
  StoredParagraph,
  TermEntry,
} from '../../postings/posting-store.js'
import type { FoldedText, Folding } from '../../text/normalize.js'
import { lengthNorms } from './bm25.js'
import type { MatchSource } from './match.js'
import type { RankSource } from './rank.js'

/** What one query has read from its store, for code that must not wait. */
export interface Reading extends MatchSource, RankSource {
  columnOf(name: ColumnName): Column
  /** Of a paragraph whose text was fetched. */
  paragraphOf(ordinal: number): StoredParagraph
  /** The same for all paragraphs of a reply. */
  replyOf(ordinal: number): number | string
  /** Its text. */
  foldedOf(ordinal: number): FoldedText
  /** Reads the texts that are not known yet, in one round. */
  fetchParagraphs(ordinals: readonly number[]): Promise<void>
}

/** Reads postings and lengths, in one round; `columns` were asked for before, beside the lexicon. */
export async function readStore(
  { store, folding }: { store: PostingStore; folding: Folding },
  entries: readonly TermEntry[],
  columns: ReadonlyMap<ColumnName, Column>,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const distinct = [...new Set(entries)]
  const [lists, lengths] = await Promise.all([
    store.postings(distinct, signal),
    distinct.length > 0 ? store.lengths(signal) : new Uint8Array(store.summary.paragraphs),
  ])
  const postings = new Map<TermEntry, PostingList>()
  for (let i = 0; i < distinct.length; i++) postings.set(distinct[i]!, lists[i]!)
  const known = new Map<number, ReadParagraph>()
  const folded = new Map<number, FoldedText>()
  const stored = new Map<number, StoredParagraph>()
  const { paragraphs } = store.summary

  return {
    paragraphs,
    ordinals: paragraphs,
    lengths,
    norms: lengthNorms(store.totalLength / Math.max(1, paragraphs)),
    listsOf(entries) {
      const lists: PostingList[] = []
      for (const entry of entries) lists.push(postings.get(entry)!)
      return lists
    },
    columnOf: (name) => columns.get(name)!,
    paragraphOf(ordinal) {
      const paragraph = stored.get(ordinal) ?? known.get(ordinal)!.stored()
      stored.set(ordinal, paragraph)
      return paragraph
    },
    replyOf: (ordinal) => known.get(ordinal)!.reply,
    foldedOf(ordinal) {
      const text = folded.get(ordinal) ?? folding.foldWithOffsets(known.get(ordinal)!.text)
      folded.set(ordinal, text)
      return text
    },
    async fetchParagraphs(ordinals) {
      const missing: number[] = []
      for (const ordinal of ordinals) if (!known.has(ordinal)) missing.push(ordinal)
      if (missing.length === 0) return
      for (const paragraph of await store.paragraphs(missing, signal)) known.set(paragraph.ordinal, paragraph)
    },
  }
}

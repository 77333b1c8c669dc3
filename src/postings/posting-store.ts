import type { Paragraph, Reply, SectionRole } from '../reply/reply.js'
import type { PostingList, Postings } from './posting-list.js'

/** Of the `.dafu` files that this release writes and reads. */
export const FORMAT_VERSION = 1

/**
 * The lists that paragraphs are found by. The first three cover a paragraph's text, the others the titles of its
 * sections, the titles of its reply's proposals and, for a reply's first paragraph alone, numbers, people and offices.
 */
export const FIELDS = ['words', 'bigrams', 'characters', 'sections', 'proposals', 'names'] as const
export type Field = (typeof FIELDS)[number]

/**
 * Sorted lists of `key + '\0' + kind + text` without postings (see `vocabulary.ts`): `readings` maps full pinyin to
 * words, titles and names, `initials` their initials, `titles` the folded form of a title or a name to the printed one,
 * `syllables` a character to its pinyin. Their document frequency is that of the text.
 */
export const VOCABULARIES = ['readings', 'initials', 'titles', 'syllables'] as const
export type Vocabulary = (typeof VOCABULARIES)[number]

/** Where a term is looked up. */
export interface TermKey {
  readonly field: Field | Vocabulary
  readonly term: string
}

/** A term of the lexicon. Good for the store that returned it, until that store changes. */
export interface TermEntry extends TermKey {
  /** Paragraphs that hold the term, at least 1. */
  readonly documentFrequency: number
}

/** All of a reply but its text. */
export type ReplyHead = Omit<Reply, 'sections'>

/** A section without its paragraphs. */
export interface SectionHead {
  id: string
  /** The titles of the sections around the paragraph, outermost first; untitled sections are left out. */
  path: string[]
  role?: SectionRole
}

/** What a hit is made of. */
export interface StoredParagraph {
  ordinal: number
  paragraph: Paragraph
  section: SectionHead
  reply: ReplyHead
}

/** A paragraph that was read: of most, only the text is looked at. */
export interface ReadParagraph {
  readonly ordinal: number
  /** The same for all paragraphs of a reply. */
  readonly reply: number | string
  readonly text: string
  /** What a hit is made of, the caller's own, to change at will. */
  stored(): StoredParagraph
}

export const FACETS = [
  'issuer',
  'year',
  'session',
  'kind',
  'category',
  'section',
  'role',
  'proposal',
  'recipient',
  'reply',
  'mark',
  'due',
  'cites',
  'place',
] as const
/**
 * What hits are counted and filtered by. `mark` is what a paragraph says (see `MarkKind`), `due` the years by the end of
 * which it promises something (`2026`), `cites` the laws, plans and documents it names, without 《》, `place` the places
 * and facilities, if the segmenter knows names.
 */
export type FacetName = (typeof FACETS)[number]

/** One value list per paragraph: paragraph `p` has `values[numbers[i]]` for `i` from `starts[p]` to `starts[p + 1]`. */
export interface Column {
  /** Sorted by code unit, without duplicates. In the column `reply` the index is the reply's ordinal. */
  readonly values: readonly string[]
  readonly numbers: Uint32Array
  /** One longer than there are paragraphs. */
  readonly starts: Uint32Array
}

/** `date` (ISO 8601) is kept for sorting; it is no facet. */
export type ColumnName = FacetName | 'date'

export interface StoreSummary {
  replies: number
  paragraphs: number
  /** Distinct words. */
  terms: number
  /** Size of the file; 0 for an index in memory. */
  bytes: number
  segmenter: { name: string; fingerprint: string }
  /** Of the `.dafu` file. */
  formatVersion: number
  /** ISO 8601, if the builder was given one. */
  builtAt?: string
}

/** Which terms there are, and in how many paragraphs: what a query is planned by. */
export interface TermStore {
  readonly summary: StoreSummary
  /** Sum of the document frequencies of all words: the total of their counts for segmentation. */
  readonly totalWords: number

  /** Answers in the order of the keys, with one round of parallel reads. */
  lookup(keys: readonly TermKey[], signal?: AbortSignal): Promise<(TermEntry | undefined)[]>
  /** The terms that start with `prefix`, in code unit order, at most `limit`. */
  prefix(field: Field | Vocabulary, prefix: string, limit: number, signal?: AbortSignal): Promise<TermEntry[]>
  /**
   * Begins to read what `lookup`, or `prefix`, of these will take: for stores that are far away, where one round costs
   * more than what is read in vain.
   */
  readAhead?(keys: readonly TermKey[], signal?: AbortSignal): void
  /** Begins to read what `postings` of these will take. */
  readPostingsAhead?(entries: readonly TermEntry[], signal?: AbortSignal): void
}

/**
 * Terms → postings, and ordinals → paragraphs. Replies are ordered by id (code units) and paragraphs as they are read:
 * a paragraph's ordinal is its place in that order, from 0. Methods that take lists answer in the same order with one
 * round of parallel reads.
 */
export interface PostingStore extends TermStore {
  /** Sum over all paragraphs of their lengths, before these are rounded. */
  readonly totalLength: number
  /** Folds of characters beyond width and case: pairs of `from` and `to` in one string, sorted by `from`. */
  readonly folding: string
  /** Texts of equal meaning, as given to the builder: each list is one group. */
  readonly synonyms: readonly (readonly string[])[]

  /** Of entries in `FIELDS`. */
  postings(entries: readonly TermEntry[], signal?: AbortSignal): Promise<PostingList[]>
  /** The length of every paragraph, coded by `encodeLength`. */
  lengths(signal?: AbortSignal): Promise<Uint8Array>
  columns(names: readonly ColumnName[], signal?: AbortSignal): Promise<Column[]>
  paragraphs(ordinals: readonly number[], signal?: AbortSignal): Promise<ReadParagraph[]>
  reply(id: string, signal?: AbortSignal): Promise<Reply | undefined>
  /** The ordinal of the paragraph with this id. */
  ordinal(paragraphId: string, signal?: AbortSignal): Promise<number | undefined>
  close(): Promise<void>
}

/** All that a file is written from, in file order; a mutable store, a batch and an open file all yield it. */
export interface IndexContent {
  readonly segmenter: { name: string; fingerprint: string }
  readonly builtAt?: string
  readonly totalLength: number
  readonly folding: string
  readonly synonyms: readonly (readonly string[])[]
  /** By id. */
  replies(): Iterable<Reply> | AsyncIterable<Reply>
  /**
   * Some replies by id, each with the ordinal of its first paragraph (of one without paragraphs: of the next): at least
   * those in which a multiple of `step` is such an ordinal or that of a paragraph. For contents that need not read all.
   */
  sample?(step: number): Iterable<{ reply: Reply; ordinal: number }>
  /** Coded, by ordinal. */
  lengths(): Uint8Array | Promise<Uint8Array>
  /** What makes the columns that it has; the others are made from the replies. */
  readonly ownColumns: OwnColumns
  /** Of one field, in code unit order. */
  terms(field: Field): Iterable<TermPostings> | AsyncIterable<TermPostings>
}

/** The column `place` takes the segmenter: each content has it. */
export type OwnColumns = { place(): Column | Promise<Column> } & {
  readonly [name in ColumnName]?: () => Column | Promise<Column>
}

export interface TermPostings {
  readonly term: string
  readonly postings: Postings
}

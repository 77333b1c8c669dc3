import type { FacetName } from '../postings/posting-store.js'
import type { MarkKind } from '../reply/marks/mark.js'
import type { ProposalKind, SectionRole } from '../reply/reply.js'

/** Longest query text, and all texts of a tree together, in UTF-16 code units. */
export const LONGEST_QUERY = 10_000

/**
 * What is asked, as a tree. `text` matches by `SearchOptions.match`; `phrase` stands in the paragraph's text after
 * folding; `field` names a facet that has a value, a value that contains a text after folding, or, for `year` and `due`, one
 * in a range. `all` of no queries matches every paragraph. Beside others in `all`, a text that is `optional` only adds to
 * the scores, unless `match` is `all`.
 */
export type Query =
  | { text: string; optional?: boolean }
  | { phrase: string }
  | { field: FacetName; value: string }
  | { field: FacetName; contains: string }
  | { field: RangedFacet; from?: string; to?: string }
  | { all: Query[] }
  | { any: Query[] }
  | { not: Query }

/** What of a query is looked up. */
export type Leaf = Extract<Query, { text: string } | { phrase: string }>

/** An inclusive range of values, compared as text; an open end is left out. */
export interface Range {
  from?: string
  to?: string
}

/** The facets whose values are years. */
export type RangedFacet = 'year' | 'due'

/** The facets that ranges are for. */
export const RANGED: readonly RangedFacet[] = ['year', 'due']

export function isRanged(facet: FacetName): facet is RangedFacet {
  return RANGED.includes(facet as RangedFacet)
}

/** What the values of a facet are: one of a few words, or any text. */
export type FacetValue<Facet extends FacetName> = ({
  kind: ProposalKind
  category: 'A' | 'B' | 'C' | 'D'
  role: SectionRole
  mark: MarkKind
} & { [facet: string]: string })[Facet]

/** Values of one facet are alternatives, facets must all match. Ranges are for `year` and `due`. */
export type Filter = {
  [name in Exclude<FacetName, RangedFacet>]?: FacetValue<name> | readonly FacetValue<name>[]
} & { [name in RangedFacet]?: string | readonly string[] | Range }

/** The order of hits. */
export type Sort = 'relevance' | 'date' | '-date'

/** How a query is answered. */
export interface SearchOptions<Facet extends FacetName = FacetName> {
  /** How many hits: 0 to 10,000, by default 10. */
  limit?: number
  /** How many hits to leave out first: 0 to 1,000,000, by default 0. */
  offset?: number
  filter?: Filter
  /** The facets to count. */
  facets?: readonly Facet[]
  /** How many values of each, the most frequent ones: 1 to 10,000; by default all. */
  facetLimit?: number
  /** One hit a paragraph (the default), or the best one of each reply. */
  group?: 'paragraph' | 'reply'
  /** By score (the default), by the letter's date, or `-date` for the newest first; letters without a date come last. */
  sort?: Sort
  /** `any` (the default): a paragraph with some of the words; `all`: every part between spaces must occur. */
  match?: 'any' | 'all'
  /** One slip in a Latin word. By default true. */
  typos?: boolean
  /** Pinyin, initials and homophones. By default true. */
  pinyin?: boolean
  /** How each hit's score came about; a paragraph's id: why that paragraph is, or is not, a hit. */
  explain?: boolean | string
  signal?: AbortSignal
}

/** How what was typed is completed. */
export interface SuggestOptions {
  /** 1 to 100, by default 8. */
  limit?: number
  signal?: AbortSignal
}

import type { FacetName } from '../postings/posting-store.js'
import type { RangedFacet } from './query.js'

/** What was odd about a query, how it was read instead, and what is not there. `noteText` says it in words. */
export type QueryNote =
  /** Words, as they were typed, that no paragraph has, neither as they are nor in another form. */
  | { kind: 'in no paragraph'; words: readonly string[] }
  /** No letter has what is asked of the facet. */
  | { kind: 'in no letter'; field: FacetName }
  /** Punctuation, emoji and the like alone, in which there is nothing to look up. */
  | { kind: 'signs alone' }
  /** Of nothing but excluded words: every paragraph without them is found. */
  | { kind: 'exclusions alone' }
  /** `OR` or `NOT` without what belongs to it, which is passed over. */
  | { kind: 'lone operator'; operator: 'OR' | 'NOT' }
  /** What follows is read as words. */
  | { kind: 'quotation never closed'; mark: string }
  /** Passed over. */
  | { kind: 'bracket never opened' }
  /** It ends with the query. */
  | { kind: 'bracket never closed' }
  /** Passed over. */
  | { kind: 'empty brackets' }
  /** Passed over. */
  | { kind: 'brackets too deep'; deepest: number }
  /** It ended before it began, and was read from its end to its beginning. */
  | { kind: 'range turned round'; field: FacetName; from: string; to: string }
  /** No year lies in it, for it ends before it begins. */
  | { kind: 'empty range'; field: RangedFacet; from: string; to: string }
  /** There is none of that name: the value was searched without it. */
  | { kind: 'unknown field'; name: string; value: string }
  /** No paragraph has it: the facet has the `known` values alone; where none are, its values are years. */
  | { kind: 'unknown value'; field: FacetName; value: string; known: readonly string[] }

/** What reads a query tells of it. */
export type TakeNote = (note: QueryNote) => void

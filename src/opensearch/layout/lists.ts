import { FIELDS, type Field, VOCABULARIES, type Vocabulary } from '../../postings/posting-store.js'

/** A sorted list of terms. */
export type List = Field | Vocabulary

export const LISTS: readonly List[] = [...FIELDS, ...VOCABULARIES]

/** A term, and in how many paragraphs it stands. */
export type TermCount = readonly [term: string, count: number]

/** Of one list. */
export interface ListSummary {
  terms: number
  /** Sum of the counts. */
  total: number
  pages: number
}

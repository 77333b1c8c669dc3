import type { QueryNote } from './note.js'
import type { Query } from './query.js'

/** What was understood. */
export interface ParsedQuery {
  query: Query
  /** A text that makes a paragraph a hit wherever it stands, for it may be meant as it is: 气温 -5 度. */
  literal?: string
  /** What was odd, how it was read instead, and what is not there. */
  notes: QueryNote[]
}

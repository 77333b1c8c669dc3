import type { Plan } from '../../query/plan.js'
import type { Query, SearchOptions } from '../../query/query.js'
import type { Candidates } from './candidates.js'
import type { Reading } from './reading.js'

/** What one query asks the first stage for. */
export interface Wanted {
  /** May still be on its way, so that what does not depend on it can be read meanwhile. */
  plan: Promise<Plan>
  query: Query
  options: SearchOptions
}

/** Paragraphs among which the hits of a page are, in the ordinals of what was read of them. */
export interface Found extends Candidates {
  readonly reading: Reading
  /** How many hits come before all of these; 0 where the second stage may change their order. */
  readonly skipped: number
  /** Reads the paragraph with this id; none if there is no such paragraph. */
  ordinalOf(paragraphId: string): Promise<number | undefined>
}

/** Answers the first stage, by postings or by another engine. */
export type Finder = (wanted: Wanted) => Promise<Found>

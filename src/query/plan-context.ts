import type { TermStore } from '../postings/posting-store.js'
import type { nameLetters } from './numbers/letter-terms.js'
import type { PartOptions } from './parts/parts.js'
import type { SearchOptions } from './query.js'

/** What a query is planned by. */
export interface PlanContext extends PartOptions {
  store: TermStore
  /** Tells parts which letters they name; loaded for queries with numbers. */
  nameLetters?: typeof nameLetters
  options: Omit<SearchOptions, 'facets' | 'explain'>
}

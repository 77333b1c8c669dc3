import type { TermStore } from '../postings/posting-store.js'
import type { PartOptions } from './parts/parts.js'
import type { SearchOptions } from './query.js'

/** What a query is planned by. */
export interface PlanContext extends PartOptions {
  store: TermStore
  options: Pick<SearchOptions, 'filter' | 'match' | 'pinyin' | 'typos' | 'signal'>
}

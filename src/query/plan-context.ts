import type { TermStore } from '../postings/posting-store.js'
import type { Folding } from '../text/normalize.js'
import type { SearchOptions } from './query.js'

/** What a query is planned by. */
export interface PlanContext {
  store: TermStore
  folding: Folding
  /** Groups of folded texts. */
  synonyms: readonly (readonly string[])[]
  options: Pick<SearchOptions, 'filter' | 'match' | 'pinyin' | 'typos' | 'signal'>
}

import { facetsWanted } from '../../query/filter.js'
import type { SearchOptions } from '../../query/query.js'

/** How many of the first stage's hits are scored again from their texts. */
export const RESCORED = 20

const DEFAULT_LIMIT = 10

/** The places of a page among all hits, half-open. */
export function pageOf({ offset = 0, limit = DEFAULT_LIMIT }: SearchOptions): { start: number; end: number } {
  return { start: offset, end: offset + limit }
}

/** How many of the best hits are needed; all of them where `total` says how many there are, not at least how many. */
export function enoughOf(options: SearchOptions): number {
  return isCountedExactly(options) ? Number.POSITIVE_INFINITY : Math.max(pageOf(options).end, RESCORED)
}

function isCountedExactly({ facets = [], filter, group, match, sort = 'relevance' }: SearchOptions): boolean {
  return (
    match === 'all' ||
    group === 'reply' ||
    sort !== 'relevance' ||
    facets.length > 0 ||
    facetsWanted(filter).length > 0
  )
}

import type { FacetName } from '../postings/posting-store.js'

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

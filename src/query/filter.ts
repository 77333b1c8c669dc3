import type { FacetName } from '../postings/posting-store.js'
import type { Filter, Query } from './query.js'

/** The query that a filter stands for: values of a facet are alternatives, facets must all match. */
export function filterQuery(filter: Filter): Query[] {
  return (Object.entries(filter) as [FacetName, Filter[FacetName]][]).flatMap(([field, wanted]): Query[] => {
    if (wanted === undefined) return []
    if (typeof wanted === 'string') return [{ field, value: wanted }]
    if (isList(wanted)) return [{ any: wanted.map((value) => ({ field, value })) }]
    return [{ field: 'year', ...wanted }]
  })
}

function isList(wanted: object): wanted is readonly string[] {
  return Array.isArray(wanted)
}

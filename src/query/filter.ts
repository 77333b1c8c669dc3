import type { FacetName } from '../postings/posting-store.js'
import type { Filter, Query } from './query.js'

/** The queries that a filter stands for, all of which must match: for each facet, any of its values. */
export function filterQueries(filter: Filter = {}): Query[] {
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

/** The facets that a query asks for. */
export function facetsOf(query: Query): FacetName[] {
  if ('field' in query) return [query.field]
  if ('not' in query) return facetsOf(query.not)
  if ('all' in query) return query.all.flatMap(facetsOf)
  return 'any' in query ? query.any.flatMap(facetsOf) : []
}

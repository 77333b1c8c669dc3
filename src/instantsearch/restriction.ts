import { UnsupportedQueryError } from '../errors.js'
import type { FacetName } from '../postings/posting-store.js'
import { type Filter, type Query, RANGED, type Range, type RangedFacet } from '../query/query.js'
import type { FilterList, SearchParameters } from './protocol.js'

/** What a search is narrowed to. */
export interface Restriction {
  filter: Filter
  /** What a `Filter` cannot say: exclusions, and several values of one facet that must all be there. */
  beyond: Query[]
}

const LAST_YEAR = 9999

/** @throws UnsupportedQueryError */
export function restrictionOf(params: SearchParameters): Restriction {
  if (params.filters) throw unsupported('filters', params.filters)
  const groups = [
    ...groupsOf('facetFilters', params.facetFilters).map((group) => group.map(facetQuery)),
    ...groupsOf('numericFilters', params.numericFilters).map((group) => group.map(yearQuery)),
  ]
  const filter: { [name in FacetName]?: string[] | Range } = {}
  const beyond: Query[] = []
  for (const group of groups) {
    if (!addTo(filter, group)) beyond.push(group.length === 1 ? group[0]! : { any: group })
  }
  return { filter: filter as Filter, beyond }
}

function groupsOf(name: string, list: FilterList = []): string[][] {
  return [list].flat().map((group) =>
    [group].flat().map((condition) => {
      if (typeof condition === 'string') return condition
      throw unsupported(name, condition)
    }),
  )
}

/** Whether a filter could take the alternatives. */
function addTo(filter: { [name in FacetName]?: string[] | Range }, group: readonly Query[]): boolean {
  const [first] = group
  if (!first || !('field' in first) || filter[first.field]) return false
  if (isRange(first)) {
    const { from, to } = first
    if (group.length === 1) filter[first.field] = { ...(from && { from }), ...(to && { to }) }
    return group.length === 1
  }
  const values = group.flatMap((query) =>
    'value' in query && query.field === first.field ? [query.value] : [],
  )
  if (values.length < group.length) return false
  filter[first.field] = values
  return true
}

function isRange(query: Query): query is Range & { field: RangedFacet } {
  return 'from' in query || 'to' in query
}

/** `issuer:value`, `issuer:-value` for all but this one, `issuer:\-value` for one that begins with a hyphen. */
function facetQuery(condition: string): Query {
  const [, field, negative, value] = /^([^:]*):(-?)(.*)$/s.exec(condition) ?? []
  if (field === undefined) throw unsupported('facetFilters', condition)
  const query = { field: field as FacetName, value: value!.replace(/^\\-/, '-') }
  return negative ? { not: query } : query
}

function yearQuery(condition: string): Query {
  const [, name, operator, number] = /^(\w+)\s*([<>]=?|!?=)\s*(-?[\d.]+)$/.exec(condition) ?? []
  const field = RANGED.find((ranged) => ranged === name)
  if (!field) throw unsupported('numericFilters', condition)
  const year = Number(number)
  switch (operator) {
    case '<':
      return { field, to: printed(Math.ceil(year) - 1) }
    case '<=':
      return { field, to: printed(Math.floor(year)) }
    case '>':
      return { field, from: printed(Math.floor(year) + 1) }
    case '>=':
      return { field, from: printed(Math.ceil(year)) }
    case '=':
      return { field, value: String(year) }
    default:
      return { not: { field, value: String(year) } }
  }
}

/** Ranges are compared as text, so that years need their four digits. */
function printed(year: number): string {
  return String(Math.min(Math.max(year, 0), LAST_YEAR)).padStart(4, '0')
}

export function unsupported(parameter: string, value: FilterList): UnsupportedQueryError {
  return new UnsupportedQueryError(
    `dafu does not read ${parameter}: ${JSON.stringify(value)}. It reads facetFilters such as "issuer:株洲市教育局" and numericFilters of ${RANGED.join(' and ')} such as "year>=2023".`,
  )
}

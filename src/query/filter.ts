import type { FacetName } from '../postings/posting-store.js'
import type { Folding } from '../text/normalize.js'
import type { Condition } from './clause.js'
import type { QueryNote } from './note.js'
import { alternativesOf } from './parts/alternatives.js'
import type { PartOptions } from './parts/parts.js'
import { type Filter, type Query, RANGED, type Range, type RangedFacet } from './query.js'

/** What a filter asks for, all of it: of each facet any of its values, compared folded. No values ask for nothing. */
export function filterConditions(filter: Filter | undefined, folding: Folding): Condition[] {
  return facetsWanted(filter).map((facet) => {
    const wanted = filter?.[facet] as string | readonly string[] | Range
    if (typeof wanted === 'object' && !isList(wanted)) {
      return { kind: 'facet', facet, asks: wanted, accepts: (value) => isWithin(value, wanted) }
    }
    const values = new Set([wanted].flat().map((value) => folding.fold(value)))
    return {
      kind: 'facet',
      facet,
      asks: { equals: [...values] },
      accepts: (value) => values.has(folding.fold(value)),
    }
  })
}

/** The facets that a filter asks for. */
export function facetsWanted(filter: Filter = {}): FacetName[] {
  return (Object.keys(filter) as FacetName[]).filter((facet) => {
    const wanted = filter[facet]
    return wanted !== undefined && !(isList(wanted) && wanted.length === 0)
  })
}

/** The ranges of a filter that end before they begin. */
export function emptyRanges(filter: Filter = {}): QueryNote[] {
  return RANGED.flatMap((field) => noteOfEmpty(field, filter[field] as Range | undefined))
}

/** Whoever typed a range in the search box meant it the other way round; whoever passed one on may not have. */
export function noteOfEmpty(field: RangedFacet, { from, to }: Range = {}): QueryNote[] {
  return from !== undefined && to !== undefined && from > to ? [{ kind: 'empty range', field, from, to }] : []
}

/** What a field of the search box asks for: 单位:科技局 is 株洲市科学技术局 too, and 提案:0123 is 提案:123. */
export function facetCondition(
  node: Extract<Query, { field: unknown }>,
  { folding, ...variation }: PartOptions,
): Condition {
  const facet = node.field
  if ('value' in node) {
    const bare = (value: string): string => withoutZeros(folding.fold(value))
    const wanted = bare(node.value)
    return { kind: 'facet', facet, asks: { equalsBare: wanted }, accepts: (value) => bare(value) === wanted }
  }
  if ('contains' in node) {
    const typed = folding.fold(node.contains)
    const others = alternativesOf(typed, variation).filter(
      ({ kind, weight }) => kind !== 'numeral' || weight === 1,
    )
    const wanted = [typed, ...others.map(({ text }) => text)]
    return {
      kind: 'facet',
      facet,
      asks: { contains: wanted },
      accepts: (value) => {
        const folded = folding.fold(value)
        return wanted.some((text) => folded.includes(text))
      },
    }
  }
  const { from, to } = node
  const asks = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  return { kind: 'facet', facet, asks, accepts: (value) => isWithin(value, node) }
}

/** 0123 is 123. */
export function withoutZeros(folded: string): string {
  return folded.replace(/^0+(?=\d)/, '')
}

/** Whether a value lies between two, both included. */
export function isWithin(value: string, { from, to }: Range): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to)
}

function isList(wanted: unknown): wanted is readonly string[] {
  return Array.isArray(wanted)
}

/** The facets that a query asks for. */
export function facetsOf(query: Query): FacetName[] {
  if ('field' in query) return [query.field]
  if ('not' in query) return facetsOf(query.not)
  if ('all' in query) return query.all.flatMap(facetsOf)
  return 'any' in query ? query.any.flatMap(facetsOf) : []
}

import { FACETS, type FacetName } from '../postings/posting-store.js'

/** What most readers narrow by. Places and citations have as many values as letters, and are read whole: a page asks for them. */
const USUAL: readonly FacetName[] = ['issuer', 'year', 'category', 'mark', 'section']

/**
 * The facets that a page offers, in its order.
 * @param names As an attribute lists them, `issuer year place`; null for the usual ones.
 */
export function offeredBy(names: string | null): {
  offered: readonly FacetName[]
  unknown: readonly string[]
} {
  if (names === null) return { offered: USUAL, unknown: [] }
  const listed = [...new Set(names.split(/[\s,]+/).filter(Boolean))]
  const isFacet = (name: string): name is FacetName => (FACETS as readonly string[]).includes(name)
  return { offered: listed.filter(isFacet), unknown: listed.filter((name) => !isFacet(name)) }
}

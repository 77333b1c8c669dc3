import type { FacetName } from '../../postings/posting-store.js'
import type { TakeNote } from '../note.js'
import { isRanged, type Query } from '../query.js'
import { VALUES } from './names.js'

type FieldQuery = Extract<Query, { field: unknown }>

/** What may be typed behind a value of a facet though it is no part of it. */
const PRINTED_WITH: { readonly [field in FacetName]?: RegExp } = {
  year: /年$/,
  due: /年$/,
  category: /类$/,
  recipient: /(?:委员|代表)$/,
  proposal: /^第|号$/g,
  cites: /^[《〈<]|[》〉>]$/g,
}

/** 2024-05 is a month, no range of years. */
const YEAR_OF_MONTH = /^(\d{4})[-/.年](?:0?[1-9]|1[0-2])(?!\d)/

/** Facets whose values are looked for by a part of them: 单位:科学技术局 is 株洲市科学技术局. */
const BY_PART: ReadonlySet<FacetName> = new Set([
  'issuer',
  'session',
  'section',
  'recipient',
  'cites',
  'place',
])

/** What is asked of a facet by a value as people type it: 2025年, 第12号, 2023至2025. */
export function fieldQuery(field: FacetName, printed: string, note: TakeNote): FieldQuery {
  const value = printed.normalize('NFKC')
  const [, from, to] = /^(\d{4}|)年?(?:\.{2,3}|[-~—至到])(\d{4}|)年?$/.exec(value) ?? []
  if (isRanged(field) && (from || to)) {
    if (!from || !to || from <= to) return { field, ...(from && { from }), ...(to && { to }) }
    note({ kind: 'range turned round', field, from: to, to: from })
    return { field, from: to, to: from }
  }
  const bare = value.replace(PRINTED_WITH[field] ?? /$/, '')
  if (BY_PART.has(field)) return { field, contains: bare }
  const called = VALUES[field] ?? {}
  if (Object.hasOwn(called, bare)) return { field, value: called[bare]! }
  const values = Object.values(called)
  if (isRanged(field) ? !/^\d{4}$/.test(bare) : values.length > 0 && !values.includes(bare.toLowerCase())) {
    note({ kind: 'unknown value', field, value, known: Object.keys(called) })
  }
  const [, year = bare] = (isRanged(field) && YEAR_OF_MONTH.exec(bare)) || []
  return { field, value: year }
}

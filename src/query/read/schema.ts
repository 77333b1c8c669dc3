import * as z from 'zod/mini'
import { FACETS } from '../../postings/posting-store.js'
import { atMost, boolean, oneOf, wholeNumber } from '../../reply/checks.js'
import { isRanged, type SearchOptions, type SuggestOptions } from '../query.js'
import { check, facet, RANGE, text } from './check.js'

/** Most values of one facet in a filter. */
const MOST_VALUES = 1_000

const values = z.union([z.string(), z.array(z.string()).check(atMost(MOST_VALUES, 'values'))])
const signal = z.optional(
  z.custom<AbortSignal>(
    (value) => typeof (value as AbortSignal | null)?.aborted === 'boolean',
    'an AbortSignal',
  ),
)

/** An object that may have these keys alone; the error for another one lists them. */
function only<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodMiniObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : undefined,
  })
}

const facetValues = z.optional(values)
const facetRange = z.optional(z.union([values, z.strictObject(RANGE)]))
const filter = only(
  Object.fromEntries(FACETS.map((name) => [name, isRanged(name) ? facetRange : facetValues])),
)

const searchOptions = only({
  limit: z.optional(wholeNumber(0, 10_000)),
  offset: z.optional(wholeNumber(0, 1_000_000)),
  filter: z.optional(filter),
  facets: z.optional(z.array(facet)),
  facetLimit: z.optional(wholeNumber(1, 10_000)),
  group: z.optional(oneOf(['paragraph', 'reply'])),
  sort: z.optional(oneOf(['relevance', 'date', '-date'])),
  match: z.optional(oneOf(['any', 'all'])),
  typos: z.optional(boolean),
  pinyin: z.optional(boolean),
  explain: z.optional(z.union([boolean, z.string()])),
  signal,
})

const suggestOptions = only({ limit: z.optional(wholeNumber(1, 100)), signal })

/** @throws InvalidQueryError */
export function checkSearchOptions(options: unknown): SearchOptions {
  return check(searchOptions, options, 'search options') as SearchOptions
}

/** @throws InvalidQueryError */
export function checkSuggestOptions(options: unknown): SuggestOptions {
  return check(suggestOptions, options, 'suggest options') as SuggestOptions
}

/** @throws InvalidQueryError */
export function checkText(value: unknown, what: 'query' | 'prefix' | 'id'): string {
  return check(text, value, what)
}

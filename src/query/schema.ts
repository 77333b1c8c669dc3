import * as z from 'zod/mini'
import { InvalidQueryError } from '../errors.js'
import { FACETS } from '../postings/posting-store.js'
import { summaryOf, toIssues } from '../reply/issues.js'
import type { Query, SearchOptions, SuggestOptions } from './query.js'

/** Longest query text, and all texts of a tree together, in UTF-16 code units. */
const LONGEST_QUERY = 10_000
/** Most objects and arrays of a query given as a tree. */
const MOST_NODES = 1_000
/** Most values of one facet in a filter. */
const MOST_VALUES = 1_000

const wholeNumber = (from: number, to: number) =>
  z.custom<number>(
    (value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to,
    `a whole number from ${from} to ${to}`,
  )
const facet = z.enum(FACETS)
const values = z.union([z.string(), z.readonly(z.array(z.string()).check(z.maxLength(MOST_VALUES)))])
const range = z.strictObject({ from: z.optional(z.string()), to: z.optional(z.string()) })
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

const filter = only(
  Object.fromEntries(
    FACETS.map((name) => [name, z.optional(name === 'year' ? z.union([values, range]) : values)]),
  ),
)

const searchOptions = only({
  limit: z.optional(wholeNumber(0, 10_000)),
  offset: z.optional(wholeNumber(0, 1_000_000)),
  filter: z.optional(filter),
  facets: z.optional(z.readonly(z.array(facet))),
  group: z.optional(z.enum(['paragraph', 'reply'])),
  sort: z.optional(z.enum(['relevance', 'date', '-date'])),
  match: z.optional(z.enum(['any', 'all'])),
  typos: z.optional(z.boolean()),
  pinyin: z.optional(z.boolean()),
  explain: z.optional(z.union([z.boolean(), z.string()])),
  signal,
})

const suggestOptions = only({ limit: z.optional(wholeNumber(1, 100)), signal })

const text = z.string().check(z.maxLength(LONGEST_QUERY))
const tree: z.ZodMiniType<Query> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ text }),
      z.strictObject({ phrase: text }),
      z.strictObject({ field: facet, value: z.string() }),
      z.strictObject({ field: facet, contains: text }),
      z.strictObject({ field: z.literal('year'), ...range.shape }),
      z.strictObject({ all: z.array(tree) }),
      z.strictObject({ any: z.array(tree) }),
      z.strictObject({ not: tree }),
    ],
    'one of { text }, { phrase }, { field, value }, { field, contains }, { field: "year", from, to }, { all }, { any }, { not }',
  ),
) as unknown as z.ZodMiniType<Query>

/** @throws InvalidQueryError */
export function checkSearchOptions(options: unknown): SearchOptions {
  return check(searchOptions, options, 'search options') as SearchOptions
}

/** @throws InvalidQueryError */
export function checkSuggestOptions(options: unknown): SuggestOptions {
  return check(suggestOptions, options, 'suggest options') as SuggestOptions
}

/** @throws InvalidQueryError */
export function checkPrefix(prefix: unknown): string {
  return check(text, prefix, 'prefix')
}

/** @throws InvalidQueryError */
export function checkQuery(query: unknown): string | Query {
  if (typeof query !== 'object') return check(text, query, 'query')
  checkSize(query)
  const checked = check(tree, query, 'query')
  const length = textLength(checked)
  if (length <= LONGEST_QUERY) return checked
  throw tooLarge(`texts of ${LONGEST_QUERY} characters in all, got ${length}`)
}

function check<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const issues = toIssues(result.error)
  throw new InvalidQueryError(`Invalid ${what}: ${summaryOf(issues)}.`, issues)
}

/** Before anything walks the tree by recursion; a cyclic object ends too. */
function checkSize(query: unknown): void {
  const open: unknown[] = [query]
  for (let nodes = 0; open.length > 0; ) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    if (++nodes > MOST_NODES) throw tooLarge(`${MOST_NODES} objects and arrays, got more`)
    for (const inner of Object.values(node)) open.push(inner)
  }
}

function textLength(query: Query): number {
  if ('text' in query) return query.text.length
  if ('phrase' in query) return query.phrase.length
  if ('not' in query) return textLength(query.not)
  const inner = 'all' in query ? query.all : 'any' in query ? query.any : []
  return inner.reduce((sum, node) => sum + textLength(node), 0)
}

function tooLarge(limit: string): InvalidQueryError {
  const message = `expected at most ${limit}`
  return new InvalidQueryError(
    `Invalid query: ${message}. Ask several smaller queries, or use a filter with a list of values.`,
    [{ path: [], message }],
  )
}

import * as z from 'zod/mini'
import { InvalidQueryError } from '../errors.js'
import { FACETS } from '../postings/posting-store.js'
import type { Query, SearchOptions, SuggestOptions } from './query.js'

/** Longest query text, in UTF-16 code units. */
export const LONGEST_QUERY = 10_000
/** Most nodes of a query given as a tree. */
export const MOST_NODES = 1_000

const wholeNumber = (from: number, to: number) => z.number().check(z.int(), z.gte(from), z.lte(to))
const facet = z.enum(FACETS)
const values = z.union([z.string(), z.readonly(z.array(z.string()))])
const range = z.strictObject({ from: z.exactOptional(z.string()), to: z.exactOptional(z.string()) })
const signal = z.optional(
  z.custom<AbortSignal>((value) => typeof (value as AbortSignal)?.aborted === 'boolean'),
)

const filter = z.strictObject(
  Object.fromEntries(
    FACETS.map((name) => [name, z.optional(name === 'year' ? z.union([values, range]) : values)]),
  ),
)

const searchOptions = z.strictObject({
  limit: z.optional(wholeNumber(0, 1_000)),
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

const suggestOptions = z.strictObject({ limit: z.optional(wholeNumber(1, 100)), signal })

const text = z.string().check(z.maxLength(LONGEST_QUERY))
const tree: z.ZodMiniType<Query> = z.lazy(() =>
  z.union([
    z.strictObject({ text }),
    z.strictObject({ phrase: text }),
    z.strictObject({ field: facet, value: z.string() }),
    z.strictObject({ field: facet, contains: text }),
    z.strictObject({ field: z.literal('year'), ...range.shape }),
    z.strictObject({ all: z.array(tree) }),
    z.strictObject({ any: z.array(tree) }),
    z.strictObject({ not: tree }),
  ]),
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
export function checkQuery(query: unknown): string | Query {
  if (typeof query === 'string') return check(text, query, 'query')
  if (nodesOf(query, MOST_NODES) > MOST_NODES) {
    throw new InvalidQueryError(
      `The query has more than ${MOST_NODES} nodes. Ask several smaller queries, or use a filter with a list of values.`,
    )
  }
  return check(tree, query, 'query')
}

function check<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.map(nameOf), message }))
  const where = issues.map(({ path, message }) => `${path.join('.') || 'value'}: ${message}`).join('; ')
  throw new InvalidQueryError(`Invalid ${what}: ${where}`, issues, { cause: result.error })
}

function nameOf(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key
}

/** Counts no further than just over `most`, so that a cyclic object ends too. */
function nodesOf(query: unknown, most: number): number {
  const open: unknown[] = [query]
  let nodes = 0
  while (open.length > 0 && nodes <= most) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    nodes++
    for (const inner of Object.values(node)) {
      if (Array.isArray(inner)) open.push(...inner)
      else open.push(inner)
    }
  }
  return nodes
}

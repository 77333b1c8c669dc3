import * as z from 'zod/mini'
import { InvalidQueryError } from '../../errors.js'
import { boolean, oneOf } from '../../reply/checks.js'
import { noteOfEmpty } from '../filter.js'
import type { QueryNote } from '../note.js'
import type { ParsedQuery } from '../parsed-query.js'
import { LONGEST_QUERY, type Query, RANGED } from '../query.js'
import { check, facet, RANGE, text } from './check.js'

/** Most objects and arrays of a query. */
const MOST_NODES = 1_000

const tree: z.ZodMiniType<Query> = z.union(
  [
    z.strictObject({ text, optional: z.optional(boolean) }),
    z.strictObject({ phrase: text }),
    z.strictObject({ field: facet, value: z.string() }),
    z.strictObject({ field: facet, contains: text }),
    z.strictObject({ field: oneOf(RANGED), ...RANGE }),
    z.strictObject({
      get all() {
        return z.array(tree)
      },
    }),
    z.strictObject({
      get any() {
        return z.array(tree)
      },
    }),
    z.strictObject({
      get not() {
        return tree
      },
    }),
  ],
  'one of { text }, { phrase }, { field, value }, { field, contains }, { field: "year" or "due", from, to }, { all }, { any }, { not }',
) as unknown as z.ZodMiniType<Query>

/** @throws InvalidQueryError */
export function readTree(query: unknown): ParsedQuery {
  const checked = checkTree(query)
  return { query: checked, notes: emptyRangesIn(checked) }
}

function checkTree(query: unknown): Query {
  checkSize(query)
  const checked = check(tree, query, 'query')
  const length = textLength(checked)
  if (length <= LONGEST_QUERY) return checked
  throw tooLarge(`texts of ${LONGEST_QUERY} characters in all, got ${length}`)
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
  return innerOf(query).reduce((sum, node) => sum + textLength(node), 0)
}

function emptyRangesIn(query: Query): QueryNote[] {
  if (!('field' in query)) return innerOf(query).flatMap(emptyRangesIn)
  return 'value' in query || 'contains' in query ? [] : noteOfEmpty(query.field, query)
}

function innerOf(query: Query): Query[] {
  if ('not' in query) return [query.not]
  return 'all' in query ? query.all : 'any' in query ? query.any : []
}

function tooLarge(limit: string): InvalidQueryError {
  const message = `expected at most ${limit}`
  return new InvalidQueryError(
    `Invalid query: ${message}. Ask several smaller queries, or use a filter with a list of values.`,
    [{ path: [], message }],
  )
}

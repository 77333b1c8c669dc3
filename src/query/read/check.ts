import * as z from 'zod/mini'
import { InvalidQueryError } from '../../errors.js'
import { FACETS, type FacetName } from '../../postings/posting-store.js'
import { atMost, oneOf } from '../../reply/checks.js'
import { summaryOf, toIssues } from '../../reply/issues.js'
import { LONGEST_QUERY } from '../query.js'

export const text: z.ZodMiniType<string> = z.string().check(atMost(LONGEST_QUERY, 'characters'))
export const facet: z.ZodMiniType<FacetName> = oneOf(FACETS)
/** The form of a range. */
export const RANGE: Readonly<Record<'from' | 'to', z.ZodMiniType<string | undefined>>> = {
  from: z.optional(z.string()),
  to: z.optional(z.string()),
}

/** @throws InvalidQueryError */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const issues = toIssues(result.error)
  throw new InvalidQueryError(`Invalid ${what}: ${summaryOf(issues)}.`, issues)
}

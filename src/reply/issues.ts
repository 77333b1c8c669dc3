import type * as z from 'zod/mini'
import type { Issue } from '../errors.js'

/** What zod/mini says of every value that has no message of its own. */
const BARE = 'Invalid input'

/**
 * What a schema found, as dafu's errors report it. zod/mini brings no messages of its own: a message that a schema gives
 * says what was expected. Parse with `reportInput: true`, so that these can show the value.
 */
export function toIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue) => issuesOf(issue, []))
}

/** In one line: the first issue, and how many more there are. */
export function summaryOf(issues: readonly Issue[]): string {
  const [first, ...others] = issues
  if (!first) return ''
  const where = first.path.length > 0 ? `${first.path.join('.')}: ` : ''
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  return where + first.message + more
}

function issuesOf(issue: z.core.$ZodIssue, outer: Issue['path']): Issue[] {
  const path = [...outer, ...issue.path.filter((key) => typeof key !== 'symbol')]
  if (issue.code === 'unrecognized_keys') {
    const expected = issue.message === BARE ? 'no value of this name' : issue.message
    return issue.keys.map((key) => ({ path: [...path, key], message: `expected ${expected}` }))
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((issues) => issues.every(isInside))
    if (meant) return meant.flatMap((inner) => issuesOf(inner, path))
  }
  return [{ path, message: `expected ${expectation(issue)}, got ${show(issue.input)}` }]
}

/** Whether a value has the right form, and what fails is a value that it holds. */
function isInside(issue: z.core.$ZodIssue): boolean {
  return issue.path.length > 0 && issue.input !== undefined
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && issue.message === BARE)
    return [...new Set(issue.errors.flatMap((issues) => issues.map(expectation)))].join(' or ')
  return issue.code === 'invalid_type' && issue.message === BARE ? issue.expected : issue.message
}

const LONGEST_SHOWN = 60

function show(value: unknown): string {
  if (typeof value === 'string') {
    const cut = value.length > LONGEST_SHOWN ? ` … (${value.length} characters)` : ''
    return JSON.stringify(value.slice(0, LONGEST_SHOWN)) + cut
  }
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value)
    ? `an array of ${value.length}`
    : `an object with ${Object.keys(value).slice(0, 10).join(', ') || 'no keys'}`
}

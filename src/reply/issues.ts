import type * as z from 'zod/mini'
import type { Issue } from '../errors.js'

/**
 * What a schema found, as dafu's errors report it. zod/mini brings no messages of its own; parse with
 * `reportInput: true`, so that these can show the value.
 */
export function toIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.map((issue) => ({
    path: issue.path.filter((key) => typeof key !== 'symbol'),
    message: `expected ${expectation(issue)}, got ${show(issue.input)}`,
  }))
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected
    case 'invalid_value':
      return issue.values.map(show).join(' or ')
    case 'too_small':
      return issue.origin === 'string' ? 'a string that is not empty' : `more than ${issue.minimum}`
    case 'invalid_format':
      return issue.format === 'date' ? 'a date such as 2025-07-03' : issue.format
    case 'unrecognized_keys':
      return `no ${issue.keys.join(', ')}`
    default:
      return issue.code
  }
}

const LONGEST_SHOWN = 60

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN))
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value)
    ? 'an array'
    : `an object with ${Object.keys(value).slice(0, 10).join(', ') || 'no keys'}`
}

import type * as z from 'zod/mini'
import type { Issue } from '../errors.js'

/** What a schema found, as dafu's errors report it. */
export function toIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.map(({ path, message }) => ({
    path: path.filter((key) => typeof key !== 'symbol'),
    message,
  }))
}

import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

/** A new name beside a path, for what is not finished: hidden and ending in `.tmp`, so that nobody takes it for an index. */
export function temporaryFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
}

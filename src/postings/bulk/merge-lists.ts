import type { TermPostings } from '../posting-store.js'
import { compareTerms, type ListCursor, termOf } from './list-cursor.js'
import { ListReader } from './list-reader.js'

/**
 * The lists of all cursors in the order of terms, those of one term joined; each is good until the next is asked for.
 *
 * @param ordinals Of each paragraph; −1 leaves it out.
 */
export function* mergeLists(cursors: readonly ListCursor[], ordinals: Int32Array): Generator<TermPostings> {
  const reader = new ListReader(ordinals)
  let open = cursors.filter((cursor) => cursor.next())
  const same: ListCursor[] = []
  while (open.length > 0) {
    let count = 0
    for (const cursor of open) {
      const order = count === 0 ? -1 : compareTerms(cursor, same[0]!)
      if (order < 0) count = 0
      if (order <= 0) same[count++] = cursor
    }
    const term = termOf(same[0]!)
    let hasEnded = false
    for (let i = 0; i < count; i++) {
      reader.read(same[i]!)
      hasEnded = !same[i]!.next() || hasEnded
    }
    if (hasEnded) open = open.filter((cursor) => !cursor.done)
    const postings = reader.take()
    if (postings.paragraphs.length > 0) yield { term, postings }
  }
}

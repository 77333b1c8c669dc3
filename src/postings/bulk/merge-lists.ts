import type { Postings } from '../posting-store.js'
import { compareTerms, type ListCursor, termOf } from './list-cursor.js'
import { ListReader } from './list-reader.js'

/**
 * The lists of all cursors in the order of terms, those of one term joined; each is good until the next is asked for.
 *
 * @param ordinals Of each paragraph; −1 leaves it out.
 */
export function* mergeLists(
  cursors: readonly ListCursor[],
  ordinals: Int32Array,
): Generator<{ term: string; postings: Postings }> {
  const reader = new ListReader(ordinals)
  let open = cursors.filter((cursor) => cursor.next())
  while (open.length > 0) {
    let least = open[0]!
    for (const cursor of open) if (compareTerms(cursor, least) < 0) least = cursor
    const same = open.length === 1 ? open : open.filter((cursor) => compareTerms(cursor, least) === 0)
    const term = termOf(least)
    for (const cursor of same) reader.read(cursor)
    const ended = same.filter((cursor) => !cursor.next())
    if (ended.length > 0) open = open.filter((cursor) => !ended.includes(cursor))
    const postings = reader.take()
    if (postings.paragraphs.length > 0) yield { term, postings }
  }
}

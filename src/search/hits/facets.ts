import type { Column } from '../../postings/posting-store.js'
import type { FacetCount } from '../hit.js'

/**
 * Counts the values of paragraphs, the most frequent first.
 * @param limit How many values are returned, by default all.
 */
export function countFacet(column: Column, ordinals: Uint32Array, limit?: number): FacetCount[] {
  const counts = new Uint32Array(column.values.length)
  for (const ordinal of ordinals) {
    for (let i = column.starts[ordinal]!; i < column.starts[ordinal + 1]!; i++) counts[column.numbers[i]!]!++
  }
  return toCounts(column, counts, limit)
}

/** As `countFacet`, but a value counts once for each reply with it. @param ordinals Ascending. */
export function countFacetByReply(
  column: Column,
  replies: Column,
  ordinals: Uint32Array,
  limit?: number,
): FacetCount[] {
  const counts = new Uint32Array(column.values.length)
  const lastReply = new Int32Array(column.values.length).fill(-1)
  for (const ordinal of ordinals) {
    const reply = replies.numbers[replies.starts[ordinal]!]!
    for (let i = column.starts[ordinal]!; i < column.starts[ordinal + 1]!; i++) {
      const value = column.numbers[i]!
      if (lastReply[value] === reply) continue
      lastReply[value] = reply
      counts[value]!++
    }
  }
  return toCounts(column, counts, limit)
}

/** Of equally frequent values the first in their order comes first. */
function toCounts({ values }: Column, counts: Uint32Array, limit?: number): FacetCount[] {
  const numbers: number[] = []
  for (let number = 0; number < counts.length; number++) if (counts[number]! > 0) numbers.push(number)
  return numbers
    .sort((a, b) => counts[b]! - counts[a]!)
    .slice(0, limit)
    .map((number) => ({ value: values[number]!, count: counts[number]! }))
}

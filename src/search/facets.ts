import type { Column } from '../postings/posting-store.js'
import type { FacetCount } from './hit.js'

/** Counts the values of paragraphs, the most frequent first. */
export function countFacet(column: Column, ordinals: Uint32Array): FacetCount[] {
  const counts = new Uint32Array(column.values.length)
  for (const ordinal of ordinals) {
    for (let i = column.starts[ordinal]!; i < column.starts[ordinal + 1]!; i++) counts[column.numbers[i]!]!++
  }
  return toCounts(column, counts)
}

/** As `countFacet`, but a value counts once for each reply with it. @param ordinals Ascending. */
export function countFacetByReply(column: Column, replies: Column, ordinals: Uint32Array): FacetCount[] {
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
  return toCounts(column, counts)
}

function toCounts({ values }: Column, counts: Uint32Array): FacetCount[] {
  return values
    .map((value, number) => ({ value, count: counts[number]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

import type { Column } from '../../postings/posting-store.js'
import type { FacetCount } from '../hit.js'

/**
 * Counts the values of paragraphs: the most frequent first, of equally frequent ones the first in their order.
 *
 * @param ordinals Ascending.
 * @param limit How many values are returned; undefined: all.
 * @param replies The column `reply`, where a value counts once for each reply that has it.
 */
export function countFacet(
  { values, numbers, starts }: Column,
  ordinals: Uint32Array,
  limit: number | undefined,
  replies?: Column,
): FacetCount[] {
  const counts = new Uint32Array(values.length)
  /** What each value was counted for last. */
  const last = new Int32Array(values.length).fill(-1)
  for (const ordinal of ordinals) {
    const counted = replies ? replies.numbers[replies.starts[ordinal]!]! : ordinal
    for (let i = starts[ordinal]!; i < starts[ordinal + 1]!; i++) {
      const value = numbers[i]!
      if (last[value] !== counted) counts[value]!++
      last[value] = counted
    }
  }
  const found: FacetCount[] = []
  counts.forEach((count, value) => {
    if (count > 0) found.push({ value: values[value]!, count })
  })
  return found.sort((a, b) => b.count - a.count).slice(0, limit)
}

import type { Condition } from '../../query/clause.js'
import type { QueryNote } from '../../query/note.js'
import type { Folding } from '../../text/normalize.js'
import type { Found } from '../find/finder.js'
import type { Hit } from '../hit.js'

// Loaded for queries that ask for more than words.

/** The notes on a query once its hits are known. */
export function withFieldNotes(
  notes: QueryNote[],
  condition: Condition,
  literal: string | undefined,
  hits: readonly Hit[],
  { ordinals, counted, reading }: Found,
  { fold }: Folding,
): QueryNote[] {
  // 期限：三年 is no year, which is of no use to whoever looks for the text that stands so.
  if (literal !== undefined && hits.some(({ paragraph }) => fold(paragraph.text).includes(fold(literal)))) {
    return notes.filter(({ kind }) => !kind.startsWith('unknown'))
  }
  // The values of what another engine counts are not at hand.
  const isTold = ordinals.length > 0 || counted || notes.some((note) => 'field' in note)
  return isTold ? notes : [...notes, ...missingIn(condition)]

  /** What is asked of facets in vain; what is excluded is not asked for. */
  function missingIn(condition: Condition): QueryNote[] {
    if ('conditions' in condition) return condition.conditions.flatMap(missingIn)
    if (condition.kind !== 'facet') return []
    const { facet, accepts } = condition
    return reading.columnOf(facet).values.some(accepts) ? [] : [{ kind: 'in no letter', field: facet }]
  }
}

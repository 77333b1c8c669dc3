import type { Span } from '../reply.js'

/**
 * What people look for in a paragraph. A promise is a sentence; a refusal and a condition are clauses; an amount of
 * money, a date (a day, a year, 年底前, “十五五”期间) and a citation (《…条例》, 云政办发〔2022〕19号) are the words themselves.
 */
export type MarkKind = 'promise' | 'refusal' | 'condition' | 'amount' | 'date' | 'citation'

/** Where a mark stands in its text, in UTF-16 code units, half-open. */
export interface Mark extends Span {
  kind: MarkKind
  /**
   * Of a date in a promise: the last day that it allows, ISO 8601 (2026年6月底前: `2026-06-30`, 三年内: three years from the
   * letter). Absent where that is not certain (年初), counted from another day, or before the letter.
   */
  due?: string
}

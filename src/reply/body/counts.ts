import { numberOf } from '../grammar/numerals.js'
import type { Line } from '../lines/line.js'
import { readMarker } from './headings.js'

/** 一是 and 第一， number paragraphs, whatever stands between them. */
const INNERMOST = 5

/** How far a numbering goes on that leaves out a number: 一、二、四、 */
const SKIPPED = 2

/** Where a line stands in its numbering system. */
export interface Count {
  rank: number
  number?: number | undefined
}

/** What the marker of a line counts, in those systems that divide a text. */
export function countOf({ text }: Line): Count | undefined {
  const marked = readMarker(text)
  if (!marked || marked.rank > INNERMOST) return undefined
  return { rank: marked.rank, number: numberOf(marked.marker.replace(/[^\d一二三四五六七八九十]/g, '')) }
}

/** Whether a number goes on from the one before it in its system. */
export function goesOnFrom(before: number | undefined, number: number | undefined): boolean {
  const step = (number ?? 0) - (before ?? Number.POSITIVE_INFINITY)
  return step === 1 || step === SKIPPED
}

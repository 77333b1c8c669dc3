import { withoutZeros } from '../../query/filter.js'

// What facet values are compared by. A value is kept folded (`=株洲市科学技术局`) and, for the search box, without
// leading zeros (`~123`), so that each way of asking is one look-up.

/** @param folded A folded value. */
export function comparedBy(folded: string): string[] {
  return [exactly(folded), bare(folded)]
}

export function exactly(folded: string): string {
  return `=${folded}`
}

export function bare(folded: string): string {
  return `~${withoutZeros(folded)}`
}

/** A pattern of the values that contain a text. */
export function containing(folded: string): string {
  return `=*${folded.replace(/[*?\\]/g, '\\$&')}*`
}

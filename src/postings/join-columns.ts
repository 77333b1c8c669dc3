import { columnFrom } from './columns.js'
import type { Column } from './posting-store.js'

/** A column, and for each of its paragraphs its ordinal in another; what is no ordinal there goes. */
export interface ColumnPart {
  column: Column
  ordinals: ArrayLike<number>
}

/** One column of several. @param paragraphs Its own. */
export function joinColumns(parts: readonly ColumnPart[], paragraphs: number): Column {
  const partOf = new Uint32Array(paragraphs)
  const placeIn = new Uint32Array(paragraphs)
  parts.forEach(({ ordinals }, part) => {
    for (let place = 0; place < ordinals.length; place++) {
      const ordinal = ordinals[place]!
      if (ordinal < 0 || ordinal >= paragraphs) continue
      partOf[ordinal] = part
      placeIn[ordinal] = place
    }
  })
  return columnFrom(rows())

  function* rows(): Generator<readonly string[]> {
    for (let ordinal = 0; ordinal < paragraphs; ordinal++) {
      const { values, numbers, starts } = parts[partOf[ordinal]!]!.column
      const place = placeIn[ordinal]!
      yield Array.from(numbers.subarray(starts[place], starts[place + 1]), (number) => values[number]!)
    }
  }
}

import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import type { Context } from './sets.js'

/** What stands where, by looking at every text. */
export interface Truth {
  /** The ids of the contexts whose folded text contains the folded `text`. */
  holding(text: string): Set<string>
  stands(text: string): boolean
}

export function bruteForce(contexts: readonly Context[]): Truth {
  const folding = createFolding(traditionalFolding())
  const folded = contexts.map(({ id, text }) => ({ id, text: folding.fold(text) }))
  return {
    holding(text) {
      const wanted = folding.fold(text)
      return new Set(folded.filter((context) => context.text.includes(wanted)).map(({ id }) => id))
    },
    stands(text) {
      const wanted = folding.fold(text)
      return folded.some((context) => context.text.includes(wanted))
    },
  }
}

import { traditionalFolding } from '../../../src/text/folding-table.js'
import { createFolding } from '../../../src/text/normalize.js'
import type { Engine } from '../libraries/library.js'
import { mean } from './mean.js'

/** As many as a search box lists. */
const SHOWN = 8

/** A word or title of which only the beginning is `typed`. */
export interface Begun {
  text: string
  typed: string
}

/** The share of texts among the suggestions for their beginnings, in Traditional or Simplified characters. */
export async function measureSuggestions(engine: Engine, begun: readonly Begun[]): Promise<number> {
  const folding = createFolding(traditionalFolding())
  const offered: boolean[] = []
  for (const { text, typed } of begun) {
    const suggestions = await engine.suggest(typed, SHOWN)
    offered.push(suggestions.some((suggestion) => folding.fold(suggestion) === folding.fold(text)))
  }
  return mean(offered)
}

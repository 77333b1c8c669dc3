import { failedToLoad } from '../../failed-to-load.js'
import type { ParsedQuery } from '../parsed-query.js'
import { hasSigns, noteOfSigns } from './signs.js'

/** Reads the text of a search box. Most are words; what reads signs is loaded for a text that has some. */
export async function readText(input: string): Promise<ParsedQuery> {
  const notes = noteOfSigns(input)
  if (notes.length > 0 || !hasSigns(input)) return { query: { text: input }, notes }
  const { parseQuery } = await import('./syntax.js').catch(failedToLoad)
  return parseQuery(input)
}

import { failedToLoad } from '../../failed-to-load.js'
import type { ParsedQuery } from '../parsed-query.js'
import { readText } from './read-text.js'
import { checkText } from './schema.js'

/**
 * Reads a query of either form. What checks a tree is loaded for one.
 * @throws InvalidQueryError
 */
export async function readQuery(query: unknown): Promise<ParsedQuery> {
  if (typeof query !== 'object') return readText(checkText(query, 'query'))
  const { readTree } = await import('./tree-schema.js').catch(failedToLoad)
  return readTree(query)
}

import type { ParsedQuery } from './query.js'

export function parseQuery(input: string): ParsedQuery {
  return { query: { text: input }, notes: [] }
}

import type { AnswerContext } from './answer.js'
import type { Suggestion } from './hit.js'

const DEFAULT_LIMIT = 8
/** How many words with one beginning are compared by use. */
const MOST_CANDIDATES = 2_000

/** Words and titles that begin with what was typed, the most used first. */
export async function suggest(
  typed: string,
  { store, folding }: AnswerContext,
  limit: number = DEFAULT_LIMIT,
  signal?: AbortSignal,
): Promise<Suggestion[]> {
  const prefix = folding.fold(typed)
  if (!prefix) return []
  const words = await store.prefix('words', prefix, MOST_CANDIDATES, signal)
  return words
    .filter(({ term }) => [...term].length > 1)
    .sort((a, b) => b.documentFrequency - a.documentFrequency)
    .slice(0, limit)
    .map(({ term, documentFrequency }) => ({
      text: term,
      kind: 'term' as const,
      highlights: [{ start: 0, end: prefix.length }],
      count: documentFrequency,
    }))
}

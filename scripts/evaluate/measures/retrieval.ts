import type { Engine } from '../libraries/library.js'
import type { QuestionSet } from '../sets.js'
import { mean } from './mean.js'

const DEPTH = 10

/** How high a question's own paragraph stands. */
export async function measureRetrieval(
  engine: Engine,
  questions: QuestionSet['questions'],
): Promise<{ mrr: number; first: number; ten: number; none: number }> {
  let none = 0
  const ranks = await reciprocalRanks(async (query, limit) => {
    const ids = await engine.search(query, limit)
    if (ids.length === 0) none++
    return ids
  }, questions)
  return {
    mrr: mean(ranks),
    first: mean(ranks.map((rank) => rank === 1)),
    ten: mean(ranks.map((rank) => rank > 0)),
    none: none / questions.length,
  }
}

/** Of each question's own paragraph; 0 where it is not among the first. */
export async function reciprocalRanks(
  search: Engine['search'],
  questions: QuestionSet['questions'],
): Promise<number[]> {
  const ranks: number[] = []
  for (const { text, context } of questions) {
    const place = (await search(text, DEPTH)).indexOf(context) + 1
    ranks.push(place > 0 ? 1 / place : 0)
  }
  return ranks
}

import type { Engine } from '../libraries/library.js'
import type { QuestionSet } from '../sets.js'
import { mean } from './mean.js'

const DEPTH = 10

/** How high a question's own paragraph stands. */
export async function measureRetrieval(
  engine: Engine,
  questions: QuestionSet['questions'],
): Promise<{ mrr: number; first: number; ten: number; none: number }> {
  const ranks: number[] = []
  let none = 0
  for (const { text, context } of questions) {
    const ids = await engine.search(text, DEPTH)
    ranks.push(ids.indexOf(context) + 1)
    if (ids.length === 0) none++
  }
  return {
    mrr: mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0))),
    first: mean(ranks.map((rank) => rank === 1)),
    ten: mean(ranks.map((rank) => rank > 0)),
    none: none / questions.length,
  }
}

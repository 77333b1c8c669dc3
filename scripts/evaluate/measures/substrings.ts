import type { Engine } from '../libraries/library.js'
import type { Phrase } from '../phrases.js'
import type { Truth } from '../truth.js'
import { mean, overlap } from './mean.js'

const SHOWN = 10

/** Whether pieces of texts find their texts, as they are and between quotation marks. */
export async function measureSubstrings(
  engine: Engine,
  phrases: readonly Phrase[],
  truth: Truth,
): Promise<Record<'found' | 'shown' | 'quotedRecall' | 'quotedPrecision', number>> {
  const found: boolean[] = []
  const shown: number[] = []
  const recall: number[] = []
  const precision: number[] = []
  for (const { text, context } of phrases) {
    const right = truth.holding(text)
    found.push((await engine.matches(text)).has(context))
    const depth = Math.min(SHOWN, right.size)
    shown.push(overlap(await engine.search(text, depth), right) / depth)
    const quoted = await engine.quoted(text)
    const both = overlap(quoted, right)
    recall.push(both / right.size)
    if (quoted.size > 0) precision.push(both / quoted.size)
  }
  return {
    found: mean(found),
    shown: mean(shown),
    quotedRecall: mean(recall),
    quotedPrecision: mean(precision),
  }
}

import type { Engine } from '../libraries/library.js'
import { mean, overlap } from './mean.js'

const DEPTH = 10

/** A word or title as it is typed, and the paragraphs it stands for. */
export interface Typed {
  query: string
  right: ReadonlySet<string>
}

/**
 * @returns `found`: the share of queries with a right paragraph among the first ten; `share`: how many of the right ones,
 *   ten at most, are among the first ten.
 */
export async function measureSpelling(
  engine: Engine,
  typed: readonly Typed[],
): Promise<{ found: number; share: number }> {
  const found: boolean[] = []
  const share: number[] = []
  for (const { query, right } of typed) {
    const hits = overlap(await engine.search(query, DEPTH), right)
    found.push(hits > 0)
    share.push(hits / Math.min(DEPTH, right.size))
  }
  return { found: mean(found), share: mean(share) }
}

import { correctionsOf } from './corrections.js'
import { MOST_CORRECTED } from './doubt.js'
import type { Lexicon } from './lexicon.js'
import { keysOf } from './part-clauses.js'
import type { Part } from './parts.js'
import type { PlanContext } from './plan-context.js'
import { createReadings } from './readings.js'
import { joinSpelled } from './spelled.js'
import { withCorrections } from './with-corrections.js'

/** Adds to each part what it may mean beside what it says. */
export async function correct(
  parts: readonly Part[],
  lexicon: Lexicon,
  { store, folding, options: { pinyin = true, typos = true, signal } }: PlanContext,
): Promise<Part[]> {
  const joined = pinyin
    ? await joinSpelled(parts, createReadings({ store, folding, signal }), lexicon)
    : parts
  if (joined.length > MOST_CORRECTED) return [...parts]
  const corrected = await Promise.all(
    joined.map(async (part) => {
      if (part.certain) return part
      const context = { store, folding, lexicon, pinyin, typos, signal }
      return withCorrections(part, await correctionsOf(part, context))
    }),
  )
  await lexicon.fetch(corrected.flatMap((part) => [...keysOf(part)]))
  return corrected
}

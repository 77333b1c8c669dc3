import { isSyllable } from '../../text/syllables.js'
import type { Lexicon } from '../lexicon.js'
import { keysOf } from '../parts/part-keys.js'
import type { Part } from '../parts/parts.js'
import type { PlanContext } from '../plan-context.js'
import type { Correction } from './correction.js'
import { correctionsOf } from './corrections.js'
import { MOST_CORRECTED } from './doubt.js'
import { partKeys, pieceKeys } from './letters.js'
import { createReadings } from './readings.js'
import { joinSpelled, piecesIn } from './spelled.js'
import { withCorrections } from './with-corrections.js'
import { withinReach } from './within-reach.js'

/** Begins to read what letters lead to in the vocabularies, of which `correct` asks for one after the other. */
export function readAhead(parts: readonly Part[], { store, options: { signal } }: PlanContext): void {
  store.readAhead?.(
    piecesIn(parts).flatMap((pieces) => (pieces.length > 1 ? pieceKeys(pieces) : pieces.flatMap(partKeys))),
    signal,
  )
}

/** Adds to each part what it may mean beside what it says. */
export async function correct(
  parts: readonly Part[],
  lexicon: Lexicon,
  { store, folding, options: { pinyin = true, typos = true, signal } }: PlanContext,
): Promise<Part[]> {
  const readings = createReadings({ store, folding, signal })
  const context = { store, lexicon, readings, pinyin, typos, signal }
  const begun = new Map<Part, Promise<Part>>()

  /** What it will take to look up what may be meant is begun to be read as soon as that is known. */
  function corrected(part: Part): Promise<Part> {
    let promise = begun.get(part)
    if (!promise) {
      const add = (corrections: readonly Correction[]): Part => {
        const changed = withCorrections(part, corrections)
        store.readAhead?.(keysOf([changed]), signal)
        return changed
      }
      promise = part.certain ? Promise.resolve(part) : correctionsOf(part, context, add).then(add)
      begun.set(part, promise)
    }
    return promise
  }

  // Words are seldom pieces of one: what each is by itself is looked for meanwhile, if that spares a round.
  if (store.readAhead && parts.length <= MOST_CORRECTED)
    for (const part of parts) if (!isSyllable(part.text)) corrected(part).catch(() => {})
  const joined = pinyin ? await joinSpelled(parts, readings, lexicon) : parts
  if (joined.length > MOST_CORRECTED) return [...parts]
  const meant = await Promise.all(joined.map(corrected))
  await lexicon.fetch(keysOf(meant))
  return withinReach(meant, lexicon)
}

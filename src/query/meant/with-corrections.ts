import { numberVariants } from '../numbers/number-variants.js'
import { alternativesOf, type Variation } from '../parts/alternatives.js'
import { type Part, type PartAlternative, toPart, withRuns } from '../parts/parts.js'
import { replacePieces } from '../parts/replace-pieces.js'
import type { Correction } from './correction.js'

/** Corrected forms of a part; the numbers beside a correction are varied too. */
const MOST_FORMS = 32
/** In how many of them what stands between a correction and its neighbours is looked for too: the likeliest. */
const MOST_JOINED = 4

/** A part with what was found to be meant by it. */
export function withCorrections(part: Part, corrections: readonly Correction[]): Part {
  if (corrections.length === 0) return part
  const variants = Math.max(...corrections.map(({ texts }) => texts.length))
  const kind = corrections[0]!.kind
  const weight = Math.min(...corrections.map(({ weight = 1 }) => weight))
  const corrected: PartAlternative[] = []
  for (let i = 0; i < variants; i++) {
    const text = replacePieces(part.text, corrections, ({ start, end, texts }) => {
      const meant = texts[i] ?? texts[0]!
      if (i < MOST_JOINED) return meant
      return (start > 0 ? SEPARATOR : '') + meant + (end < part.text.length ? SEPARATOR : '')
    })
    const forms = [{ text, weight: 1 }, ...alternativesOf(text, NUMBERS).filter(({ weight }) => weight === 1)]
    if (i > 0 && corrected.length + forms.length > MOST_FORMS) break
    for (const form of forms)
      corrected.push(withRuns({ text: form.text, kind, weight: weight * form.weight }))
  }
  const standing = replacePieces(part.text, corrections, ({ start, end, stands }) =>
    stands ? part.text.slice(start, end) : SEPARATOR,
  )
  const alternatives = [...part.alternatives, ...corrected]
  return standing === part.text
    ? { ...part, alternatives }
    : {
        ...part,
        alternatives,
        certain: toPart(standing, alternativesOf(standing, NUMBERS)) ?? NOTHING_CERTAIN,
      }
}

const NUMBERS: Variation = { synonyms: [], numberVariants }

const NOTHING_CERTAIN: Part = { text: '', runs: [], alternatives: [] }
/** Ends a run. */
const SEPARATOR = ' '

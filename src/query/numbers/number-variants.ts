import { type Alternative, MOST_ALTERNATIVES } from '../parts/alternatives.js'
import { replacePieces } from '../parts/replace-pieces.js'
import { datesInFigures, printedDates } from './dates.js'
import { type Numeral, numeralsOf } from './numerals.js'

export { nameLetters } from './letter-terms.js'

/** For numbers that may be none, such as 一. Source: `npm run evaluate`. */
const UNCERTAIN_WEIGHT = 0.5
/** Numbers of a part that are varied; later ones are searched as typed. */
const MOST_NUMERALS = 6
/** A folded text with its numbers and dates written otherwise, itself among them. */
export function numberVariants(text: string): Alternative[] {
  const numerals = numeralsOf(text).slice(0, MOST_NUMERALS)
  const weight = numerals.every(({ certain }) => certain) ? 1 : UNCERTAIN_WEIGHT
  const dates = datesInFigures(text)
  return [
    ...(dates === text ? [] : [{ text: dates, kind: 'numeral' as const, weight: 1 }]),
    ...numeralVariants(text, numerals).map((variant) => ({
      text: variant,
      kind: 'numeral' as const,
      weight,
    })),
    ...([1, 2] as const).map((width) => ({
      text: printedDates(text, width),
      kind: 'numeral' as const,
      weight: 1,
    })),
  ]
}

/** Every choice of one form for each number; where these are too many, one number at a time is varied. */
function numeralVariants(text: string, numerals: readonly Numeral[]): string[] {
  const choices = numerals.reduce((product, { forms }) => product * forms.length, 1)
  if (choices > MOST_ALTERNATIVES) {
    return numerals.flatMap((numeral) =>
      numeral.forms.map((form) => replacePieces(text, [numeral], () => form)),
    )
  }
  let variants: string[][] = [[]]
  for (const { forms } of numerals)
    variants = variants.flatMap((chosen) => forms.map((form) => [...chosen, form]))
  return variants.map((chosen) => replacePieces(text, numerals, (_, i) => chosen[i]!))
}

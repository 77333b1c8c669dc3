import { type Alternative, MOST_ALTERNATIVES } from '../parts/alternatives.js'
import { replacePieces } from '../parts/replace-pieces.js'
import { datesInFigures, printedDates } from './dates.js'
import { type Numeral, numeralsOf } from './numerals.js'

export { nameLetters } from './letter-terms.js'

/** For numbers that may be none, such as 一. Source: `npm run evaluate`. */
const UNCERTAIN_WEIGHT = 0.5
/** 10%至30%, which is 10%-30% too. */
const TO = /(?<=\d\D?)[至到](?=\d)/
const HYPHEN = /(?<=\d\D?)-(?=\d)/
/** Numbers of a part that are varied; later ones are searched as typed. */
const MOST_NUMERALS = 6

/** A folded text with its numbers and dates written otherwise, itself among them. */
export function numberVariants(text: string): Alternative[] {
  const numerals = numeralsOf(text).slice(0, MOST_NUMERALS)
  const certain = numerals.every(({ certain }) => certain)
  const variants: Alternative[] = []
  const add = (texts: readonly string[], weight: number): void => {
    for (const text of texts) variants.push({ text, kind: 'numeral', weight })
  }
  add([datesInFigures(text), text.replace(TO, '-'), text.replace(HYPHEN, '至')], 1)
  add(numeralVariants(text, numerals), certain ? 1 : UNCERTAIN_WEIGHT)
  add([printedDates(text, 1), printedDates(text, 2)], 1)
  return variants
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

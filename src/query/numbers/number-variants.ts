import { type Alternative, MOST_ALTERNATIVES } from '../parts/alternatives.js'
import { replacePieces } from '../parts/replace-pieces.js'
import { numberIn } from './number-forms.js'
import { type Numeral, numeralsOf } from './numerals.js'

/** For numbers that may be none, such as 一. Source: `npm run evaluate`. */
const UNCERTAIN_WEIGHT = 0.5
/** Numbers of a part that are varied; later ones are searched as typed. */
const MOST_NUMERALS = 6
/** 2025-07-01, 2025.7.1, 2025/7/1; 2025-07 */
const DATE = /(?<!\d)((?:19|20)\d\d)([-./])(0?[1-9]|1[0-2])(?:\2(0?[1-9]|[12]\d|3[01]))?(?!\d|[-./]\d)/g

/** 2025年7月1日, 二〇二五年七月一日 */
const PRINTED_DATE =
  /((?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年([\d一二三四五六七八九十]{1,2})月([\d一二三四五六七八九十]{1,3})日/g

/** A folded text with its numbers and dates written otherwise, itself among them. */
export function numberVariants(text: string): Alternative[] {
  const numerals = numeralsOf(text).slice(0, MOST_NUMERALS)
  const weight = numerals.every(({ certain }) => certain) ? 1 : UNCERTAIN_WEIGHT
  const dates = text.replace(DATE, dateIn(1)).replace(PRINTED_DATE, inFigures)
  return [
    ...(dates === text ? [] : [{ text: dates, kind: 'numeral' as const, weight: 1 }]),
    ...numeralVariants(text, numerals).map((variant) => ({
      text: variant,
      kind: 'numeral' as const,
      weight,
    })),
    ...[1, 2].map((width) => ({
      text: text.replace(DATE, dateIn(width)),
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

/** As letters print a date: 2025年7月1日, or 2025年07月01日; 2025年7月. */
function dateIn(width: number): (date: string, ...groups: (string | undefined)[]) => string {
  const padded = (figures: string): string => String(Number(figures)).padStart(width, '0')
  return (_, year, _separator, month, day) => `${year}年${padded(month!)}月${day ? `${padded(day)}日` : ''}`
}

/** As the date of a letter is found: 20250701. */
function inFigures(date: string, ...groups: string[]): string {
  const [year, month, day] = groups.slice(0, 3).map(numberIn)
  if (!year || !month || !day) return date
  return String((year * 100 + month) * 100 + day)
}

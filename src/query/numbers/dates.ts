import { dateTerm, dayTerm } from '../../postings/letter-terms.js'
import { HAN } from '../../text/number-edges.js'
import { numberIn } from './number-forms.js'

/** 2025-07-01, 2025.7.1, 2025/7/1; 2025-07 */
const FIGURES = /(?<!\d)((?:19|20)\d\d)([-./])(0?[1-9]|1[0-2])(?:\2(0?[1-9]|[12]\d|3[01]))?(?!\d|[-./]\d)/g

const YEAR = `((?:19|20)\\d\\d|[一二][${HAN}]{3})年`
const MONTH = `([\\d${HAN}]{1,2})月(?:([\\d${HAN}]{1,3})[日号])?`
/** 2025年7月1日, 二〇二五年七月一日; 2025年7月 */
const PRINTED = RegExp(YEAR + MONTH, 'g')
/** The same, or 7月1日. */
const ALL_PRINTED = RegExp(`^(?:${YEAR})?${MONTH}$`)

/** What a letter is called beside its date. */
const CALLED = /的?(?:答复|复函|回复|函|信)?$/

/** As letters print dates: 2025年7月1日, 2025年7月; with the width of 2, 2025年07月01日. */
export function printedDates(text: string, width: 1 | 2): string {
  const padded = (figures: string): string => String(Number(figures)).padStart(width, '0')
  return text.replace(FIGURES, (_, year, _separator, month, day) => {
    return `${year}年${padded(month)}月${day ? `${padded(day)}日` : ''}`
  })
}

/** Days as the dates of letters are found: 20250701. */
export function datesInFigures(text: string): string {
  return printedDates(text, 1).replace(PRINTED, (date, year, month, day) => {
    return (day && termOf(year, month, day)) || date
  })
}

/** The term of the day, of one year or any, or the month of a year, that is all of a text. */
export function dateTermOf(text: string): string | undefined {
  const [, year, month, day] = ALL_PRINTED.exec(printedDates(text.replace(CALLED, ''), 1)) ?? []
  if (year) return termOf(year, month!, day)
  const term = day && termOf(month!, day)
  return term && dayTerm(term)
}

function termOf(...date: (string | undefined)[]): string | undefined {
  const numbers = date.flatMap((part) => (part === undefined ? [] : numberIn(part)))
  return numbers.every(Boolean) ? dateTerm(...numbers.map(String)) : undefined
}

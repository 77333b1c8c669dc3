import { dateTerm } from '../../postings/letter-terms.js'
import { numberIn } from './number-forms.js'

/** 2025-07-01, 2025.7.1, 2025/7/1; 2025-07 */
const FIGURES = /(?<!\d)((?:19|20)\d\d)([-./])(0?[1-9]|1[0-2])(?:\2(0?[1-9]|[12]\d|3[01]))?(?!\d|[-./]\d)/g

/** 2025年7月1日, 二〇二五年七月一日; 2025年7月 */
const PRINTED =
  /((?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年([\d一二三四五六七八九十]{1,2})月(?:([\d一二三四五六七八九十]{1,3})[日号])?/g

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

/** The term of the day, or the month, that is all of a text. */
export function dateTermOf(text: string): string | undefined {
  const printed = printedDates(text.replace(CALLED, ''), 1)
  const [match] = printed.matchAll(PRINTED)
  return match?.[0] === printed ? termOf(match[1]!, match[2]!, match[3]) : undefined
}

function termOf(...date: (string | undefined)[]): string | undefined {
  const numbers = date.flatMap((part) => (part === undefined ? [] : numberIn(part)))
  return numbers.every(Boolean) ? dateTerm(...numbers.map(String)) : undefined
}

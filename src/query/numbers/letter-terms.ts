import { numberTerm } from '../../postings/letter-terms.js'
import type { Part } from '../parts/parts.js'
import { dateTermOf } from './dates.js'
import { numberIn } from './number-forms.js'

const FIGURES = String.raw`\d[\da-z.-]{0,15}`
const NUMBER = `(${FIGURES}|[〇零一二三四五六七八九十百千]{1,7})号`
const PROPOSAL = '(?:重点|代表|委员)?(?:提案|建议|议案)'

/** 第12号, 12号提案; but 第12号令 and 12号线 are no numbers of letters. */
const NUMBERED = RegExp(
  `(?:^|第)${NUMBER}(?=$|的|${PROPOSAL})|(?<![\\da-z.〇零一二三四五六七八九十百千-])${NUMBER}(?=${PROPOSAL})`,
  'g',
)
const BARE = RegExp(`^${FIGURES}$`)
/** 20240723, 202407 */
const DATE_IN_FIGURES = /^(?:19|20)\d{4}(?:\d\d)?$/

/**
 * Tells the parts of a leaf which letters they name. Beside other words 12 may count anything, and so may a date; what is
 * quoted names a letter only by what letters are called.
 *
 * @param isOnly Whether there is no other leaf.
 */
export function nameLetters(parts: readonly Part[], isQuoted: boolean, isOnly: boolean): void {
  for (const part of parts) {
    const isAlone = isOnly && parts.length === 1
    part.names = [...numbersIn(part.text), ...(isAlone ? termsOfAll(part.text, isQuoted) : [])]
  }
}

function numbersIn(text: string): string[] {
  return Array.from(text.matchAll(NUMBERED), ([, behind, before]) => {
    const number = behind ?? before!
    return numberTerm(/^\d/.test(number) ? number : String(numberIn(number)))
  })
}

/** What a text is that is all of a query: a number, a day or, as letters are not called by it, unquoted, a month. */
function termsOfAll(text: string, isQuoted: boolean): string[] {
  const date = DATE_IN_FIGURES.test(text) ? text : dateTermOf(text)
  const dates = date && (!isQuoted || date.length === 8) ? [date] : []
  return BARE.test(text) && !isQuoted ? [numberTerm(text), ...dates] : dates
}

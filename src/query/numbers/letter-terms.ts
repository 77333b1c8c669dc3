import { numberTerm } from '../../postings/letter-terms.js'
import type { Part } from '../parts/parts.js'
import { dateTermOf } from './dates.js'
import { numberIn } from './number-forms.js'

const HAN = '〇零一二三四五六七八九十百千'
const FIGURES = String.raw`\d[\da-z.-]{0,15}`
const NUMBER = `(${FIGURES}|[${HAN}]{1,7})号`
const PROPOSAL = '(?:重点|代表|委员)?(?:提案|建议|议案)'

/** 第12号, 12号提案; but 财政部令第87号, 公告2024年第12号, 株财字第5号, 〔2024〕第5号 and 12号线 are no numbers of letters. */
const NUMBERED = RegExp(
  `(?<![令告函字文发)\\]】〕]|[令告]\\d{4}年)第${NUMBER}(?=$|[的、和与])|(?<![\\da-z.${HAN}-])${NUMBER}(?=${PROPOSAL})`,
  'g',
)
/** All that a letter is called by: 第12号, 12号, 12号提案. */
const CALLED = RegExp(`^第?${NUMBER}(?:${PROPOSAL})?$`)
const BARE = RegExp(`^${FIGURES}$`)
/** 20240723, 202407 */
const DATE_IN_FIGURES = /^(?:19|20)\d{4}(?:\d\d)?$/

/**
 * Tells the parts of a leaf which letters they name. Beside other words 12 and 12号 may count anything, and so may a date;
 * what is quoted stands in texts, unless it is all of a query and what letters are called.
 *
 * @param isOnly Whether there is no other leaf.
 */
export function nameLetters(parts: readonly Part[], isQuoted: boolean, isOnly: boolean): void {
  const isAlone = isOnly && parts.length === 1
  for (const part of parts) {
    part.names = [
      ...(isQuoted ? [] : numbersIn(part.text)),
      ...(isAlone ? termsOfAll(part.text, isQuoted) : []),
    ]
  }
}

function numbersIn(text: string): string[] {
  return Array.from(text.matchAll(NUMBERED), ([, behind, before]) => termOf(behind ?? before!))
}

/** What a text is that is all of a query: a number, a day or, as letters are not called by it, unquoted, a month. */
function termsOfAll(text: string, isQuoted: boolean): string[] {
  const number = CALLED.exec(text)?.[1] ?? (BARE.test(text) && !isQuoted ? text : undefined)
  const date = DATE_IN_FIGURES.test(text) ? text : dateTermOf(text)
  const isDate = date && (!isQuoted || date.length === 8)
  return [...(number ? [termOf(number)] : []), ...(isDate ? [date] : [])]
}

function termOf(number: string): string {
  return numberTerm(/^\d/.test(number) ? number : String(numberIn(number)))
}

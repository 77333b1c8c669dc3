import { numberTerm } from '../../postings/letter-terms.js'
import { bigramsOf } from '../../text/bigrams.js'
import { HAN } from '../../text/number-edges.js'
import type { Run } from '../../text/runs.js'
import type { Part } from '../parts/parts.js'
import { dateTermOf } from './dates.js'
import { arabicDigits, numberIn } from './number-forms.js'

const FIGURES = String.raw`\d[\da-z.-]{0,15}`
const NUMERAL = `(?:${FIGURES}|[${HAN}]{1,7})`
const NUMBER = `(${NUMERAL})号`
const PROPOSAL = '(?:重点|代表|委员)?(?:提案|建议|议案)'

/** 12号, 第12、5号, 第12号和第5号: what stands before 号 or between two numbers. */
const LIST = `(第?${NUMERAL}(?:(?:号?[、和与及]|号,) ?第?${NUMERAL}){0,9})号`
/** What the numbers of orders, announcements and documents stand behind: 财政部令, 公告2024年, 株财字, 〔2024〕. */
const BEHIND_LAW = String.raw`(?:[令告函字文发)\]】〕]|[令告] ?\d{4}年) ?`

/** 第12号, 12号提案; but what stands behind a law is no number of a letter, and nor is 12号线. */
const NUMBERED = RegExp(
  `(?<!${BEHIND_LAW})(?=第)${LIST}(?=$|[的、和与及])|(?<![\\da-z.${HAN}-])${LIST}(?=${PROPOSAL})`,
  'g',
)
const EACH = RegExp(NUMERAL, 'g')
/** 国务院令第588号, 国务院令 588, 第588号令, 〔2020〕5号. */
const OF_LAW = RegExp(`${BEHIND_LAW}第?${NUMERAL}(?:号|$)|${NUMBER}(?:[令文]|公告)`)
/** 50%, 1200米, 3亿元, 2024年, 82路, 860:1; but 10届4次会议, 2020)88号, 12345热线. */
const COUNTING = /\d{4}年|(?<![\d-])\d{1,4}(?![\d年号届次])[:.%a-z一-鿿]|\d[元米亩吨户个家处倍万亿]/
const YEAR = /^(?:19|20)\d\d$/
/** All that a letter is called by: 第12号, 12号, 12号提案. */
const CALLED = RegExp(`^第?${NUMBER}(?:${PROPOSAL})?$`)
const BARE = RegExp(`^${FIGURES}$`)
/** 20240723, 202407 */
const DATE_IN_FIGURES = /^(?:19|20)\d{4}(?:\d\d)?$/
/** No term. */
const NOWHERE = ''
/** Of what stands before a part, in UTF-16 code units: 国务院令 第588号, 第12号、 5号提案. */
const BEFORE = 20

/**
 * Tells the parts of a leaf which letters they name. Beside other words 12 and 12号 may count anything, and so may a date;
 * what is quoted stands in texts, unless it is all of a query and what letters are called.
 *
 * @param isOnly Whether there is no other leaf.
 */
export function nameLetters(parts: readonly Part[], isQuoted: boolean, isOnly: boolean): void {
  const isAlone = isOnly && parts.length === 1
  let before = ''
  for (const part of parts) {
    const text = before + part.text
    part.names = [
      ...(isQuoted ? [] : numbersIn(text, before.length)),
      ...(isAlone ? termsOfAll(part.text, isQuoted) : []),
    ]
    if (part.names.length === 0) {
      if (OF_LAW.test(text)) part.inNames = ({ text }) => namedBy(text, part)
      else if (isCounting(part) || (!isAlone && YEAR.test(part.text))) part.inNames = withoutFigures
    }
    before = `${text.slice(-BEFORE)} `
  }
}

/** In one of its forms: 两个 is 二个, 三成 is 30%. */
function isCounting(part: Part): boolean {
  return [part, ...part.alternatives].some(({ text }) => COUNTING.test(text))
}

/**
 * All of a run, where 第 and the year may stand between the name and the number: 云财函5号 is 云财函〔2024〕第5号. No zeros are
 * put before it, as before the number of a proposal.
 */
function namedBy(run: string, typed: Part): string[] {
  if (/(?<!\d)0\d/.test(run) && !typed.text.includes(run)) return [NOWHERE]
  const printed = run.replace(/第(?=\d)/, '')
  const pairs = bigramsOf(printed).filter((pair) => !/\D\d/.test(pair))
  return pairs.length > 0 ? pairs : [printed]
}

/** 50 of 50% stands in telephone numbers; a year in the numbers of documents, whole, but its pairs anywhere. */
function withoutFigures(_: Run, terms: readonly string[]): readonly string[] {
  const figures = terms.every((term) => /^\d+$/.test(term))
  return figures && !YEAR.test(terms.join()) ? [NOWHERE] : terms
}

/** The numbers of letters in a text, in lists that end behind an offset. */
function numbersIn(text: string, from: number): string[] {
  return Array.from(text.matchAll(NUMBERED)).flatMap(({ 0: list, index, 1: behind, 2: before }) =>
    index + list.length > from ? (behind ?? before!).match(EACH)!.flatMap(termOf) : [],
  )
}

/** What a text is that is all of a query: a number, a day or, as letters are not called by it, unquoted, a month. */
function termsOfAll(text: string, isQuoted: boolean): string[] {
  const number = CALLED.exec(text)?.[1] ?? (BARE.test(text) && !isQuoted ? text : undefined)
  const date = DATE_IN_FIGURES.test(text) ? text : dateTermOf(text)
  const isDate = date && (!isQuoted || date.length === 8)
  return [...(number ? termOf(number) : []), ...(isDate ? [date] : [])]
}

/** Nothing for what is no number, such as 十四五. */
function termOf(number: string): string[] {
  if (/^\d/.test(number)) return [numberTerm(number)]
  const value = /[十百千]/.test(number) ? numberIn(number) : arabicDigits(number)
  return value === undefined ? [] : [numberTerm(`${value}`)]
}

import { datesOfLine } from './dates.js'
import { stripPunctuation } from './labels.js'

const MOBILE = '1[3-9*][\\d*][- ]?[\\d*]{4}[- ]?[\\d*]{4}|1[\\d*]{10}'
/** （000）1234567, 000-1234567, 0000 1234567, 1234567 */
const LANDLINE = '(?:[（(]\\s?\\d{3,4}\\s?[）)]\\s?|\\d{3,4}\\s?[-—–－]\\s?|0\\d{2,3}\\s)?\\d{7,8}|0\\d{9,11}'

/** A telephone number with its extension: 000-1234567转8012. */
export const PHONE: RegExp = new RegExp(
  `(?<!\\d)(?:${MOBILE}|${LANDLINE})(?![\\d*])(?:(?:\\s?(?:转|分机)[：:]?\\s?|[-—–－])\\d{1,5}(?!\\d))?`,
  'g',
)

/** Whether a text without white space is phone numbers and nothing else. */
export function isPhones(text: string): boolean {
  return (
    !/(?![转分机])\p{Script=Han}/u.test(text) &&
    text.replace(PHONE, '').replace(/[、，,/]/g, '') === '' &&
    datesOfLine(text).length === 0
  )
}

export function withoutPhones(text: string): string {
  return stripPunctuation(text.replace(PHONE, ''))
}

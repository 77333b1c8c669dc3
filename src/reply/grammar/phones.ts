import { compact } from '../lines/line.js'
import { datesOfLine } from './dates.js'
import { stripPunctuation } from './labels.js'

const MOBILE = '1[3-9*][\\d*][- ]?[\\d*]{4}[- ]?[\\d*]{4}|1[\\d*]{10}'
const AREA = '(?:[（(]\\s?\\d{3,4}\\s?[）)]\\s?|\\d{3,4}\\s?[-—–－]{1,2}\\s?|0\\d{2,3}\\s)'
/** 612 8890, 6612-8890 */
const GROUPS = '\\d{3,4}[-—–－ ]\\d{4}'
/** 6612-8890 6612-8891 is two numbers: an area code before groups begins with 0, or stands in brackets. */
const AREA_OF_GROUPS = `(?=[（(0])${AREA}`
/** （000）1234567, 000-1234567, 000--1234567, 0000 1234567, 000-612 8890, 1234567 */
const LANDLINE = `${AREA}?\\d{7,8}|${AREA_OF_GROUPS}${GROUPS}|0\\d{9,11}`
/** 转8012, -8012, /8012 */
const EXTENSION = '(?:(?:\\s?(?:转|分机)[：:]?\\s?|[-—–－/])\\d{1,5}(?!\\d))'

/** A telephone number with its extension: 000-1234567转8012. */
export const PHONE: RegExp = new RegExp(`(?<!\\d)(?:${MOBILE}|${LANDLINE})(?![\\d*])${EXTENSION}?`, 'g')

/** Behind a word for telephone, numbers are phones that are none elsewhere: 6612-8890, which years could be, and 661288. */
export const LABELLED_PHONE: string = `(?<!\\d)${GROUPS}(?!\\d)${EXTENSION}?|^\\d{3,6}$`

/** As printed, without white space but that behind an area code. */
export function phoneOf(printed: string): string {
  const [, area, rest] = /^(0\d{2,3})\s+(\d.*)$/.exec(printed) ?? []
  return area === undefined ? compact(printed) : `${area} ${compact(rest!)}`
}

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

import { numberOf } from '../grammar/numerals.js'

interface LastDay {
  /** Of which months are that follow; NaN where it is not known, `undefined` where the words say nothing of it. */
  year?: number
  /** ISO 8601. */
  day?: string | undefined
}

const NUMBER = '\\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九半]'
const COUNT = new RegExp(`^(?<count>${NUMBER}) ?(?<unit>个月|年)(?:之内|以内|内)`)
const YEAR = '(?<own>(?:\\d{4}|[一二][〇○零一二三四五六七八九\\d]{3}) ?年|[今本明后去前当次翌来]年)'
const MONTH =
  '(?<month>\\d{1,2}|[一二三四五六七八九]|十[一二]?) ?月(?<day> ?[一二三四五六七八九十廿卅\\d]{1,3} ?[日号]|[底末]|[上中下]旬)?'
const PART =
  '第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年|(?<part>[年月]?[初底末中内]|春节|暑期|寒假)'
/** All of it may be absent, but not at once. */
const WORDS = new RegExp(`^(?:十(?<plan>[一二三四五六七])五)?${YEAR}?(?: ?(?:${MONTH}|${PART}))?`)

/** 2025年前, 6月前, 三季度前: whether it or its beginning is meant is open; 年初 has no last day. */
const OPEN_END = /(?:[年月份旬度]|初)(?:之|以)?前$|以来$|初$/
const YEARS_AHEAD: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 }

/**
 * The last day that a date allows, where it is certain.
 *
 * @param words Of a date, as `dates` finds it. @param date Of the letter, ISO 8601.
 * @param named The year of the dates before it in the sentence.
 */
export function lastDayOf(words: string, date: string | undefined, named: number | undefined): LastDay {
  const counted = COUNT.exec(words)?.groups
  if (counted) return { day: date && after(date, counted.count!, counted.unit === '年' ? 12 : 1) }
  const { 0: read, groups = {} } = WORDS.exec(words.replace(/[“”"]/g, ''))!
  const { plan, own, month, day, quarter, half, part } = groups
  if (read === '') return {}
  const letters = Number(date?.slice(0, 4) ?? Number.NaN)
  const year = own === undefined ? undefined : yearOf(own, letters, named)
  if (OPEN_END.test(words)) return year === undefined ? {} : { year }
  if (plan !== undefined) return { day: ending(2005 + 5 * orderOf(plan), 12) }
  if (part?.startsWith('月')) return { day: ending(letters, Number(date?.slice(5, 7))) }
  if (month !== undefined || quarter !== undefined || half !== undefined) {
    const inYear = year ?? named ?? letters
    const last = month ? orderOf(month) : quarter ? orderOf(quarter) * 3 : half === '上' ? 6 : 12
    return { year: inYear, day: inMonth(inYear, last, day?.trim()) }
  }
  // 年底 behind another year is of that or of the letter's.
  const inYear = year ?? ((named ?? letters) === letters ? letters : Number.NaN)
  if (part === '春节' && words.endsWith('前')) return { year: inYear, day: newYearsEve(inYear) }
  // 年中 and the seasons have no last day.
  return { year: inYear, day: part === undefined || /[底末内]$/.test(part) ? ending(inYear, 12) : undefined }
}

/** Of the lunar calendar, from 2010 on: how many days behind 20 January, to the base of 36. */
const EVES = 'od2kati7qf4mb1k8rh5nc2lati7pe3mb1k9rg5oc2'

function newYearsEve(year: number): string | undefined {
  const days = Number.parseInt(EVES.charAt(year - 2010), 36)
  return Number.isNaN(days) ? undefined : isoOf(Date.UTC(year, 0, 20 + days))
}

/** 当年 and 次年 are counted from a year in the sentence, 来年 from the letter's too. */
function yearOf(own: string, letters: number, named = Number.NaN): number {
  if (own === '当年') return named
  if (own === '来年' && Number.isNaN(named)) return letters + 1
  if (/^[次翌来]/.test(own)) return named + 1
  const ahead = YEARS_AHEAD[own]
  return ahead === undefined ? orderOf(own.replace(/ ?年$/, '')) : letters + ahead
}

/** Whether a text is a day that exists, as ISO 8601. */
export function isDay(text: string): boolean {
  const time = /^[12]\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && isoOf(time) === text
}

function orderOf(numeral: string): number {
  return numberOf(numeral) ?? Number.NaN
}

function inMonth(year: number, month: number, day = ''): string | undefined {
  if (month < 1 || month > 12) return undefined
  const last = ending(year, month)
  const number = { 上旬: 10, 中旬: 20 }[day] ?? numberOf(day.replace(/\s?[日号]$/, ''))
  if (number === undefined || last === undefined) return last
  const iso = last.slice(0, 8) + String(number).padStart(2, '0')
  return isDay(iso) ? iso : undefined
}

/** The last day of a month; with 12, of the year. */
function ending(year: number, month: number): string | undefined {
  return Number.isNaN(year) ? undefined : isoOf(Date.UTC(year, month, 0))
}

/** The day a number of months after another; where that month is too short, its last. */
function after(date: string, count: string, months: number): string | undefined {
  const ahead = (count === '半' ? 0.5 : orderOf(count.replace('两', '二'))) * months
  if (!Number.isInteger(ahead)) return undefined
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + ahead, 0)).getUTCDate()
  return isoOf(Date.UTC(year, month - 1 + ahead, Math.min(day, last)))
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

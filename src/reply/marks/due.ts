import { NUMERAL, numberOf } from '../grammar/numerals.js'
import { dates } from './word-marks.js'

/** A date that a promise names, and the last day that it allows. */
export interface Due {
  start: number
  end: number
  /** ISO 8601; left out where it is not certain, or no deadline. */
  due?: string
}

/** A clause is looked at this far from its date. */
const NEAR = 60
const CLAUSE_END = /[，,；：。]/

const NUMBER = `[${NUMERAL}两半]{1,4}`
const COUNT = new RegExp(`^(?<count>${NUMBER}) ?(?<unit>个月|年)(?:之内|以内|内)`)
const YEAR = `(?<year>\\d{4}|[一二][${NUMERAL}]{3}) ?年|(?<near>今年|本年|明年|后年)`
const MONTH = `(?<month>${NUMBER}) ?月(?<day> ?${NUMBER} ?[日号]|[初底末]|[上中下]旬)?`
const PART = '第?(?<quarter>[一二三四])季度|(?<half>[上下])半年|(?<part>[年月]?[初底末中内]|春节|暑期|寒假)'
/** All of it may be absent, but not at once. */
const WORDS = new RegExp(`^[“"]?(?:(?<plan>十[一二三四五六])五)?(?:${YEAR})?(?:${MONTH}|${PART})?`)

/** What begins on a day, or is counted from another, is not due on it. */
const BEGINS = /^(?:起|开始|以来|以后|之后|后|[以]?[至到—~～-]|[度的]?(?:版|预算|工作会议))/
const COUNTED = /(?:自|从|起|之?后|每|近|过去|前)[^，。；]{0,4}$/
/** What is reported; but 已列入2025年计划 is ahead. */
const DONE = /已|曾|了(?!解)/
const LISTED = /[列纳编]入/
/** Without the letter's date, 2024年 may be past; 2024年底前 was ahead. */
const LIMITS = /[前内]$/
/** 2025年前, 6月前: whether the year or the month itself is meant is open. */
const OPEN_END = /[年月份]之?以?前$|以来$/

const PLAN_ENDS: Record<string, number> = {
  十一: 2010,
  十二: 2015,
  十三: 2020,
  十四: 2025,
  十五: 2030,
  十六: 2035,
}
const YEARS_AHEAD: Record<string, number> = { 今年: 0, 本年: 0, 明年: 1, 后年: 2 }

/**
 * The dates of a sentence that promises, each with the last day that it allows. A month without a year is of the year named
 * before it in the sentence, else of the letter's; what lies before the letter is no deadline.
 *
 * @param sentence As the grammar reads it. @param date Of the letter, ISO 8601.
 */
export function duesOf(sentence: string, date: string | undefined): Due[] {
  let named = date === undefined ? undefined : Number(date.slice(0, 4))
  return Array.from(dates(sentence), ({ start, end }) => {
    const words = sentence.slice(start, end)
    const [before, behind] = [clauseBefore(sentence, start), clauseBehind(sentence, end)]
    const found = lastDayOf(words, date, named)
    named = found?.year ?? named
    const isOther = BEGINS.test(behind) || COUNTED.test(before) || isInTitle(sentence, start)
    const isPast = DONE.test(before + behind) && !LISTED.test(before)
    const isAhead = date === undefined ? LIMITS.test(words) : (found?.day ?? '') >= date
    return { start, end, ...(found?.day && isAhead && !isPast && !isOther && { due: found.day }) }
  })
}

interface LastDay {
  /** What the words name, which holds for months that follow. */
  year?: number | undefined
  day?: string | undefined
}

function lastDayOf(words: string, date: string | undefined, named: number | undefined): LastDay | undefined {
  const counted = COUNT.exec(words)?.groups
  if (counted) return { day: date && after(date, counted.count!, counted.unit === '年' ? 12 : 1) }
  const { 0: read, groups = {} } = WORDS.exec(words)!
  const { plan, year: printed, near, month, day, quarter, half, part } = groups
  if (read === '') return undefined
  if (plan !== undefined) return { day: ending(PLAN_ENDS[plan], 12) }
  if (part?.startsWith('月'))
    return { day: date && ending(Number(date.slice(0, 4)), Number(date.slice(5, 7))) }
  const letters = date === undefined ? undefined : Number(date.slice(0, 4))
  const own =
    printed === undefined ? near && letters !== undefined && letters + YEARS_AHEAD[near]! : numberOf(printed)
  const year = own || undefined
  const inYear =
    year ?? (month !== undefined || quarter !== undefined || half !== undefined ? named : letters)
  if (OPEN_END.test(words)) return { year }
  if (quarter !== undefined) return { year, day: ending(inYear, '一二三四'.indexOf(quarter) * 3 + 3) }
  if (half !== undefined) return { year, day: ending(inYear, half === '上' ? 6 : 12) }
  if (month !== undefined) return { year, day: inMonth(inYear, numberOf(month), day?.trim()) }
  // 年初, 年中 and the seasons have no last day.
  return { year, day: part === undefined || /[底末内]$/.test(part) ? ending(inYear, 12) : undefined }
}

function inMonth(year: number | undefined, month: number | undefined, day = ''): string | undefined {
  if (month === undefined || month > 12 || day === '初') return undefined
  const tens = { 上旬: 10, 中旬: 20 }[day]
  const number = tens ?? numberOf(day.replace(/\s?[日号]$/, ''))
  const last = ending(year, month)
  return number === undefined || !last ? last : dayOf(last.slice(0, 8), number)
}

function dayOf(month: string, day: number): string | undefined {
  const iso = month + String(day).padStart(2, '0')
  return Number.isNaN(Date.parse(iso)) ? undefined : iso
}

/** The last day of a month; with 12, of the year. */
function ending(year: number | undefined, month: number): string | undefined {
  return year === undefined ? undefined : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The day a number of months after another. */
function after(date: string, count: string, months: number): string | undefined {
  const number = count === '半' ? 0.5 : numberOf(count.replace('两', '二'))
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const ahead = (number ?? Number.NaN) * months
  return Number.isInteger(ahead)
    ? new Date(Date.UTC(year, month - 1 + ahead, day)).toISOString().slice(0, 10)
    : undefined
}

/** What stands in the clause of a date before it and behind it. */
function clauseBefore(text: string, end: number): string {
  return text
    .slice(Math.max(end - NEAR, 0), end)
    .split(CLAUSE_END)
    .at(-1)!
}

function clauseBehind(text: string, start: number): string {
  return text.slice(start, start + NEAR).split(CLAUSE_END)[0]!
}

/** Whether a place is within 《》: 《…规划（2021—2035年）》. */
function isInTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}

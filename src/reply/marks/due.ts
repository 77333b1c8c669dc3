import { isDay, lastDayOf } from './last-day.js'
import { isRefusal } from './refusal.js'
import { dates } from './word-marks.js'

/** A date that a promise names, and the last day that it allows. */
export interface Due {
  start: number
  end: number
  /** ISO 8601; left out where it is not certain, or no deadline. */
  due?: string
}

/** A date of a sentence, and the last day that it allows, where it may be told. */
interface Dated extends Pick<Due, 'start' | 'end'> {
  before: string
  behind: string
  words: string
  day: string | undefined
}

/** A clause is looked at this far from its date. */
const NEAR = 60
const CLAUSE_END = /[，,；：。]/

/** What begins on a day, or is counted from another or compared with it, is not due on it; nor is 第二年6月 of this year. */
const BEGINS = /^(?:起|开始|以来|以后|之后|后|以?[至到—~～-])/
const COUNTED = /(?:自|从|起|之?后|每|近|过去|前)[^，。；]{0,4}$|(?:[比较年]|早于|农历) ?$/
/** 2026年春季开学前: long before the year ends. */
const SEASON =
  /^ ?的?(?:[春夏秋冬]|国庆|元旦|五一|十一|清明|端午|中秋|入?汛|雨季|[供采]暖|[高中]考|暑|寒假|新?学[期年]|开学|全?国?两会)/
/** 2026年国庆前, 2026年秋季开学前: the day before, of that year or the one before. */
const FEAST =
  /^ ?的?[“"]?(国庆|十一|五一|元旦|秋季(?=学期|开学))[”"]?(?:学期)?(?:开学)?(?:假?期|节)?(?:之|以)?前/
const BEFORE_FEAST: Record<string, [yearsAhead: number, day: string]> = {
  国庆: [0, '-09-30'],
  十一: [0, '-09-30'],
  五一: [0, '-04-30'],
  元旦: [-1, '-12-31'],
  秋季: [0, '-08-31'],
}
/** 2025年度工作要点, 规划（2021—2035年）: the year is of a paper's name. */
const PAPER = /^的?(?:版|预算|(?:重点)?工作(?:会议|要点|计划|安排|方案))/
const PLAN = /^的?(?:建设|实施|投资)?(?:计划|规划|方案|安排)/
const FOLLOWS = /(?:按照?|根据|依[据照]|落实|对照|结合|围绕)[^，。；]{0,6}$/
/** 按照今年的任务. */
const FOLLOWED = /(?:按照?|根据|依[据照]|结合)$/
const SPAN = /[（(](?:19|20)\d\d ?年?[-—–~～至]{1,2}$/
/** What is reported; but 已列入2025年计划 is ahead. */
const DONE = /已|曾|多次|先后|了(?!解)|未(?!来)/
const LISTED = /[列纳编]入/
/** What is asked for, or must come first: 您建议2026年底开工, 待2026年竣工后. */
const SAID = /建议|提出|希望|要求|待|若|如|每/
/** Without the letter's date, 2024年 may be past; 2024年底前 was ahead. */
const LIMITS = /[前内]$/

/**
 * The dates of a sentence that promises, each with the last day that it allows. A month without a year is of the year named
 * before it in the sentence, else of the letter's; what lies before the letter is no deadline.
 *
 * @param sentence As the grammar reads it. @param date Of the letter, ISO 8601; what is no such day counts as none.
 */
export function duesOf(sentence: string, date: string | undefined): Due[] {
  const written = writtenOn(date)
  return datedIn(sentence, written).map(({ start, end, before, behind, words, day }) => {
    const isOther =
      BEGINS.test(behind) ||
      COUNTED.test(before) ||
      (SEASON.test(behind) && !LIMITS.test(words) && !FEAST.test(behind))
    const isPast = DONE.test(before + behind) && !LISTED.test(before)
    const isAhead = written === undefined ? LIMITS.test(words) : (day ?? '') >= written
    return { start, end, ...(day && isAhead && !isPast && !isOther && { due: day }) }
  })
}

/** Whether a sentence says what is done on a day that lies behind its letter's: 2026年4月底完工. */
export function isDoneAhead(sentence: string, date: string | undefined, done: RegExp): boolean {
  const written = writtenOn(date)
  if (written === undefined) return false
  return datedIn(sentence, written).some(
    ({ before, behind, day }) =>
      (day ?? '') > written &&
      !COUNTED.test(before) &&
      !SAID.test(before) &&
      !DONE.test(before + behind) &&
      done.test(behind),
  )
}

function writtenOn(date: string | undefined): string | undefined {
  return date !== undefined && isDay(date) ? date : undefined
}

function datedIn(sentence: string, written: string | undefined): Dated[] {
  let named: number | undefined
  return Array.from(dates(sentence), ({ start, end }) => {
    const words = sentence.slice(start, end)
    const [before, behind] = [clauseBefore(sentence, start), clauseBehind(sentence, end)]
    const dated = { start, end, before, behind, words, day: undefined }
    if (isOfPaper(before, behind, words) || isInTitle(sentence, start)) return dated
    const { year, day } = lastDayOf(words, written, named)
    named = year ?? named
    const [, feast] = /年$/.test(words) ? (FEAST.exec(behind) ?? []) : []
    // What is refused for this year is not due in it.
    if (day && isRefusal(before + words + behind)) return dated
    if (!feast || !day) return { ...dated, day }
    const [ahead, lastDay] = BEFORE_FEAST[feast]!
    return { ...dated, day: Number(day.slice(0, 4)) + ahead + lastDay }
  })
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

function isOfPaper(before: string, behind: string, words: string): boolean {
  if (SPAN.test(before) || (/年$/.test(words) && FOLLOWED.test(before))) return true
  return !LISTED.test(before) && (PAPER.test(behind) || (PLAN.test(behind) && FOLLOWS.test(before)))
}

/** Whether a place is within 《》: 《…规划（2021—2035年）》. */
function isInTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}

import { NUMERAL, numberOf } from './numerals.js'

/** A year may be typed twice. */
const DATE = new RegExp(
  `(?:[${NUMERAL}]{4}年(?=[${NUMERAL}]{4}年))?([${NUMERAL}]{4})年(元|[${NUMERAL}]{1,3})月([${NUMERAL}]{1,3})[日号]`,
)

/** What a date has that is read here, wherever it has spaces; most lines have none, and are read no further. */
const MAY_BE_DATED = new RegExp(
  `月\\s*(?:[${NUMERAL}]\\s*){1,3}[日号]|(?:1\\s*9|2\\s*0)\\s*\\d\\s*\\d(?!\\s*年(?!\\s*\\d))`,
)

const REST_OF_DATE = new RegExp(`^[${NUMERAL}年月]{1,12}日$`)
const MONTH_OR_YEAR = new RegExp(`^[${NUMERAL}]{4}年(?:(?:元|[${NUMERAL}]{1,3})月)?$`)

/** Where a date such as `2025年7月3日` stands in a text without white space. */
export interface DateMatch {
  /** ISO 8601: `2025-07-03`. */
  iso: string
  start: number
  end: number
}

/** Whether some part of a text can be a date, alone or beside other words. */
export function mayBeDated(text: string): boolean {
  return MAY_BE_DATED.test(text)
}

/** The first date of a text that holds no white space; a day that does not exist is no date. */
export function findDate(text: string): DateMatch | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map((part) => (part === '元' ? 1 : numberOf(part)))
  const iso = isoDate(year, month, day)
  return iso === undefined ? undefined : { iso, start: match.index, end: match.index + match[0].length }
}

/**
 * The dates that a line can be that is a date and nothing else, `2025年7月3日`, `2025.7.3`, `2025-7-3` or `2025/7/3`: one, but where 年, 月 and 日 were lost, `202573` can
 * be read in one way and `2023111` in two.
 */
export function datesOfLine(text: string): string[] {
  const found = findDate(text)
  if (found) return found.start === 0 && found.end === text.length ? [found.iso] : []
  // Of 2023年6月5日 the 年 or the 日 was lost, or 月 was typed for 年.
  const open = /^((?:19|20)\d\d)[年月]?(\d{1,2})月(\d{1,2})日?$/.exec(text)
  if (open) return [isoDate(...open.slice(1).map(Number))].filter((iso) => iso !== undefined)
  const parted = /^((?:19|20)\d\d)([./-])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (parted) {
    const [, year, , month, day] = parted.map(Number)
    return [isoDate(year, month, day)].filter((iso) => iso !== undefined)
  }
  const digits = /^((?:19|20)\d\d)年?(\d{2,4})日?$/.exec(text)
  if (!digits) return []
  const [, year = '', rest = ''] = digits
  return [1, 2]
    .filter((split) => rest.length - split >= 1 && rest.length - split <= 2)
    .map((split) => isoDate(Number(year), Number(rest.slice(0, split)), Number(rest.slice(split))))
    .filter((iso) => iso !== undefined)
}

/**
 * Whether a line is what is left of a date, or one that names no day: `2025年6月`, `6月 日`, `2025年2月29日`. Whether it
 * is a date after all is for `datesOfLine` to say.
 */
export function isDateWithoutDay(text: string): boolean {
  return (REST_OF_DATE.test(text) || isMonthOrYear(text)) && datesOfLine(text).length === 0
}

/** Whether a text is a year, with or without its month: `2024年11月`. */
export function isMonthOrYear(text: string): boolean {
  return MONTH_OR_YEAR.test(text)
}

/** The date of a page's table or bar: `2023-08-02 10:21`, `2023年8月2日`, `2023/8/2`. */
export function dateOfPage(text: string): string | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})(?!\d)/.exec(text)
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

function isoDate(year?: number, month?: number, day?: number): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    year > 999 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}

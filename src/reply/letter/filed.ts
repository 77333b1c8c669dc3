import { dateOfPage } from '../grammar/dates.js'
import { isOffice } from '../grammar/offices.js'
import { compact, type Line } from '../lines/line.js'
import type { Letter } from './letter.js'
import { lineOfEntry, type Page, type PageEntry } from './page.js'

const FORM = /[单表]$/
/** Under which a site names the office that writes, the surest first. */
const ISSUING = [/^发文机关$/, /^发布机[关构]$/]
/** The same on a form, which has no letterhead. */
const LEADING = [/^(?:主办|承办|答复)单位$/]
const HELPING = /^(?:会办|协办|分办)单位$/
/** Of the day on which a letter was written; 发布日期 is that of the page. */
const WRITTEN = [/^成文(?:日期|时间)$/, /^(?:生成|签发|发文)日期$/, /^[答办]复日期$/]

interface Said {
  value: string
  line: Line
}

/** What a page, or the form above an answer, files a letter by; it counts where the letter itself does not say it. */
export interface Filed {
  issuer: Said | undefined
  /** ISO 8601. */
  date: Said | undefined
  helping: string[]
  /** Where those stand that help. */
  lines: Line[]
}

export function readFiled({ titles, page }: Letter): Filed {
  const isForm = FORM.test(titles[0]?.text ?? '')
  const helping = page.entries.filter(({ label }) => HELPING.test(label))
  return {
    issuer: said(page, isForm ? [...LEADING, ...ISSUING] : ISSUING, (entry) => officesIn(entry)[0]),
    date: said(page, WRITTEN, ({ value }) => dateOfPage(compact(value))),
    helping: helping.flatMap(officesIn),
    lines: helping.map(lineOfEntry),
  }
}

/** What the first entry says that says anything, by the order of the labels. */
function said(
  { entries }: Page,
  labels: readonly RegExp[],
  read: (entry: PageEntry) => string | undefined,
): Said | undefined {
  for (const pattern of labels) {
    for (const entry of entries.filter(({ label }) => pattern.test(label))) {
      const value = read(entry)
      if (value !== undefined) return { value, line: lineOfEntry(entry) }
    }
  }
  return undefined
}

function officesIn({ value }: PageEntry): string[] {
  return compact(value)
    .split(/[、，,；;]/)
    .filter(isOffice)
}

import { dateOfPage } from '../grammar/dates.js'
import { findDocumentNumber } from '../grammar/document-number.js'
import { readMarkings } from '../grammar/markings.js'
import { compact, type Line, type PageHead, spanOf } from '../lines/line.js'
import { plain } from '../lines/plain.js'
import type { PageMetadata, Span } from '../reply.js'
import { isPageLine, pageLabels } from './page-labels.js'
import { isNumberBelow, isWholeTitle } from './title.js'

/** Longer lines are no value of a table. */
const LONGEST_VALUE = 60

const TITLE = /^(?:ArticleTitle|(?:信息|文件)?(?:标题|名称))$/

/** A value that a page gives, and where. */
export interface PageEntry extends Span {
  label: string
  value: string
}

/** What is the page's of the lines above a letter. */
export interface Page {
  title?: PageEntry
  entries: PageEntry[]
}

/** Parts the lines above a salutation into those of the letter and what the page says. */
export function readPage(header: Line[], head?: PageHead): { header: Line[]; page: Page } {
  const entries = (head?.entries ?? []).map(({ label, value, offset }) => entryAt(label, value, offset))
  const letter: Line[] = []
  for (let i = 0; i < header.length; i++) {
    const line = header[i]!
    const isLabelled =
      isPageLine(line.text) ||
      (isAmongPageLines(header, i) && pageLabels(line.text).length > 0 && !isNumbered(line.text))
    if (!isLabelled || isTitleWithLabel(line.text) || isNumberBelow(compact(line.text))) {
      letter.push(line)
      continue
    }
    const found = entriesOf(line)
    const [last, next] = [found.at(-1), header[i + 1]]
    // A table that was copied cell by cell has its values on lines of their own.
    if (
      found.length === 1 &&
      last?.value === '' &&
      next &&
      next.text.length <= LONGEST_VALUE &&
      pageLabels(next.text).length === 0 &&
      !isOfLetter(last.label, next.text)
    ) {
      Object.assign(last, { value: next.printed }, spanOf(next))
      i++
    }
    entries.push(...found.filter(({ value }) => value !== ''))
  }
  const title = head?.title && entryAt('title', head.title.value, head.title.offset)
  return { header: letter, page: { ...(title && { title }), entries } }
}

/** The titles that a page says it has, in its head and in its table. */
export function titlesOfPage({ title, entries }: Page): PageEntry[] {
  return [...(title ? [title] : []), ...entries.filter(({ label }) => TITLE.test(label))]
}

/** What the reply keeps of a page; nothing where the document is nothing but the letter. */
export function pageMetadata({ title, entries }: Page): PageMetadata | undefined {
  if (title === undefined && entries.length === 0) return undefined
  const date = PUBLICATION.flatMap((labels) =>
    entries.filter(({ label }) => labels.test(label)).flatMap(({ value }) => dateOfPage(value) ?? []),
  )[0]
  return {
    ...(title && { title: title.value }),
    ...(date !== undefined && { publicationDate: date }),
    entries: entries.map(({ label, value }) => ({ label, value })),
  }
}

/** The labels of the day on which a page went online, the surest first. */
const PUBLICATION = [
  /^(?:发布日期|发布时间|PubDate)$/i,
  /^(?:公开日期|公开时间|添加时间|录入时间|编稿时间)$/,
  /^(?:时间|日期|更新时间|更新日期|date)$/i,
]

/** A title may end in a label of its own: `关于…提案的答复（编号：第4012号）`. */
function isTitleWithLabel(text: string): boolean {
  return /(?:提案|建议|议案|答\s*复|复函|回复)[^：:]*$/.test(text.slice(0, pageLabels(text)[0]?.start ?? 0))
}

/** The letter's own line, whatever its labels: 云科函〔2024〕7号  签发人：顾南星  办理结果：A类. */
function isNumbered(text: string): boolean {
  const before = text.slice(0, pageLabels(text)[0]?.start)
  return findDocumentNumber(compact(before)) !== undefined
}

function isAmongPageLines(header: Line[], i: number): boolean {
  return [header[i - 1], header[i + 1]].some((line) => line !== undefined && isPageLine(line.text))
}

/** Whether a line begins the letter, and is not the value of an empty label above it. */
function isOfLetter(label: string, line: string): boolean {
  if (/^[答回]复内容$/.test(label)) return true
  const isNumber = findDocumentNumber(compact(line)) !== undefined
  const isCategory = readMarkings(line).category !== undefined
  if (isCategory && !/(?:类别?|类型|等级|程度|结果)$/.test(label)) return true
  return (isWholeTitle(line) && !/标题|名称|题目/.test(label)) || (isNumber && !label.endsWith('号'))
}

function entriesOf(line: Line): PageEntry[] {
  const labels = pageLabels(line.text)
  const first = labels[0]?.start ?? 0
  const date = dateOfPage(line.text.slice(0, first))
  const bare = date === undefined ? [] : [entryOf(line, '发布时间', 0, first)]
  const labelled = labels.flatMap(({ label, end, isBar }, i) => {
    if (isBar) return []
    const stop = labels[i + 1]?.start ?? line.text.length
    const day = label.endsWith('来源') ? startOfDate(line.text.slice(end, stop)) : -1
    if (day === -1) return [entryOf(line, label, end, stop)]
    return [entryOf(line, label, end, end + day), entryOf(line, '发布时间', end + day, stop)]
  })
  return [...bare, ...labelled]
}

/** 来源：青禾县水利局   2023-06-08 16:23 has a day that lacks its label; -1 without one. */
function startOfDate(value: string): number {
  return value.search(/(?<=\s)(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}/)
}

function entryOf(line: Line, label: string, start: number, end: number): PageEntry {
  const part = line.printed.slice(start, end)
  const value = part
    .replace(/^[\s|｜]+|(?<![\s|｜【[（(>；;，,])[\s|｜【[（(>；;，,]+$/g, '')
    .replace(/(?<!\s)\s*[|｜\t].*/, '')
  const from = start + part.indexOf(value)
  return { label, value, ...spanOf(line, from, from + value.length) }
}

function entryAt(label: string, value: string, start: number): PageEntry {
  return { label, value, start, end: start + value.length }
}

/** The value of an entry as a line, to be read as those of the letter are. */
export function lineOfEntry({ value, start }: PageEntry): Line {
  return { printed: value, text: plain(value), pieces: [{ at: 0, offset: start }], strong: 0 }
}

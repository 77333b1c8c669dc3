import { peopleBelow, readContacts } from '../grammar/contacts.js'
import { readLabels } from '../grammar/labels.js'
import { isOffice } from '../grammar/offices.js'
import { compact, type Line, type Lines, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import { findAnchor } from './anchor.js'
import { partBelow } from './annex.js'
import { type Course, courseOf } from './course.js'
import { findFootnotes } from './footnotes.js'
import { indexOfLeadIn } from './lead-in.js'
import { isOfHead } from './letterhead.js'
import { cutNextLetter } from './next-letter.js'
import { lineOfEntry, type Page, readPage, titlesOfPage } from './page.js'
import { isPageFooter } from './page-footer.js'
import { refuseUnanswered, refuseUnlessReply } from './refuse.js'
import type { Salutation } from './salutation.js'
import { isDateLine, isSentenceOfLetter, isSignatureLine } from './signature.js'
import { findTitles, isTitleOfPage, type Title, titleBelow } from './title.js'

/** How many lines above the salutation tell whether it is that of a letter. */
const LINES_ABOVE = 12

const ENCLOSED = /^附件?[：:]/
/** 地址：青禾路8号  电话：000-1234567 */
const ADDRESS = /^(?:联系|办公|单位)?地\s*址\s*[：:]/
/** An item of a list that is no sentence. */
const ATTACHED = /^\d{1,2}[.．、][^。；]{2,60}$/

/** A letter taken apart into what stands above the salutation, between it and the sign-off, and below. */
export interface Letter {
  type: 'letter'
  /** Without what is the page's. */
  header: Line[]
  page: Page
  /** The letter's own first, then the page's. */
  titles: Title[]
  salutation?: Salutation
  /** The lines of the salutation; those of the lead-in where the names run into it. */
  address: Line[]
  /** The lead-in first. */
  body: Line[]
  signature: Line[]
  annexes: Line[]
  footnotes: Line[]
  notes: Note[]
}

/** unified plugin: finds the letter in the lines of a document, from the salutation outwards. */
export function findLetter(): (lines: Lines) => Letter {
  return ({ children: lines, head, notes = [] }) => {
    const { salutation, start, body: behind, isBare = false } = findAnchor(lines)
    const { header: top, page } = readPage(lines.slice(0, start), head)
    const above = findTitles(top)
    // Some print the title between the salutation and the lead-in, and above the name the office that it is sent to.
    const between = above.length > 0 ? [] : titlesAboveLeadIn(lines.slice(behind))
    const isSentTo = between.length > 0 && isOffice(compact(top.at(-1)?.text ?? ''))
    const header = isSentTo ? top.slice(0, -1) : top
    const body = behind + between.flatMap(({ lines }) => lines).length
    const titles = [...above, ...between, ...titleBelow(lines.slice(body))]
    const first = lines[body]
    refuseUnlessReply({
      titles: [
        ...titles.map(({ text }) => text),
        ...titlesOfPage(page)
          .map((entry) => compact(lineOfEntry(entry).text))
          .filter(isTitleOfPage),
      ],
      salutation,
      hasLeadIn: indexOfLeadIn(lines, body) !== -1,
      isBare,
      start: lines.slice(Math.max(0, start - LINES_ABOVE), body + 3),
      linesAbove: Math.min(start, LINES_ABOVE),
    })
    const below = lines.slice(body)
    const address = start === behind ? (first ? [first] : []) : lines.slice(start, behind)
    const withoutFooter = cutFooter(below, () => cutNextLetter(below, titles, address).lines)
    const rest = cutNextLetter(withoutFooter, titles, address)
    const signature = findSignature(rest.lines)
    const answer = rest.lines.slice(0, signature.start)
    const { around, ...signed } = partBelow(rest.lines, signature)
    const footnotes = findFootnotes(around, answer)
    if (!salutation) refuseUnanswered(answer)
    return {
      type: 'letter',
      header,
      page,
      titles,
      ...(salutation && { salutation }),
      address,
      body: answer,
      ...signed,
      footnotes,
      notes: [
        ...notes,
        ...pageChrome(linesAbove(header, titles)),
        ...repeatedTitle(above),
        ...pageChrome(linesBut(around, footnotes)),
        ...rest.notes,
        ...pageChrome(below.slice(withoutFooter.length)),
      ],
    }
  }
}

/** The titles of which all lines above a lead-in are. */
function titlesAboveLeadIn(lines: readonly Line[]): Title[] {
  const above = lines.slice(0, Math.max(indexOfLeadIn(lines), 0))
  const titles = findTitles(above)
  return titles.flatMap(({ lines }) => lines).length === above.length ? titles : []
}

function linesBut(lines: readonly Line[], others: readonly Line[]): Line[] {
  const left = new Set(others)
  return lines.filter((line) => !left.has(line))
}

/** Lines of a page before the first that is of the letter: its menu, its name. */
function linesAbove(header: Line[], titles: Title[]): Line[] {
  const texts = titles.map(({ text }) => text)
  const first = header.findIndex(({ text }) => isOfHead(compact(text), texts))
  return header.slice(0, Math.max(first, 0))
}

function pageChrome(lines: readonly Line[]): Note[] {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return []
  const message = `Lines of the page around the letter were left out (${lines.length}).`
  return [{ kind: 'page chrome', message, start: spanOf(first).start, end: spanOf(last).end }]
}

/** @param ofLetter Those lines among which no other letter stands. */
function cutFooter(lines: Line[], ofLetter: () => Line[]): Line[] {
  const starts = lines.map(({ text }) => compact(text.slice(0, 80)))
  let course: Course | undefined
  const footer = starts.findIndex((start, i) => {
    if (!isPageFooter(start, starts[i + 1])) return false
    course ??= courseOf(ofLetter())
    return !course.goesOnBelowFooter(i)
  })
  return footer === -1 ? lines : lines.slice(0, footer)
}

function repeatedTitle([own, ...others]: Title[]): Note[] {
  return others
    .filter(({ text }) => own?.text.includes(text) || text.includes(own?.text ?? text))
    .map(({ lines }) => ({
      kind: 'repeated title',
      message: 'The title stands here and again next above the salutation, where it was read.',
      ...spanOf(lines[0]!),
    }))
}

/** The sign-off: the lines around the first date that stands alone and ends the letter, else the last lines that can be one. */
function findSignature(lines: Line[]): { start: number; date: number; end: number } {
  const texts = lines.map(({ text }) => text)
  const below = peopleBelow(texts)
  const isSignature = (i: number): boolean =>
    texts[i] !== undefined && (below[i] === true || isSignatureLine(texts[i]))
  const course = courseOf(lines)
  const dates = lines.flatMap(({ text }, i) => (isDateLine(text) ? [i] : []))
  // A table of the answer may have a date in each row.
  const apart = dates.filter((i) => lines[i]!.table !== 'row')
  const date = apart.length === 0 ? dates[0] : apart.find((i) => !course.goesOnBelowDate(i))
  let end = (date ?? lastLabelled(lines, apart.at(-1))) + 1
  let start = end
  while (isSignature(start - 1)) start--
  while (start < end && isSentenceOfLetter(texts[start]!)) start++
  for (let isList = false; end < lines.length; end++) {
    const text = lines[end]!.text
    if (isSignature(end)) isList = ENCLOSED.test(text)
    else if (!isList || !ATTACHED.test(text)) break
  }
  const footer = startOfAddress(texts.slice(start, end), (date ?? start - 1) - start)
  return {
    start: startOfAttachments(lines, start),
    date: date ?? lines.length,
    end: footer === -1 ? end : start + footer,
  }
}

/** Where the address of a site stands with its phones, below the date if there is one: a letter gives that of whom it names. */
function startOfAddress(signature: readonly string[], date: number): number {
  const address = signature.findIndex((text, i) => i > date && ADDRESS.test(text))
  if (address === -1) return -1
  const kinds = signature.slice(address).flatMap((text) => readLabels(text).values.map(({ kind }) => kind))
  const isOfSite =
    kinds.every((kind) => kind === 'phone' || kind === 'other') &&
    readContacts(signature.slice(0, address)).every(({ phone }) => phone !== undefined)
  return isOfSite ? address : -1
}

/** Where a list of what is enclosed begins that stands above a sign-off: 附：1.… / 2.… */
function startOfAttachments(lines: Line[], end: number): number {
  let start = end - 1
  while (ATTACHED.test(lines[start]?.text ?? '')) start--
  const first = lines[start]?.text ?? ''
  return ENCLOSED.test(first) && (start < end - 1 || !isSentenceOfLetter(first)) ? start : end
}

/** What follows a labelled line is noise of the page unless it reads like prose. */
function lastLabelled(lines: Line[], above = -1): number {
  let last = lines.length - 1
  while (last > above && !isSignatureLine(lines[last]!.text)) last--
  const prose = lines.slice(last + 1).some(({ text }) => text.length >= 30 && /[。！]$/.test(text))
  return last === above || prose ? lines.length - 1 : last
}

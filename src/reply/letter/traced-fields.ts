import { type DocumentNumber, findDocumentNumber } from '../grammar/document-number.js'
import { CATEGORY_LABEL } from '../grammar/labels.js'
import { categoryOfTitle, isBareCategory, type Markings, readMarkings } from '../grammar/markings.js'
import { readApproval } from '../grammar/people.js'
import { compact, type Line } from '../lines/line.js'
import type { Contact, Leader, Proposal, Reply } from '../reply.js'
import type { Letter } from './letter.js'
import { lineOfEntry, type Page, type PageEntry, titlesOfPage } from './page.js'
import type { FoundProposals } from './proposals.js'
import type { Signature } from './signature.js'
import type { Trace } from './trace.js'

/** 文号, 发文字号, 编号: what is no document number under 索引号 is not read as one. */
const NUMBER_LABEL = /号$/
const LABEL_OF_CATEGORY = new RegExp(`^(?:${CATEGORY_LABEL})$|(?:类别|类型|分类|等级|程度)$`)
/** Who approved a letter is said in one of its last paragraphs. */
const LINES_OF_APPROVAL = 3

/** The document number above the salutation, else that of the page's table. */
export function traceDocumentNumber(
  found: DocumentNumber | undefined,
  header: Line[],
  page: Page,
  trace: Trace,
): DocumentNumber | undefined {
  if (found) return tracedNumber(found, header, 'letter', trace)
  for (const entry of page.entries.filter(({ label }) => NUMBER_LABEL.test(label))) {
    const line = lineOfEntry(entry)
    const number = findDocumentNumber(compact(line.text))
    if (number && !number.isDamaged) return tracedNumber(number, [line], 'page', trace)
  }
  return undefined
}

function tracedNumber(
  found: DocumentNumber,
  lines: Line[],
  origin: 'letter' | 'page',
  trace: Trace,
): DocumentNumber {
  const printed = trace.found(found.printed, ['documentNumber'], lines, origin)
  const agency = printed.slice(0, Math.max(found.number.indexOf('〔'), 0))
  const number = agency + found.number.slice(agency.length)
  return { ...found, printed, number: printed.endsWith('號') ? number.replace(/号$/, '號') : number }
}

export function traceProposals({ proposals, sources }: FoundProposals, trace: Trace): Proposal[] {
  return proposals.map((proposal, i) => {
    const traced = { ...proposal }
    for (const field of ['number', 'title', 'session'] as const) {
      const [value, source] = [proposal[field], sources[field]]
      if (value !== undefined && source) {
        traced[field] = trace.found(value, ['proposals', i, field], source.lines, source.origin)
      }
    }
    return traced
  })
}

/** What a letter's head, else its foot, says of the letter; a category may be the page's alone. */
export function traceMarkings(
  head: Markings,
  foot: Markings,
  { header, signature, page }: Letter,
  trace: Trace,
): Markings {
  for (const name of ['category', 'disclosure'] as const) {
    const lines = head[name] === undefined ? signature : header
    const line =
      lines.find(({ text }) => readMarkings(text)[name] !== undefined) ??
      (name === 'category' ? lines.find(({ text }) => isBareCategory(text)) : undefined)
    trace.found(head[name] ?? foot[name], [name], line ? [line] : [])
  }
  const markings = { ...foot, ...head }
  if (markings.category !== undefined) return markings
  const ofPage = categoryOfPage(page)
  if (!ofPage) return markings
  trace.at(ofPage.entry, ['category'], ofPage.entry.label === 'title' ? 'title' : 'page')
  return { ...ofPage.markings, ...markings }
}

/** What the page's table has under 办理结果, else what one of its titles ends with. */
function categoryOfPage(page: Page): { markings: Markings; entry: PageEntry } | undefined {
  const labelled = page.entries.filter(({ label }) => LABEL_OF_CATEGORY.test(label))
  for (const entry of [...labelled, ...titlesOfPage(page)]) {
    const text = compact(lineOfEntry(entry).text)
    if (labelled.includes(entry)) {
      // 编号：第45号　类别：B　公开：是
      const markings = readMarkings(`类别：${text}`)
      if (markings.category !== undefined) return { markings, entry }
    } else {
      const category = categoryOfTitle(text)
      if (category !== undefined) return { markings: { category }, entry }
    }
  }
  return undefined
}

/** Those who answer for the letter, those to ask, and those who get a copy. */
export function tracePeople(
  ofHead: Leader[],
  foot: Signature,
  { header, body, signature }: Letter,
  trace: Trace,
): Pick<Reply, 'leaders' | 'contacts' | 'copies'> {
  const end = [...body.slice(-LINES_OF_APPROVAL), ...signature]
  const approvals = end.flatMap(({ text }) => readApproval(text.slice(0, 400)))
  const leaders = [...ofHead, ...approvals, ...foot.leaders].map(({ role, name }, i): Leader => {
    return { role, name: trace.found(name, ['leaders', i, 'name'], i < ofHead.length ? header : end) }
  })
  const contacts = foot.contacts.map((contact, i): Contact => {
    const traced = { ...contact }
    for (const field of ['name', 'phone'] as const) {
      const value = contact[field]
      if (value !== undefined) traced[field] = trace.found(value, ['contacts', i, field], signature)
    }
    return traced
  })
  const copies = foot.copies.map((office, i) => trace.found(office, ['copies', i], signature))
  return { leaders, contacts, copies }
}

import { indexOfLeadIn } from '../letter/lead-in.js'
import { type Line, spanOf } from '../lines/line.js'
import { plain } from '../lines/plain.js'
import type { Paragraph, Provenance, Section, SectionRole } from '../reply.js'
import { countOf, goesOnFrom } from './counts.js'
import { decimalHeadings } from './decimal-outline.js'
import { type Heading, readHeading, readMarker, readSentenceHeading } from './headings.js'
import { kindOf } from './kinds.js'
import { readLead, readLeads } from './leads.js'
import { partMixedOutline } from './mixed-outline.js'
import { answersAtOnce, isClosing, roleOfTitle } from './roles.js'
import { spacedHeadings } from './spaced-outline.js'
import { isTitle } from './titles.js'

/** 提案指出： and 项目包括： head a list, and 答复如下： an answer. */
const INTRODUCES = /(?<!如下)[：:]$/

/** （一） */
const INNERMOST_DIVISION = 3

type Path = Provenance['path']

/** What is told where the parts of a body stand. */
export interface SectionTrace {
  at(span: { start: number; end: number }, path: Path, origin: 'letter'): void
}

/** A section before its place in the reply, and so its id, is known. */
interface Draft {
  /** That of its heading, or of the numbered sentences that it holds where they have none. */
  rank?: number
  heading?: Heading
  /** That of the heading. */
  line?: Line
  role?: SectionRole | undefined
  lines: Line[]
  drafts: Draft[]
}

/**
 * The body as a tree. What stands before the first heading is the opening; in a letter without headings it ends
 * with the lead-in, and the rest answers, as does a lead-in that goes on with its answer, or is all that there is. The last paragraphs, if they take leave, are the closing.
 */
export function readSections(lines: Line[], replyId: string, trace?: SectionTrace): Section[] {
  const body = partMixedOutline(lines)
  const end = startOfClosing(body)
  const answer: Draft = { lines: [], drafts: [] }
  const open = [answer]
  const counts: Counts = new Map()
  const ofOutline = new Map([...decimalHeadings(body), ...spacedHeadings(body)])
  const headings = body.map((line) => ofOutline.get(line) ?? readHeading(line))
  for (let i = 0; i < end; i++) {
    const line = body[i]!
    const heading = headingAt(body, headings, i, end)
    if (heading) openSection(open, heading, line)
    else openUntitled(open, line, counts)
    noteCount(open, line, counts)
    if (!heading) open.at(-1)?.lines.push(line)
  }
  const opening = answer.lines.slice(0, endOfOpening(answer, indexOfLeadIn(body)))
  const isAll = answer.drafts.length === 0 && opening.length === answer.lines.length
  const drafts: Draft[] = [
    {
      role: isAll || opening.some(({ text }) => answersAtOnce(text)) ? 'answer' : 'opening',
      lines: opening,
      drafts: [],
    },
    { role: 'answer', lines: answer.lines.slice(opening.length), drafts: [] },
    ...answer.drafts,
    { role: 'closing', lines: body.slice(end), drafts: [] },
  ]
  return finishAll(
    drafts.filter(({ heading, lines }) => heading || lines.length > 0),
    `${replyId}/`,
    1,
    ['sections'],
    trace,
  )
}

/** Where the opening ends: above the first section or the numbered sentences before it, else below the lead-in. */
function endOfOpening({ lines, drafts }: Draft, leadIn: number): number {
  const from = Math.max(leadIn, 0) + 1
  if (drafts.length === 0) return from
  const numbered = lines.findIndex((line, i) => i >= from && countOf(line))
  const isOfList = INTRODUCES.test(lines[numbered - 1]?.text ?? '')
  return numbered === -1 || isOfList ? lines.length : numbered
}

/** An item of a list may end with thanks, and still belongs to its list; thanks may be all that a heading heads. */
function startOfClosing(body: Line[]): number {
  let start = body.length
  while (start > 1 && isClosing(body[start - 1]!.text) && !readMarker(body[start - 1]!.text)) start--
  const last = body[start - 1]
  const heading = last && start < body.length ? readHeading(last) : undefined
  const isItem = heading?.rank === readMarker(body[start - 2]?.text ?? '')?.rank
  return heading?.marker === undefined || isItem ? start : start + 1
}

/** To which number each numbering system has counted, and how deep in the tree that stands. */
type Counts = Map<number, { number: number | undefined; depth: number }>

/** Remembers what a line counts that begins the innermost section or is the next in it. */
function noteCount(open: readonly Draft[], line: Line, counts: Counts): void {
  const count = countOf(line)
  if (!count) return
  const { rank, number } = count
  for (const inner of counts.keys()) if (inner > rank) counts.delete(inner)
  const innermost = open.at(-1)
  const isOfOuter = innermost?.line === line || (innermost?.rank === rank && !innermost.heading)
  counts.set(rank, { number, depth: open.length - (isOfOuter ? 2 : 1) })
}

/**
 * A numbered sentence that goes on with a numbering further out than the innermost section is no part of that: 二、我局已
 * 督促… below 一、现状. It has a section of its own, without a title, for what stands above it is divided.
 */
function openUntitled(open: Draft[], line: Line, counts: Counts): void {
  const count = countOf(line)
  const before = count && counts.get(count.rank)
  if (!before || line.table === 'row' || !goesOnFrom(before.number, count.number)) return
  const [innermost, depth] = [open.at(-1), open.length - 1]
  const isBeside = innermost && innermost.rank === count.rank && !innermost.heading
  if (before.depth >= depth || isBeside) return
  open.length = before.depth + 1
  const outer = open.at(-1)
  const draft: Draft = {
    rank: count.rank,
    role: before.depth > 0 ? outer?.role : 'answer',
    lines: [],
    drafts: [],
  }
  outer?.drafts.push(draft)
  open.push(draft)
}

/** Closes the sections that `heading` does not belong in and opens its own. */
function openSection(open: Draft[], heading: Heading, line: Line): void {
  while ((open.at(-1)?.rank ?? -1) >= heading.rank) open.pop()
  const outer = open.at(-1)
  const draft: Draft = {
    rank: heading.rank,
    heading,
    line,
    role: roleOfTitle(plain(heading.title), outer?.role),
    lines: [],
    drafts: [],
  }
  outer?.drafts.push(draft)
  open.push(draft)
}

/** A heading has something to head: a paragraph or a heading further in. Bare items of a list have not. */
function headingAt(
  body: Line[],
  headings: (Heading | undefined)[],
  i: number,
  end: number,
): Heading | undefined {
  const [previous, line, next] = [body[i - 1], body[i], body[i + 1]]
  if (i + 1 >= end || !line || !next) return undefined
  const heading = headings[i] ?? sentenceHeadingAbove(next, line)
  // A body begins with its lead-in, or in a letter without one with a number.
  if (!previous) return heading?.marker === undefined ? undefined : heading
  if (!heading || isItem(previous, heading) || isLastItem(previous, line, heading)) return undefined
  const before = headings[i - 1]
  const after = headings[i + 1]
  const isAmongItems = before?.rank === heading.rank || (after !== undefined && after.rank <= heading.rank)
  return isAmongItems ? undefined : heading
}

/** Whether a line is an item of the list that a heading would end. */
function isItem(line: Line, { rank, title }: Heading): boolean {
  const isOpen = /[；;]$/.test(line.text) && readMarker(line.text)?.rank === rank
  // 三、下步打算 heads what follows, whatever was counted above it.
  const isDivision = rank <= INNERMOST_DIVISION && isTitle(plain(title))
  return isOpen || (!isDivision && readSentenceHeading(line)?.rank === rank)
}

/** A short sentence behind an item that has no heading of its own: （六）能够独立承担责任。 */
function isLastItem(previous: Line, { text }: Line, { rank }: Heading): boolean {
  return text.endsWith('。') && readMarker(previous.text)?.rank === rank && readLead(previous) === undefined
}

/** A sentence heads a paragraph or a list further in; above the next item of its own list it is an item. */
function sentenceHeadingAbove(next: Line, line: Line): Heading | undefined {
  const heading = readSentenceHeading(line)
  const rank = readMarker(next.text)?.rank ?? Number.POSITIVE_INFINITY
  return heading && heading.rank < rank ? heading : undefined
}

function finishAll(
  drafts: Draft[],
  prefix: string,
  level: number,
  path: Path,
  trace?: SectionTrace,
): Section[] {
  return drafts.map((draft, i) => finish(draft, `${prefix}${i + 1}`, level, [...path, i], trace))
}

function finish(
  { heading, line, role, lines, drafts }: Draft,
  id: string,
  level: number,
  path: Path,
  trace?: SectionTrace,
): Section {
  if (line) trace?.at(spanOf(line), [...path, 'title'], 'letter')
  const leads = readLeads(lines)
  return {
    id,
    level,
    ...(heading?.marker !== undefined && { marker: heading.marker }),
    ...(heading && { title: heading.title }),
    ...(role && { role }),
    paragraphs: lines.map((line, i) => {
      trace?.at(spanOf(line), [...path, 'paragraphs', i], 'letter')
      return finishParagraph(line, `${id}/${i + 1}`, leads[i])
    }),
    sections: finishAll(drafts, `${id}.`, level + 1, [...path, 'sections'], trace),
  }
}

function finishParagraph(line: Line, id: string, lead: string | undefined): Paragraph {
  const kind = kindOf(line.text, readMarker(line.text)?.marker ?? '', lead)
  return { id, text: line.printed, ...(lead !== undefined && { lead }), ...(kind && { kind }) }
}

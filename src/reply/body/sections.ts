import { indexOfLeadIn } from '../letter/lead-in.js'
import type { Line } from '../lines/line.js'
import type { Section, SectionRole } from '../reply.js'
import { type Heading, readHeading, readLead } from './headings.js'
import { isClosing, roleOfTitle } from './roles.js'

/** A section before its place in the reply, and so its id, is known. */
interface Draft {
  heading?: Heading
  role?: SectionRole | undefined
  lines: Line[]
  drafts: Draft[]
}

/**
 * The body as a tree. What stands before the first heading is the opening; in a letter without headings it ends
 * with the lead-in, and the rest answers. The last paragraphs, if they take leave, are the closing.
 */
export function readSections(body: Line[], replyId: string): Section[] {
  const end = startOfClosing(body)
  const answer: Draft = { lines: [], drafts: [] }
  const open = [answer]
  for (let i = 0; i < end; i++) {
    const heading = headingAt(body, i, end)
    if (heading) openSection(open, heading)
    else open.at(-1)?.lines.push(body[i]!)
  }
  const opening =
    answer.drafts.length > 0 ? answer.lines : answer.lines.slice(0, Math.max(indexOfLeadIn(body), 0) + 1)
  const drafts: Draft[] = [
    { role: 'opening', lines: opening, drafts: [] },
    { role: 'answer', lines: answer.lines.slice(opening.length), drafts: [] },
    ...answer.drafts,
    { role: 'closing', lines: body.slice(end), drafts: [] },
  ]
  return finishAll(
    drafts.filter(({ heading, lines }) => heading || lines.length > 0),
    replyId,
    1,
  )
}

function startOfClosing(body: Line[]): number {
  let start = body.length
  while (start > 1 && isClosing(body[start - 1]!.text)) start--
  return start
}

/** Closes the sections that `heading` does not belong in and opens its own. */
function openSection(open: Draft[], heading: Heading): void {
  while ((open.at(-1)?.heading?.rank ?? -1) >= heading.rank) open.pop()
  const outer = open.at(-1)
  const draft: Draft = { heading, role: roleOfTitle(heading.title) ?? outer?.role, lines: [], drafts: [] }
  outer?.drafts.push(draft)
  open.push(draft)
}

/** A heading has something to head: a paragraph or a heading further in. Bare items of a list have not. */
function headingAt(body: Line[], i: number, end: number): Heading | undefined {
  const [previous, line, next] = [body[i - 1], body[i], body[i + 1]]
  if (i === 0 || i + 1 >= end || !previous || !line || !next) return undefined
  const heading = readHeading(line)
  if (!heading) return undefined
  const before = readHeading(previous)
  const after = readHeading(next)
  const isItem = before?.rank === heading.rank || (after !== undefined && after.rank <= heading.rank)
  return isItem ? undefined : heading
}

function finishAll(drafts: Draft[], parentId: string, level: number): Section[] {
  const separator = level === 1 ? '/' : '.'
  return drafts.map((draft, i) => finish(draft, `${parentId}${separator}${i + 1}`, level))
}

function finish({ heading, role, lines, drafts }: Draft, id: string, level: number): Section {
  return {
    id,
    level,
    ...(heading?.marker !== undefined && { marker: heading.marker }),
    ...(heading && { title: heading.title }),
    ...(role && { role }),
    paragraphs: lines.map((line, i) => {
      const lead = readLead(line)
      return { id: `${id}/${i + 1}`, text: line.text, ...(lead !== undefined && { lead }) }
    }),
    sections: finishAll(drafts, id, level + 1),
  }
}

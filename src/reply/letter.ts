import { InvalidReplyError } from '../errors.js'
import { isLeadIn } from './lead-in.js'
import { compact, type Line, type Lines } from './line.js'
import { readNamesInSentence, readSalutation, type Salutation } from './salutation.js'
import { isDateLine, isSignatureLine } from './signature.js'
import { findTitle } from './title.js'
import { isPageFooter, isPageMetadata } from './web-page.js'

/** A letter taken apart into what stands above the salutation, between it and the sign-off, and below. */
export interface Letter {
  type: 'letter'
  header: Line[]
  title?: string
  salutation?: Salutation
  /** The lead-in first. */
  body: Line[]
  signature: Line[]
}

/** How many lines may stand between salutation and lead-in: a greeting, a thanks. */
const LEAD_IN_WITHIN = 3

/** unified plugin: finds the letter in the lines of a document, from the salutation outwards. */
export function findLetter(): (lines: Lines) => Letter {
  return ({ children: lines }) => {
    const { salutation, start, body } = findAnchor(lines)
    const header = lines.slice(0, start).filter(({ text }) => !isPageMetadata(compact(text.slice(0, 40))))
    const title = findTitle(header)
    const leadIn = lines.slice(body, body + LEAD_IN_WITHIN).some(({ text }) => isLeadIn(text))
    refuseUnlessReply({ title, salutation, leadIn })
    const rest = withoutFooter(lines.slice(body))
    const signature = findSignature(rest)
    return {
      type: 'letter',
      header,
      ...(title !== undefined && { title }),
      ...(salutation && { salutation }),
      body: rest.slice(0, signature.start),
      signature: rest.slice(signature.start, signature.end),
    }
  }
}

/** The salutation with a lead-in below it; else a salutation alone; else a lead-in that begins with names. */
function findAnchor(lines: Line[]): { salutation?: Salutation | undefined; start: number; body: number } {
  let alone: { salutation: Salutation; start: number; body: number } | undefined
  for (const [start, { text }] of lines.entries()) {
    const salutation = readSalutation(text)
    if (!salutation) continue
    const anchor = { salutation, start, body: start + 1 }
    if (lines.slice(start + 1, start + 1 + LEAD_IN_WITHIN).some((line) => isLeadIn(line.text))) return anchor
    if (salutation.closed && salutation.title) alone ??= anchor
  }
  if (alone) return alone
  const start = lines.findIndex(({ text }) => isLeadIn(text))
  if (start === -1) return { start: lines.length, body: lines.length }
  return {
    salutation: readNamesInSentence(compact(lines[start]?.text.slice(0, 400) ?? '')),
    start,
    body: start,
  }
}

function refuseUnlessReply(found: { title: unknown; salutation: unknown; leadIn: boolean }): void {
  const missing = [
    !found.title && 'a title (关于…第…号提案的答复)',
    !found.salutation && 'a salutation (沈一禾委员：)',
    !found.leadIn && 'a lead-in (您提出的《…》收悉，现答复如下：)',
  ].filter((part) => part !== false)
  if (missing.length < 2) return
  throw new InvalidReplyError(
    `The document is no reply letter: looked for and did not find ${missing.join(', ')}.`,
    missing.map((part) => ({ path: [], message: `not found: ${part}` })),
  )
}

function withoutFooter(lines: Line[]): Line[] {
  const footer = lines.findIndex(({ text }) => isPageFooter(compact(text.slice(0, 40))))
  return footer === -1 ? lines : lines.slice(0, footer)
}

/** The sign-off: the lines around the first date that stands alone, else the last lines of the letter. */
function findSignature(lines: Line[]): { start: number; end: number } {
  const date = lines.findIndex(({ text }) => isDateLine(text))
  let end = date === -1 ? lines.length : date + 1
  while (date !== -1 && isSignatureLine(lines[end]?.text ?? '…')) end++
  let start = end
  while (start > 0 && isSignatureLine(lines[start - 1]?.text ?? '')) start--
  return { start, end }
}

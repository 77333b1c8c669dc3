import { InvalidReplyError } from '../../errors.js'
import { compact, type Line, type Lines } from '../lines/line.js'
import { indexOfLeadIn, isLeadIn } from './lead-in.js'
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

/** unified plugin: finds the letter in the lines of a document, from the salutation outwards. */
export function findLetter(): (lines: Lines) => Letter {
  return ({ children: lines }) => {
    const { salutation, start, body } = findAnchor(lines)
    const header = lines.slice(0, start).filter(({ text }) => !isPageMetadata(compact(text.slice(0, 40))))
    const title = findTitle(header)
    refuseUnlessReply({ title, salutation, leadIn: indexOfLeadIn(lines, body) !== -1 })
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

interface Anchor {
  salutation?: Salutation | undefined
  /** The first line that is no header. */
  start: number
  /** The first line of the body. */
  body: number
}

/** The salutation next above a lead-in; else one that stands alone; else names that begin a lead-in. */
function findAnchor(lines: Line[]): Anchor {
  const found = lines.flatMap(({ text }, start) => {
    const salutation = readSalutation(text)
    return salutation ? [{ salutation, start, body: start + 1 }] : []
  })
  const anchor =
    found.find(({ body }, i) => {
      const leadIn = indexOfLeadIn(lines, body)
      return leadIn !== -1 && (found[i + 1]?.start ?? lines.length) >= body + leadIn
    }) ?? found.find(({ salutation }) => salutation.closed && salutation.title)
  if (anchor) return withNamesAbove(lines, anchor)
  const start = lines.findIndex(({ text }) => isLeadIn(text))
  if (start === -1) return { start: lines.length, body: lines.length }
  return { salutation: readNamesInSentence(compact(lines[start]!.text.slice(0, 400))), start, body: start }
}

/** Names may have lines of their own (沈一禾代表 / 鲁木槿代表：), and a long list may be broken after a 、. */
function withNamesAbove(
  lines: Line[],
  { salutation, start, body }: Anchor & { salutation: Salutation },
): Anchor {
  const recipients: string[][] = [salutation.recipients]
  let first = start
  for (; first > 0; first--) {
    const { text } = lines[first - 1]!
    const above = readSalutation(text.endsWith('、') ? `${text}委员` : text)
    if (!above?.title) break
    recipients.unshift(above.recipients)
  }
  return { salutation: { ...salutation, recipients: recipients.flat() }, start: first, body }
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

/** The sign-off: the lines around the first date that stands alone, else the last lines that can be one. */
function findSignature(lines: Line[]): { start: number; end: number } {
  const isSignature = lines.map(({ text }) => isSignatureLine(text))
  const date = lines.findIndex(({ text }) => isDateLine(text))
  let end = (date === -1 ? lastLabelled(lines, isSignature) : date) + 1
  while (isSignature[end]) end++
  let start = end
  while (isSignature[start - 1]) start--
  return { start, end }
}

/** What follows a labelled line is noise of the page unless it reads like prose. */
function lastLabelled(lines: Line[], isSignature: boolean[]): number {
  const last = isSignature.lastIndexOf(true)
  const prose = lines.slice(last + 1).some(({ text }) => text.length >= 30 && /[。！]$/.test(text))
  return last === -1 || prose ? lines.length - 1 : last
}

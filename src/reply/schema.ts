import * as z from 'zod/mini'
import { InvalidReplyError, type Issue } from '../errors.js'
import { oneOf, wholeNumber } from './checks.js'
import { summaryOf, toIssues } from './issues.js'
import type {
  Contact,
  Leader,
  Note,
  PageMetadata,
  Paragraph,
  Proposal,
  Provenance,
  Reply,
  Section,
} from './reply.js'
import { isStackOverflow } from './stack-overflow.js'

const text = z.string().check(z.minLength(1, 'a string that is not empty'))
const texts = z.array(text)
const date = z.iso.date('a date such as 2025-07-03')

const proposal: z.ZodMiniType<Proposal> = z.strictObject({
  number: z.exactOptional(text),
  title: z.exactOptional(text),
  kind: oneOf(['提案', '建议', '议案']),
  session: z.exactOptional(text),
})
const leader: z.ZodMiniType<Leader> = z.strictObject({ role: text, name: text })
const contact: z.ZodMiniType<Contact> = z.strictObject({
  role: z.exactOptional(text),
  name: z.exactOptional(text),
  phone: z.exactOptional(text),
})
const paragraph: z.ZodMiniType<Paragraph> = z.strictObject({
  id: text,
  text,
  lead: z.exactOptional(text),
  kind: z.exactOptional(oneOf(['run-in', 'numbered', 'series'])),
})
const section: z.ZodMiniType<Section> = z.strictObject({
  id: text,
  level: wholeNumber(1),
  marker: z.exactOptional(text),
  title: z.exactOptional(text),
  role: z.exactOptional(oneOf(['opening', 'progress', 'answer', 'plan', 'closing'])),
  paragraphs: z.array(paragraph),
  sections: z.array(z.lazy(() => section)),
})
const pageMetadata: z.ZodMiniType<PageMetadata> = z.strictObject({
  title: z.exactOptional(text),
  publicationDate: z.exactOptional(date),
  entries: z.array(z.strictObject({ label: text, value: text })),
})
const position = wholeNumber(0)
const provenance: z.ZodMiniType<Provenance> = z.strictObject({
  path: z.array(z.union([z.string(), position])),
  origin: oneOf(['letter', 'title', 'page']),
  start: position,
  end: position,
})
const note: z.ZodMiniType<Note> = z.strictObject({
  kind: oneOf([
    'joined lines',
    'lost line breaks',
    'page number',
    'page chrome',
    'repeated title',
    'repeated letter',
    'another letter',
    'traditional characters',
    'mojibake',
    'lost characters',
    'ambiguous date',
    'conflicting numbers',
    'missing salutation',
    'unread pages',
    'unread sign-off',
  ]),
  message: text,
  start: position,
  end: position,
})
const reply: z.ZodMiniType<Reply> = z.strictObject({
  id: text,
  proposals: z.array(proposal),
  documentNumber: z.exactOptional(text),
  documentNumberPrinted: z.exactOptional(text),
  issuer: z.exactOptional(text),
  recipients: texts,
  category: z.exactOptional(oneOf(['A', 'B', 'C', 'D'])),
  disclosure: z.exactOptional(text),
  date: z.exactOptional(date),
  datePrinted: z.exactOptional(text),
  signatory: z.exactOptional(text),
  leaders: z.array(leader),
  contacts: z.array(contact),
  copies: texts,
  coHandlers: z.exactOptional(texts),
  pageMetadata: z.exactOptional(pageMetadata),
  source: z.exactOptional(text),
  sections: z.array(section),
  provenance: z.exactOptional(z.array(provenance)),
  notes: z.exactOptional(z.array(note)),
})

/**
 * Checks a reply that was made by hand or read from JSON: its shape, that ids follow the rule of `Section.id`
 * and `Paragraph.id` (and so are unique), that levels count the steps inwards, and that a lead begins its
 * paragraph.
 *
 * @throws {InvalidReplyError} with one issue for each value that fails.
 */
export function assertReply(value: unknown): asserts value is Reply {
  const issues = replyIssues(value)
  if (issues.length > 0) throw new InvalidReplyError(`The value is no Reply: ${summaryOf(issues)}.`, issues)
}

/** @throws {InvalidReplyError} for what cannot be gone through, such as undefined. */
export function assertIterable(replies: unknown): void {
  const given = replies as Partial<Iterable<unknown> & AsyncIterable<unknown>> | null | undefined
  // A text, most often a path, is an iterable of characters.
  if (typeof given !== 'string' && (given?.[Symbol.iterator] ?? given?.[Symbol.asyncIterator])) return
  throw new InvalidReplyError(
    `Invalid replies: expected an iterable of them, got ${String(replies)}. Pass a list of replies, or what readReplies gives.`,
  )
}

function replyIssues(value: unknown): Issue[] {
  try {
    // With options zod makes an object that V8 keeps a hidden class for until its next full collection: too dear for each
    // reply of a large index.
    const result = z.safeParse(reply, value)
    if (!result.success) return toIssues(z.safeParse(reply, value, { reportInput: true }).error!)
    return placeIssues(result.data.sections, `${result.data.id}/`, 1, ['sections'])
  } catch (error) {
    if (!isStackOverflow(error)) throw error
    return [{ path: ['sections'], message: 'expected a tree, got sections that never end' }]
  }
}

/** What no schema sees: whether ids, levels and leads fit the place where they stand. */
function placeIssues(sections: Section[], prefix: string, level: number, at: Issue['path']): Issue[] {
  return sections.flatMap((section, i) => {
    const issues: Issue[] = []
    const id = `${prefix}${i + 1}`
    const add = (place: Issue['path'], expected: unknown, got: unknown): void => {
      issues.push({ path: [...at, i, ...place], message: `expected ${expected}, got ${got}` })
    }
    if (section.id !== id) add(['id'], id, section.id)
    if (section.level !== level) add(['level'], level, section.level)
    section.paragraphs.forEach(({ id: paragraphId, text, lead }, n) => {
      const expected = `${id}/${n + 1}`
      if (paragraphId !== expected) add(['paragraphs', n, 'id'], expected, paragraphId)
      if (lead !== undefined && !text.startsWith(lead)) {
        add(['paragraphs', n, 'lead'], 'the start of the text', lead)
      }
    })
    return [...issues, ...placeIssues(section.sections, `${id}.`, level + 1, [...at, i, 'sections'])]
  })
}

import * as z from 'zod/mini'
import { InvalidReplyError, type Issue } from '../errors.js'
import { toIssues } from './issues.js'
import type { Contact, Leader, Paragraph, Proposal, Reply, Section } from './reply.js'

const text = z.string().check(z.minLength(1))
const texts = z.array(text)

const proposal: z.ZodMiniType<Proposal> = z.strictObject({
  number: z.exactOptional(text),
  title: z.exactOptional(text),
  kind: z.enum(['提案', '建议', '议案']),
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
})
const section: z.ZodMiniType<Section> = z.strictObject({
  id: text,
  level: z.int().check(z.positive()),
  marker: z.exactOptional(text),
  title: z.exactOptional(text),
  role: z.exactOptional(z.enum(['opening', 'progress', 'answer', 'plan', 'closing'])),
  paragraphs: z.array(paragraph),
  sections: z.array(z.lazy(() => section)),
})
const reply: z.ZodMiniType<Reply> = z.strictObject({
  id: text,
  proposals: z.array(proposal),
  documentNumber: z.exactOptional(text),
  issuer: z.exactOptional(text),
  recipients: texts,
  category: z.exactOptional(z.enum(['A', 'B', 'C', 'D'])),
  disclosure: z.exactOptional(text),
  date: z.exactOptional(z.iso.date()),
  signatory: z.exactOptional(text),
  leaders: z.array(leader),
  contacts: z.array(contact),
  copies: texts,
  source: z.exactOptional(text),
  sections: z.array(section),
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
  const [first] = issues
  if (!first) return
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  throw new InvalidReplyError(
    `The value is no Reply: ${first.path.join('.') || 'reply'}: ${first.message}${more}.`,
    issues,
  )
}

function replyIssues(value: unknown): Issue[] {
  try {
    const result = z.safeParse(reply, value, { reportInput: true })
    if (!result.success) return toIssues(result.error)
    return [...placeIssues(result.data.sections, `${result.data.id}/`, 1, ['sections'])]
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ path: ['sections'], message: 'expected a tree, got sections that never end' }]
  }
}

/** What no schema sees: whether ids, levels and leads fit the place where they stand. */
function* placeIssues(
  sections: Section[],
  prefix: string,
  level: number,
  at: Issue['path'],
): Generator<Issue> {
  for (const [i, section] of sections.entries()) {
    const path = [...at, i]
    const id = `${prefix}${i + 1}`
    if (section.id !== id) yield { path: [...path, 'id'], message: `expected ${id}, got ${section.id}` }
    if (section.level !== level)
      yield { path: [...path, 'level'], message: `expected ${level}, got ${section.level}` }
    for (const [n, paragraph] of section.paragraphs.entries()) {
      const place = [...path, 'paragraphs', n]
      const expected = `${id}/${n + 1}`
      if (paragraph.id !== expected) {
        yield { path: [...place, 'id'], message: `expected ${expected}, got ${paragraph.id}` }
      }
      if (paragraph.lead !== undefined && !paragraph.text.startsWith(paragraph.lead)) {
        yield { path: [...place, 'lead'], message: 'expected the start of the text' }
      }
    }
    yield* placeIssues(section.sections, `${id}.`, level + 1, [...path, 'sections'])
  }
}

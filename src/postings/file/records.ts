import type {
  PageMetadata,
  Paragraph,
  ParagraphKind,
  Proposal,
  Reply,
  Section,
  SectionRole,
} from '../../reply/reply.js'
import { BitsError } from './codec/bits.js'

// A reply is one line of JSON, without what can be derived from the rest, and then the text of each paragraph.

/** The optional strings of a reply in the order in which they stand behind its first lists. */
export const STRINGS = [
  'documentNumber',
  'issuer',
  'category',
  'disclosure',
  'date',
  'signatory',
  'source',
  'documentNumberPrinted',
  'datePrinted',
] as const

export const PROPOSAL = ['kind', 'number', 'title', 'session'] as const
export const LEADER = ['role', 'name'] as const
export const CONTACT = ['role', 'name', 'phone'] as const
export const PAGE_METADATA = ['title', 'publicationDate'] as const
export const KINDS: readonly ParagraphKind[] = ['run-in', 'numbered', 'series']
export const ROLES: readonly SectionRole[] = ['opening', 'progress', 'answer', 'plan', 'closing']

type Json = string | number | readonly Json[]

/**
 * @param count Of the reply's paragraphs.
 * @param textOf The text of the reply's nth paragraph, from 0; undefined for those that are not asked for: these are
 *   left empty and without their lead.
 */
export function readReply(record: string, count: number, textOf: (n: number) => string | undefined): Reply {
  let json: Json
  try {
    json = JSON.parse(record)
  } catch (cause) {
    throw new BitsError('a reply is not written as it should be', { cause })
  }
  const [id, sections, proposals, recipients, leaders, contacts, copies, ...rest] = list(json)
  const [coHandlers, pageMetadata] = rest.slice(STRINGS.length)
  const reply: Reply = {
    id: text(id),
    proposals: list(proposals).map((parts) => named(PROPOSAL, list(parts)) as unknown as Proposal),
    ...(named(STRINGS, rest) as Pick<Reply, (typeof STRINGS)[number]>),
    recipients: list(recipients).map(text),
    leaders: list(leaders).map((parts) => named(LEADER, list(parts)) as unknown as Reply['leaders'][number]),
    contacts: list(contacts).map((parts) => named(CONTACT, list(parts))),
    copies: list(copies).map(text),
    ...(isGiven(coHandlers) && { coHandlers: list(coHandlers).map(text) }),
    ...(isGiven(pageMetadata) && { pageMetadata: readPageMetadata(list(pageMetadata)) }),
    sections: [],
  }
  let n = 0
  reply.sections = readSections(list(sections), `${reply.id}/`, 1)
  if (n !== count) throw broken()
  return reply

  function readSections(parts: readonly Json[], idStart: string, level: number): Section[] {
    return parts.map((part, index): Section => {
      const [paragraphs, inner, title, marker, role] = list(part)
      const id = `${idStart}${index + 1}`
      const section: Section = {
        id,
        level,
        ...(isGiven(marker) && { marker: text(marker) }),
        ...(isGiven(title) && { title: text(title) }),
        ...(isGiven(role) && { role: entryOf(ROLES, number(role)) }),
        paragraphs: readParagraphs(paragraphs, id),
        sections: [],
      }
      section.sections = readSections(list(inner), `${id}.`, level + 1)
      return section
    })
  }

  /** The number of paragraphs, or for each the length of its lead, or that and its kind. */
  function readParagraphs(parts: Json | undefined, sectionId: string): Paragraph[] {
    if (typeof parts === 'number' && !(parts <= count - n)) throw broken()
    const leads = typeof parts === 'number' ? new Array<Json>(parts).fill(0) : list(parts)
    return leads.map((part, index): Paragraph => {
      const [lead, kind] = typeof part === 'number' ? [part, 0] : list(part).map(number)
      if (lead === undefined || kind === undefined) throw broken()
      const body = textOf(n++) ?? ''
      return {
        id: `${sectionId}/${index + 1}`,
        text: body,
        ...(lead > 0 && body && { lead: body.slice(0, lead) }),
        ...(kind > 0 && { kind: entryOf(KINDS, kind) }),
      }
    })
  }
}

/** Strings by name; 0 and what is missing at the end stand for none. */
function named<Name extends string>(
  names: readonly Name[],
  values: readonly Json[],
): { [name in Name]?: string } {
  const found: { [name in Name]?: string } = {}
  names.forEach((name, i) => {
    if (isGiven(values[i])) found[name] = text(values[i])
  })
  return found
}

function isGiven(value: Json | undefined): value is Json {
  return value !== undefined && value !== 0
}

function readPageMetadata([strings, ...entries]: readonly Json[]): PageMetadata {
  return {
    ...named(PAGE_METADATA, list(strings)),
    entries: entries.map((entry) => {
      const [label, value] = list(entry)
      return { label: text(label), value: text(value) }
    }),
  }
}

/** The entry of a list that a number from 1 stands for. */
function entryOf<Entry>(entries: readonly Entry[], number: number): Entry {
  const entry = entries[number - 1]
  if (!entry) throw broken()
  return entry
}

/** 0 stands for an empty list. */
function list(value: Json | undefined): readonly Json[] {
  if (value === 0 || value === undefined) return []
  if (!Array.isArray(value)) throw broken()
  return value
}

function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw broken()
  return value
}

function number(value: Json): number {
  if (typeof value !== 'number') throw broken()
  return value
}

function broken(): BitsError {
  return new BitsError('a reply is not written as it should be')
}

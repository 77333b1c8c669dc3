import type {
  PageMetadata,
  Paragraph,
  ParagraphKind,
  Proposal,
  Reply,
  Section,
  SectionRole,
} from '../../reply/reply.js'
import type { ReplyHead, StoredParagraph } from '../posting-store.js'
import { toStored } from '../sections.js'
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
 * @param textOf The text of the reply's nth paragraph, from 0.
 */
export function readReply(record: string, count: number, textOf: (n: number) => string): Reply {
  const { head, sections } = readHead(record)
  let n = 0
  const reply = { ...head, sections: readSections(sections, `${head.id}/`, 1) }
  if (n !== count) throw broken()
  return reply

  function readSections(parts: readonly Json[], idStart: string, level: number): Section[] {
    return parts.map((part, index): Section => {
      const { section, paragraphs, inner } = readSection(part, `${idStart}${index + 1}`, level)
      if (countOf(paragraphs) > count - n) throw broken()
      for (let at = 0; at < countOf(paragraphs); at++) {
        section.paragraphs.push(readParagraph(paragraphs, at, section.id, textOf(n++)))
      }
      section.sections = readSections(inner, `${section.id}.`, level + 1)
      return section
    })
  }
}

/** What a hit is made of: the reply's nth paragraph, from 0, whose text is given; its others are not made out. */
export function readStored(record: string, ordinal: number, n: number, text: string): StoredParagraph {
  const { head, sections } = readHead(record)
  const path: Section[] = []
  let before = 0
  const paragraph = find(sections, `${head.id}/`)
  if (!paragraph) throw broken()
  return toStored(ordinal, paragraph, path, head)

  function find(parts: readonly Json[], idStart: string): Paragraph | undefined {
    for (let index = 0; index < parts.length; index++) {
      const { section, paragraphs, inner } = readSection(
        parts[index]!,
        `${idStart}${index + 1}`,
        path.length + 1,
      )
      path.push(section)
      const at = n - before
      if (at < countOf(paragraphs)) return readParagraph(paragraphs, at, section.id, text)
      before += countOf(paragraphs)
      const found = find(inner, `${section.id}.`)
      if (found) return found
      path.pop()
    }
    return undefined
  }
}

function readHead(record: string): { head: ReplyHead; sections: readonly Json[] } {
  let json: Json
  try {
    json = JSON.parse(record)
  } catch (cause) {
    throw new BitsError('a reply is not written as it should be', { cause })
  }
  const [id, sections, proposals, recipients, leaders, contacts, copies, ...rest] = list(json)
  const [coHandlers, pageMetadata] = rest.slice(STRINGS.length)
  const head: ReplyHead = {
    id: text(id),
    proposals: list(proposals).map((parts) => named(PROPOSAL, list(parts)) as unknown as Proposal),
    ...(named(STRINGS, rest) as Pick<Reply, (typeof STRINGS)[number]>),
    recipients: list(recipients).map(text),
    leaders: list(leaders).map((parts) => named(LEADER, list(parts)) as unknown as Reply['leaders'][number]),
    contacts: list(contacts).map((parts) => named(CONTACT, list(parts))),
    copies: list(copies).map(text),
    ...(isGiven(coHandlers) && { coHandlers: list(coHandlers).map(text) }),
    ...(isGiven(pageMetadata) && { pageMetadata: readPageMetadata(list(pageMetadata)) }),
  }
  return { head, sections: list(sections) }
}

/** A section that is still empty, and what of it is not read yet. */
function readSection(
  part: Json,
  id: string,
  level: number,
): { section: Section; paragraphs: Paragraphs; inner: readonly Json[] } {
  const [paragraphs, inner, title, marker, role] = list(part)
  const section: Section = {
    id,
    level,
    ...(isGiven(marker) && { marker: text(marker) }),
    ...(isGiven(title) && { title: text(title) }),
    ...(isGiven(role) && { role: entryOf(ROLES, number(role)) }),
    paragraphs: [],
    sections: [],
  }
  return {
    section,
    paragraphs: typeof paragraphs === 'number' ? paragraphs : list(paragraphs),
    inner: list(inner),
  }
}

/** How many there are, or for each the length of its lead, or that and its kind. */
type Paragraphs = number | readonly Json[]

function countOf(paragraphs: Paragraphs): number {
  return typeof paragraphs === 'number' ? paragraphs : paragraphs.length
}

function readParagraph(paragraphs: Paragraphs, at: number, sectionId: string, body: string): Paragraph {
  const part = typeof paragraphs === 'number' ? 0 : paragraphs[at]!
  const [lead, kind] = typeof part === 'number' ? [part, 0] : list(part).map(number)
  if (lead === undefined || kind === undefined) throw broken()
  return {
    id: `${sectionId}/${at + 1}`,
    text: body,
    ...(lead > 0 && { lead: body.slice(0, lead) }),
    ...(kind > 0 && { kind: entryOf(KINDS, kind) }),
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

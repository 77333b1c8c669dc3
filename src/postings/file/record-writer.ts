import { DafuError } from '../../errors.js'
import type { PageMetadata, Reply, Section } from '../../reply/reply.js'
import { CONTACT, KINDS, LEADER, PAGE_METADATA, PROPOSAL, ROLES, STRINGS } from './records.js'

type Json = string | number | Json[]

/** The counterpart of `readReply`; the texts of the paragraphs are written apart. */
export function writeReply(reply: Reply): string {
  return JSON.stringify(
    trimmed([
      reply.id,
      listed(writeSections(reply.sections, `${reply.id}/`, 1)),
      listed(reply.proposals.map((proposal) => values(PROPOSAL, proposal))),
      listed(reply.recipients),
      listed(reply.leaders.map((leader) => values(LEADER, leader))),
      listed(reply.contacts.map((contact) => values(CONTACT, contact))),
      listed(reply.copies),
      ...STRINGS.map((name) => reply[name] ?? 0),
      listed(reply.coHandlers ?? []),
      reply.pageMetadata ? writePageMetadata(reply.pageMetadata) : 0,
    ]),
  )
}

function writeSections(sections: readonly Section[], idStart: string, level: number): Json[] {
  return sections.map((section, index) => {
    const { id, title = 0, marker = 0, role } = section
    if (id !== `${idStart}${index + 1}` || section.level !== level) throw misplaced('section', id)
    return trimmed([
      writeParagraphs(section),
      listed(writeSections(section.sections, `${id}.`, level + 1)),
      title,
      marker,
      role ? ROLES.indexOf(role) + 1 : 0,
    ])
  })
}

function writePageMetadata(page: PageMetadata): Json {
  return [values(PAGE_METADATA, page), ...page.entries.map(({ label, value }) => [label, value])]
}

/** The number of paragraphs if all are plain; else for each the length of its lead, or that and its kind. */
function writeParagraphs({ id: sectionId, paragraphs }: Section): Json {
  const leads = paragraphs.map(({ id, text, lead = '', kind }, index): Json => {
    if (id !== `${sectionId}/${index + 1}` || !text.startsWith(lead)) throw misplaced('paragraph', id)
    return kind ? [lead.length, KINDS.indexOf(kind) + 1] : lead.length
  })
  return leads.every((lead) => lead === 0) ? leads.length : leads
}

function misplaced(what: string, id: string): DafuError {
  return new DafuError(
    `The ${what} “${id}” has an id, level or lead that is not as its place demands. Check the reply with assertReply.`,
  )
}

function values<Name extends string>(names: readonly Name[], from: { [name in Name]?: string }): Json {
  return trimmed(names.map((name) => from[name] ?? 0))
}

/** 0 for an empty list. */
function listed(parts: Json[]): Json {
  return parts.length ? parts : 0
}

/** Without the zeros at its end; 0 if nothing is left. */
function trimmed(parts: readonly Json[]): Json {
  let length = parts.length
  while (length > 0 && parts[length - 1] === 0) length--
  return length ? parts.slice(0, length) : 0
}

import { namesOf, proposalTitles } from '../../postings/documents.js'
import type { Part } from '../../query/parts/parts.js'
import type { Folding } from '../../text/normalize.js'
import type { Reading } from '../find/reading.js'
import type { Weighed } from './looked-for.js'

/** What a paragraph has of a query, with the titles it stands under and the office that wrote it. */
export interface Held {
  readonly id: string
  /** The same for all paragraphs of a reply. */
  readonly reply: number | string
  readonly isCourtesy: boolean
  readonly terms: ReadonlySet<Weighed>
  /** Of the terms, together. */
  readonly idf: number
  /** Whether it answers what is asked of a name: of its office, which some of the terms are alone, or of its contact. */
  readonly isByName: boolean
}

/** What is asked of a contact, which stands beside no name: 何涌的电话是多少. */
const ASKED_OF_CONTACT = /电话|手机|联系/

/** @param ordinal Of a paragraph whose text was fetched. @param terms Bigrams of the query. */
export function heldBy(
  ordinal: number,
  terms: readonly Weighed[],
  parts: readonly Part[],
  reading: Reading,
  folding: Folding,
): Held {
  const { paragraph, section, reply } = reading.paragraphOf(ordinal)
  const { path, role } = section
  const isOpening = role === 'opening'
  // A letter's names lead to its opening.
  const titles = [path, proposalTitles(reply), isOpening ? namesOf(reply) : []]
  const text = reading.foldedOf(ordinal).text + folding.fold(` ${titles}`)
  const office = asAsked(folding.fold(`${[reply.issuer, reply.signatory]}`), parts)
  const asked = Array.from(parts, (part) => part.text).join(' ')
  const isContact =
    isOpening &&
    ASKED_OF_CONTACT.test(asked) &&
    reply.contacts.some(({ name }) => name && asked.includes(folding.fold(name)))
  const held = new Set<Weighed>()
  let idf = 0
  let isByOffice = false
  for (const weighed of terms) {
    const isInText = isContact || text.includes(weighed.term)
    if (!isInText && !office.includes(weighed.term)) continue
    held.add(weighed)
    idf += weighed.idf
    isByOffice ||= !isInText
  }
  const isCourtesy = isOpening || role === 'closing'
  return {
    id: paragraph.id,
    reply: reading.replyOf(ordinal),
    isCourtesy,
    terms: held,
    idf,
    isByName: isContact || (isByOffice && !isCourtesy),
  }
}

/** With the parts that it has in other words: 人社局 of 人力资源和社会保障局. */
function asAsked(office: string, parts: readonly Part[]): string {
  let all = office
  for (const { text, alternatives } of parts) {
    if (alternatives.some((other) => office.includes(other.text))) all += ` ${text}`
  }
  return all
}

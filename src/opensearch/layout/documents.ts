import { valuesOf } from '../../postings/columns.js'
import { type ParagraphTerms, paragraphTerms } from '../../postings/documents.js'
import {
  FACETS,
  type FacetName,
  FIELDS,
  type Field,
  type ReplyHead,
  type SectionHead,
} from '../../postings/posting-store.js'
import { sectionHead } from '../../postings/sections.js'
import { type Paragraph, paragraphsOf, type Reply, type Section, withoutReading } from '../../reply/reply.js'
import { isBody } from '../../search/find/bm25.js'
import type { Analyzer } from '../../text/analyzer.js'
import type { Folding } from '../../text/normalize.js'
import { comparedBy } from './facet-values.js'
import { hashOf } from './hash.js'
import { type DocumentKind, documentId, orderKey } from './ids.js'
import { characterTokens, FILLER, tokensOf } from './tokens.js'

/** Whose terms stand in one field, `body`. */
const BODY: readonly Field[] = FIELDS.filter(isBody)
const OTHERS: readonly Field[] = FIELDS.filter((field) => !isBody(field))

/** Something to send. */
export interface OutgoingDocument {
  id: string
  /** What a caller knows it by. */
  name: string
  source: Record<string, unknown> & { kind: DocumentKind }
}

/** What is kept of a paragraph: all that a hit, and its score, are made of. */
export interface StoredDocument {
  paragraph: Paragraph
  section: SectionHead
  reply: ReplyHead
  /** From 0, within the reply. */
  place: number
  /** As the segmenter cut the text, joined by spaces. */
  words: string
}

/** A reply without the texts of its paragraphs, which are documents of their own. */
export interface StoredReply {
  reply: Reply
}

/** A reply on its way into the index. */
export interface AnalyzedReply {
  reply: Reply
  version: string
  paragraphs: readonly ParagraphTerms[]
}

/** @throws SegmenterError */
export function analyze(given: Reply, analyzer: Analyzer): AnalyzedReply {
  const reply = withoutReading(given)
  return { reply, version: hashOf(JSON.stringify(reply)), paragraphs: [...paragraphTerms(reply, analyzer)] }
}

/** The documents of a reply's paragraphs. */
export function paragraphDocuments(analyzed: AnalyzedReply, folding: Folding): OutgoingDocument[] {
  const { reply, version, paragraphs } = analyzed
  const { sections: _, ...head } = reply
  const order = orderKey(reply.id)
  return paragraphsOf(reply).map(({ paragraph, path }, place) => {
    const { terms, places, length } = paragraphs[place]!
    const stored: StoredDocument = {
      paragraph,
      section: sectionHead(path),
      reply: head,
      place,
      words: terms.words.join(' '),
    }
    const values = FACETS.map((name): [FacetName, string[]] => [
      name,
      name === 'place' ? [...new Set(places)] : valuesOf(reply, { paragraph, path }, name),
    ])
    const folded = values.map(([name, own]) => [
      name,
      own.flatMap((value) => comparedBy(folding.fold(value))),
    ])
    return {
      id: documentId('paragraph', paragraph.id),
      name: paragraph.id,
      source: {
        kind: 'paragraph',
        stored: JSON.stringify(stored),
        version,
        body: bodyOf(terms, length),
        ...Object.fromEntries(OTHERS.map((field) => [field, tokensOf(field, terms[field])])),
        characters: characterTokens(folding.fold(paragraph.text)),
        facets: Object.fromEntries(values),
        folded: Object.fromEntries(folded),
        date: valuesOf(reply, { paragraph, path }, 'date'),
        order,
        place,
      },
    }
  })
}

/** A cluster takes the number of tokens for the length: what a paragraph is taken to be longer by is filled up. */
function bodyOf(terms: ParagraphTerms['terms'], length: number): string {
  const own = BODY.reduce((sum, field) => sum + terms[field].length, 0)
  return [...BODY.map((field) => tokensOf(field, terms[field])), ...Array(length - own).fill(FILLER)].join(
    ' ',
  )
}

/** Says that all paragraphs of a reply are there: it is sent when they are. */
export function replyDocument({ reply, version }: AnalyzedReply): OutgoingDocument {
  const stored: StoredReply = { reply: { ...reply, sections: reply.sections.map(withoutTexts) } }
  return {
    id: documentId('reply', reply.id),
    name: reply.id,
    source: { kind: 'reply', stored: JSON.stringify(stored), version },
  }
}

function withoutTexts(section: Section): Section {
  const paragraphs = section.paragraphs.map((paragraph) => ({ ...paragraph, text: '' }))
  return { ...section, paragraphs, sections: section.sections.map(withoutTexts) }
}

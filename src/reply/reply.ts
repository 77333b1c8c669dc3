/** What was proposed: 提案 (CPPCC proposal), 建议 (NPC suggestion) or 议案 (motion). */
export type ProposalKind = '提案' | '建议' | '议案'

/** What a reply answers. */
export interface Proposal {
  /** As printed between 第 and 号: `2104071`, `045`; 第十二号 is `12`. */
  number?: string
  /** Without its quotation marks. */
  title?: string
  kind: ProposalKind
  /** As printed, from the level of the place on: 市政协十届四次会议, with or without 株洲 before it. */
  session?: string
}

/** Someone who answers for the letter (签发人, 承办负责人): never a contact. */
export interface Leader {
  role: string
  name: string
}

/** Whom to ask (承办人, 联系人). */
export interface Contact {
  role?: string
  name?: string
  phone?: string
}

/** What a section does in its reply. */
export type SectionRole = 'opening' | 'progress' | 'answer' | 'plan' | 'closing'

/**
 * How a paragraph is numbered, if it is: `run-in` begins with a title of its own (its lead), `numbered` is a
 * sentence behind a marker, and `series` counts inside: `…：一是…；二是…。`
 */
export type ParagraphKind = 'run-in' | 'numbered' | 'series'

/** What is indexed, found and pointed to. */
export interface Paragraph {
  /** `${section id}/${n}`, n from 1. */
  id: string
  text: string
  /** The part of `text`, from its start, that is set as a heading: `一是优化布局。` */
  lead?: string
  kind?: ParagraphKind
}

/** A part of a reply, with its title, its paragraphs and the parts within it. */
export interface Section {
  /** `${reply id}/${section numbers joined by '.'}`, numbers from 1. */
  id: string
  /** 1 for a section of the reply itself, one more for each step inwards. */
  level: number
  /** As printed: `一、`, `（二）`, `1.` */
  marker?: string
  title?: string
  role?: SectionRole
  paragraphs: Paragraph[]
  sections: Section[]
}

/** What the site says of the letter, and not the letter itself. */
export interface PageMetadata {
  /** The title of the page, where it has one of its own. */
  title?: string
  /** When the site published the letter (发布日期, PubDate), ISO 8601. */
  publicationDate?: string
  /** The page's table, bar or `meta` elements, or the front matter of Markdown, with the site's own labels: `索引号`, `发布机构`, `PubDate`. */
  entries: { label: string; value: string }[]
}

/** A place in the document that was parsed, in UTF-16 code units, half-open. */
export interface Span {
  start: number
  end: number
}

/** Where the value of a field was read: its own letter, the title of letter or page, or the table of the page. */
export type FieldOrigin = 'letter' | 'title' | 'page'

/** Where one value of a reply stands in the document; the span holds all of it, white space and markup included. */
export interface Provenance extends Span {
  /** From the reply to the value: `['proposals', 0, 'number']`, `['sections', 1, 'paragraphs', 0]`. */
  path: (string | number)[]
  origin: FieldOrigin
}

/** What was repaired in a document, and what is in doubt. */
export type NoteKind =
  | 'joined lines'
  | 'lost line breaks'
  | 'page number'
  | 'page chrome'
  | 'repeated title'
  | 'repeated letter'
  | 'another letter'
  | 'traditional characters'
  | 'mojibake'
  | 'lost characters'
  | 'ambiguous date'
  | 'conflicting numbers'
  | 'missing salutation'
  | 'unread pages'
  | 'unread sign-off'

/** A repair or a doubt, in words and with its place. */
export interface Note extends Span {
  kind: NoteKind
  message: string
}

/** One office's answer to one or more proposals. */
export interface Reply {
  /** Unique in an index. */
  id: string
  proposals: Proposal[]
  /** 文号, without spaces and with its year in 〔〕: 株科办〔2025〕33号. */
  documentNumber?: string
  /** The same as it stands in the letter: 株科办[2025] 33 号. */
  documentNumberPrinted?: string
  /** The office of the letterhead, else of the sign-off, else the 发文机关 of the page or the 主办单位 of a form. */
  issuer?: string
  /** Without their titles: 黄立志. */
  recipients: string[]
  category?: 'A' | 'B' | 'C' | 'D'
  /** As printed: 同意对外公开. */
  disclosure?: string
  /** Of the letter, else the 成文日期 of its page, ISO 8601: `2025-07-03`. */
  date?: string
  /** The same as it stands in the letter: `二〇二五年七月三日`; also where it can be read in more than one way, or names a month alone. */
  datePrinted?: string
  /** The office that signs (落款). */
  signatory?: string
  leaders: Leader[]
  contacts: Contact[]
  /** 抄送. */
  copies: string[]
  /** Offices that were asked (经商财政局), as the lead-in names them, that write or sign with the issuer, or are labelled 会办单位; by the page only where the letter names none. */
  coHandlers?: string[]
  /** Absent where the document is nothing but the letter. */
  pageMetadata?: PageMetadata
  /** The path or URL it was read from. */
  source?: string
  sections: Section[]
  /** Where the values stand in the document; an index does not keep it. */
  provenance?: Provenance[]
  /** What was repaired and what is in doubt, in the order of the document; an index does not keep it. */
  notes?: Note[]
}

/** A reply without what only concerns the document that it was read from. */
export function withoutReading(reply: Reply): Reply {
  const { provenance: _, notes: __, ...kept } = reply
  return kept
}

/** Every paragraph of the reply in reading order, with the sections that hold it, outermost first. */
export function paragraphsOf(reply: Pick<Reply, 'sections'>): { paragraph: Paragraph; path: Section[] }[] {
  const paragraphs: { paragraph: Paragraph; path: Section[] }[] = []
  const walk = (sections: Section[], outer: Section[]): void => {
    for (const section of sections) {
      const path = [...outer, section]
      for (const paragraph of section.paragraphs) paragraphs.push({ paragraph, path })
      walk(section.sections, path)
    }
  }
  walk(reply.sections, [])
  return paragraphs
}

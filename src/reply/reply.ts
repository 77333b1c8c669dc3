/** What was proposed: 提案 (CPPCC proposal), 建议 (NPC suggestion) or 议案 (motion). */
export type ProposalKind = '提案' | '建议' | '议案'

export interface Proposal {
  /** As printed between 第 and 号: `2104071`, `045`. */
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

export type SectionRole = 'opening' | 'progress' | 'answer' | 'plan' | 'closing'

export interface Paragraph {
  /** `${section id}/${n}`, n from 1. */
  id: string
  text: string
  /** The part of `text`, from its start, that is set as a heading: `一是优化布局。` */
  lead?: string
}

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

/** One office's answer to one or more proposals. */
export interface Reply {
  /** Unique in an index. */
  id: string
  proposals: Proposal[]
  /** 文号: 株科办〔2025〕33号. */
  documentNumber?: string
  /** The office of the letterhead, else of the sign-off. */
  issuer?: string
  /** Without their titles: 黄立志. */
  recipients: string[]
  category?: 'A' | 'B' | 'C' | 'D'
  /** As printed: 同意对外公开. */
  disclosure?: string
  /** Of the letter, ISO 8601: `2025-07-03`. */
  date?: string
  /** The office that signs (落款). */
  signatory?: string
  leaders: Leader[]
  contacts: Contact[]
  /** 抄送. */
  copies: string[]
  /** The path or URL it was read from. */
  source?: string
  sections: Section[]
}

/** Every paragraph of the reply in reading order, with the sections that hold it, outermost first. */
export function* paragraphsOf(reply: Reply): Generator<{ paragraph: Paragraph; path: Section[] }> {
  yield* walk(reply.sections, [])
}

function* walk(sections: Section[], outer: Section[]): Generator<{ paragraph: Paragraph; path: Section[] }> {
  for (const section of sections) {
    const path = [...outer, section]
    for (const paragraph of section.paragraphs) yield { paragraph, path }
    yield* walk(section.sections, path)
  }
}

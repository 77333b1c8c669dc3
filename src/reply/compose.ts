import type { Processor } from 'unified'
import { InvalidReplyError } from '../errors.js'
import { readAnnexes } from './body/annexes.js'
import { readFootnotes } from './body/footnotes.js'
import { readSections } from './body/sections.js'
import { isMonthOrYear } from './grammar/dates.js'
import { readCoHandlers, withoutShortForms } from './letter/co-handlers.js'
import { doubtsOf, settleDate } from './letter/doubts.js'
import { readFiled } from './letter/filed.js'
import { indexOfLeadIn } from './letter/lead-in.js'
import type { Letter } from './letter/letter.js'
import { readLetterhead } from './letter/letterhead.js'
import { pageMetadata } from './letter/page.js'
import { readProposals } from './letter/proposals.js'
import { isDated, readSignature } from './letter/signature.js'
import { createTrace } from './letter/trace.js'
import { traceDocumentNumber, traceMarkings, tracePeople, traceProposals } from './letter/traced-fields.js'
import { unreadSignOff } from './letter/unread-sign-off.js'
import { spanOf } from './lines/line.js'
import type { Proposal, Reply } from './reply.js'

declare module 'unified' {
  interface CompileResultMap {
    reply: Reply
  }
}

/** What the caller says of a document; travels as the data of its virtual file. */
export interface Origin {
  id?: string | undefined
  source?: string | undefined
}

/** unified plugin: compiles a letter to a reply. */
export function composeReply(this: Processor): void {
  this.compiler = (tree, file) => compose(tree as Letter, file.data as Origin)
}

function compose(letter: Letter, origin: Origin): Reply {
  const { header, page, titles, address, signature } = letter
  const trace = createTrace()
  const head = readLetterhead(header, titles[0]?.text)
  const foot = readSignature(signature)
  const found = readProposals(letter)
  const number = traceDocumentNumber(head.documentNumber, header, page, trace)
  const id = origin.id ?? identify(number?.number, found.proposals)
  const leadIn = letter.body.slice(0, Math.max(indexOfLeadIn(letter.body), 0) + 1)
  const metadata = pageMetadata(page)
  const filed = readFiled(letter)
  const date = foot.date ? settleDate(foot.date, metadata?.publicationDate) : filed.date?.value
  const asked = readCoHandlers(leadIn.map(({ text }) => text).join('\n'))
  const named = [...asked, ...head.partners, ...foot.partners]
  const coHandlers = withoutShortForms([...new Set(named.length > 0 ? named : filed.helping)]).filter(
    (name) => name !== head.issuer,
  )
  const linesOf = (office: string) =>
    asked.includes(office) ? leadIn : head.partners.includes(office) ? header : [...signature, ...filed.lines]
  const proposals = traceProposals(found, trace)
  const issuer =
    trace.found(head.issuer, ['issuer'], header) ??
    trace.found(foot.signatory, ['issuer'], signature) ??
    trace.found(filed.issuer?.value, ['issuer'], filed.issuer ? [filed.issuer.line] : [], 'page')
  const { category, disclosure } = traceMarkings(head, foot, letter, trace)
  const people = tracePeople(head.leaders, foot, letter, trace)
  const signatory = trace.found(foot.signatory, ['signatory'], signature)
  const printed = foot.date?.printed ?? ''
  const isPrinted = isDated(foot) || isMonthOrYear(printed)
  const datePrinted = isPrinted ? trace.found(printed, ['date'], signature) : undefined
  if (!foot.date && filed.date) trace.at(spanOf(filed.date.line), ['date'], 'page')
  const sections = readSections(letter.body, id, trace)
  sections.push(...readAnnexes(letter.annexes, id, sections.length, trace))
  sections.push(...readFootnotes(letter.footnotes, id, sections.length, trace))
  const reply: Reply = {
    id,
    proposals,
    ...(number && { documentNumber: number.number, documentNumberPrinted: number.printed }),
    ...(issuer !== undefined && { issuer }),
    recipients: (letter.salutation?.recipients ?? []).map((name, i) =>
      trace.found(name, ['recipients', i], address),
    ),
    ...(category !== undefined && { category }),
    ...(disclosure !== undefined && { disclosure }),
    ...(date !== undefined && { date }),
    ...(datePrinted !== undefined && { datePrinted }),
    ...(signatory !== undefined && { signatory }),
    ...people,
    ...(coHandlers.length > 0 && {
      coHandlers: coHandlers.map((name, i) => trace.found(name, ['coHandlers', i], linesOf(name))),
    }),
    ...(metadata && { pageMetadata: metadata }),
    ...(origin.source !== undefined && { source: origin.source }),
    sections,
    provenance: trace.provenance,
  }
  const notes = [
    ...letter.notes,
    ...doubtsOf(letter, { ...found, head, foot, date }),
    ...unreadSignOff(signature, foot, reply),
  ]
  return { ...reply, notes: notes.sort((a, b) => a.start - b.start) }
}

function identify(documentNumber: string | undefined, proposals: Proposal[]): string {
  const id = documentNumber ?? proposals[0]?.number
  if (id !== undefined) return id
  throw new InvalidReplyError(
    'The letter prints neither a document number nor a proposal number to be told apart by: pass options.id.',
    [{ path: ['id'], message: 'expected a string where the letter has no number, got undefined' }],
  )
}

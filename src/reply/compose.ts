import type { Processor } from 'unified'
import { InvalidReplyError } from '../errors.js'
import { readSections } from './body/sections.js'
import type { Letter } from './letter/letter.js'
import { readLetterhead } from './letter/letterhead.js'
import { readProposals } from './letter/proposals.js'
import { readSignature } from './letter/signature.js'
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
  const head = readLetterhead(letter.header, letter.title)
  const foot = readSignature(letter.signature)
  const proposals = readProposals(letter)
  const id = origin.id ?? identify(head.documentNumber, proposals)
  const issuer = head.issuer ?? foot.signatory
  const category = head.category ?? foot.category
  const disclosure = head.disclosure ?? foot.disclosure
  return {
    id,
    proposals,
    ...(head.documentNumber !== undefined && { documentNumber: head.documentNumber }),
    ...(issuer !== undefined && { issuer }),
    recipients: letter.salutation?.recipients ?? [],
    ...(category !== undefined && { category }),
    ...(disclosure !== undefined && { disclosure }),
    ...(foot.date !== undefined && { date: foot.date }),
    ...(foot.signatory !== undefined && { signatory: foot.signatory }),
    leaders: [...head.leaders, ...foot.leaders],
    contacts: foot.contacts,
    copies: foot.copies,
    ...(origin.source !== undefined && { source: origin.source }),
    sections: readSections(letter.body, id),
  }
}

function identify(documentNumber: string | undefined, proposals: Proposal[]): string {
  const id = documentNumber ?? proposals[0]?.number
  if (id !== undefined) return id
  throw new InvalidReplyError(
    'The letter prints neither a document number nor a proposal number to be told apart by: pass options.id.',
    [{ path: ['id'], message: 'expected a string where the letter has no number, got undefined' }],
  )
}

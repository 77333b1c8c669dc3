import { findDocumentNumber } from '../grammar/document-number.js'
import { findSession } from '../grammar/session.js'
import type { Proposal, ProposalKind } from '../reply.js'
import { indexOfLeadIn, proposalsPart, quotedTitles, titlesOf } from './lead-in.js'
import type { Letter } from './letter.js'
import { proposalNumbers } from './title.js'

/** What the letter answers: as many proposals as its title has numbers, else as its lead-in has titles. */
export function readProposals({ title: printed = '', salutation, body }: Letter): Proposal[] {
  const title = printed.replace(findDocumentNumber(printed) ?? '', '')
  const leadIn = proposalsPart(body[Math.max(indexOfLeadIn(body), 0)]?.text ?? '')
  const session = findSession(title) ?? findSession(leadIn)
  const kind = kindOf(title, session ?? title, leadIn, salutation?.title)
  const [numbers = []] = [proposalNumbers(title), proposalNumbers(leadIn)].filter((found) => found.length > 0)
  const [titles = []] = [titlesOf(leadIn), quotedTitles(title)].filter((found) => found.length > 0)
  const count = numbers.length || titles.length || 1
  // One title is that of all numbers; where there are more or fewer, it is not said whose is whose.
  const [shared] = titles.length === 1 ? titles : []
  return Array.from({ length: count }, (_, i) => {
    const number = numbers[i]
    const name = titles.length === count ? titles[i] : shared
    return {
      ...(number !== undefined && { number }),
      ...(name !== undefined && { title: name }),
      kind,
      ...(session !== undefined && { session }),
    }
  })
}

/** By who met, else by the noun after the number, else by who is addressed: a quoted title is no evidence. */
function kindOf(title: string, meeting: string, leadIn: string, addressee?: '委员' | '代表'): ProposalKind {
  const noun =
    /号(?:重点)?(?:代表|委员)?(提案|建议|议案)/.exec(title)?.[1] ??
    /(提案|建议|议案)的?(?:答复|复函|回复)/.exec(title)?.[1]
  if (noun === '议案') return '议案'
  if (/政协|政治协商/.test(meeting)) return '提案'
  if (/人大|人民代表大会/.test(meeting)) return '建议'
  if (noun) return noun as ProposalKind
  if (addressee) return addressee === '委员' ? '提案' : '建议'
  return /提案/.test(leadIn) ? '提案' : '建议'
}

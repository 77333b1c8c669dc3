import { findDocumentNumber } from './document-number.js'
import { bareTitle, indexOfLeadIn, proposalsPart, quotedTitles } from './lead-in.js'
import type { Letter } from './letter.js'
import type { Proposal, ProposalKind } from './reply.js'
import { findSession } from './session.js'
import { proposalNumbers } from './title.js'

/** What the letter answers: one proposal, or as many as its title has numbers. */
export function readProposals({ title: printed = '', salutation, body }: Letter): Proposal[] {
  const title = printed.replace(findDocumentNumber(printed) ?? '', '')
  const leadIn = proposalsPart(body[Math.max(indexOfLeadIn(body), 0)]?.text ?? '')
  const session = findSession(title) ?? findSession(leadIn)
  const inTitle = proposalNumbers(title)
  const numbers = inTitle.length > 0 ? inTitle : proposalNumbers(leadIn)
  const titles = titlesOf(leadIn, title)
  const kind = kindOf(title, session, salutation?.title, leadIn)
  return (numbers.length > 0 ? numbers : [undefined]).map((number, i) => {
    const name = titles.length === 1 ? titles[0] : numbers.length === titles.length ? titles[i] : undefined
    return {
      ...(number !== undefined && { number }),
      ...(name !== undefined && { title: name }),
      kind,
      ...(session !== undefined && { session }),
    }
  })
}

function titlesOf(leadIn: string, title: string): string[] {
  for (const text of [leadIn, title]) {
    const quoted = quotedTitles(text)
    if (quoted.length > 0) return quoted
  }
  const bare = bareTitle(leadIn)
  return bare === undefined ? [] : [bare]
}

/** By who met, else by the noun after the number, else by who is addressed: a quoted title is no evidence. */
function kindOf(
  title: string,
  session = '',
  addressee: '委员' | '代表' | undefined,
  leadIn: string,
): ProposalKind {
  const noun =
    /号(?:重点)?(?:代表|委员)?(提案|建议|议案)/.exec(title)?.[1] ??
    /(提案|建议|议案)的?(?:答复|复函|回复)/.exec(title)?.[1]
  if (noun === '议案') return '议案'
  if (/政协|政治协商/.test(session)) return '提案'
  if (/人大|人民代表大会/.test(session)) return '建议'
  if (noun) return noun as ProposalKind
  if (addressee) return addressee === '委员' ? '提案' : '建议'
  return /提案/.test(leadIn) ? '提案' : '建议'
}

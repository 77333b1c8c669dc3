import type { Contact } from '../reply.js'
import { isHidden } from './names.js'

/** What a sign-off says of whom to ask, in order. */
export type Token =
  | { kind: 'person'; name: string; role?: string | undefined; list: object }
  | { kind: 'phone'; phone: string; isOfNobody: boolean }

/**
 * Gives people the phones printed with them: those of one clause first, then those of lines that hold one or the other.
 * Where several people or several orders are possible, a phone stays without a name: a wrong one is worse.
 */
export function pairContacts(clauses: readonly Token[][]): Contact[] {
  const contacts: Contact[] = []
  let apart: Token[] = []
  for (const clause of clauses) {
    if (new Set(clause.filter(isPaired).map(({ kind }) => kind)).size < 2) apart.push(...clause)
    else {
      contacts.push(...pair(apart), ...pair(clause))
      apart = []
    }
  }
  return [...contacts, ...pair(apart)].filter(({ name, phone }) => name !== undefined || phone !== undefined)
}

function isPaired(token: Token): boolean {
  return token.kind === 'person' || !token.isOfNobody
}

/** A phone follows its person, or stands before where a phone comes first and a person last. */
function pair(tokens: readonly Token[]): Contact[] {
  const paired = tokens.filter(isPaired)
  const [first, last] = [paired[0]?.kind, paired.at(-1)?.kind]
  if (first === 'phone' && last === 'person') return pairInOrder([...tokens].reverse()).reverse()
  const people = paired.filter(({ kind }) => kind === 'person')
  const isUnclear = first === 'phone' && people.length > 1
  return isUnclear ? tokens.map(contactOf) : pairInOrder(tokens)
}

function pairInOrder(tokens: readonly Token[]): Contact[] {
  const contacts: Contact[] = []
  /** The people of the last list who have no phone yet. */
  let waiting: Contact[] = []
  let list: object | undefined
  for (const [i, token] of tokens.entries()) {
    const contact = contactOf(token)
    if (token.kind === 'person') {
      if (token.list !== list || tokens[i - 1]?.kind === 'phone') waiting = []
      list = token.list
      waiting.push(contact)
      contacts.push(contact)
    } else if (isPaired(token) && waiting.length === 1) {
      waiting[0]!.phone = contact.phone!
      waiting = []
    } else {
      contacts.push(contact)
      if (isPaired(token)) waiting = []
    }
  }
  return contacts
}

function contactOf(token: Token): Contact {
  if (token.kind === 'phone') return { phone: token.phone }
  const { role, name } = token
  return { ...(role !== undefined && { role }), ...(!isHidden(name) && { name }) }
}

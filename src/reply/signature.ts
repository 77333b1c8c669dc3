import { dateOfLine, findDate } from './dates.js'
import { readLabels, stripPunctuation } from './labels.js'
import { leadersOf } from './letterhead.js'
import { compact, type Line } from './line.js'
import { type Markings, readMarkings } from './markings.js'
import { isName, splitNames } from './names.js'
import { isOffice } from './offices.js'
import type { Contact, Leader } from './reply.js'

/** A line of the sign-off is short, but for a 抄送 to many offices. */
const LONGEST = 300

const PHONE =
  /(?<!\d)(?:\d{3,4}\s?[-—–－]\s?)?\d{7,8}(?![\d*])|(?<!\d)1[\d*]{10}(?![\d*])|(?<!\d)0\d{10,11}(?!\d)/g

export interface Signature extends Markings {
  date?: string
  signatory?: string
  leaders: Leader[]
  contacts: Contact[]
  copies: string[]
}

/** Whether a line can belong to a sign-off: it is one if it stands at the end of the letter. */
export function isSignatureLine(line: string): boolean {
  if (line.length > LONGEST) return false
  const text = stripPunctuation(compact(line))
  const { before, values } = readLabels(line)
  return (
    text === '' ||
    /^附(?:件|$)/.test(text) ||
    (values.length > 0 && before.length <= 12 && !/[。；！？]./.test(text)) ||
    isOffice(text) ||
    isDateLine(line) ||
    Object.keys(readMarkings(line)).length > 0 ||
    text.replace(PHONE, '') === ''
  )
}

/** Whether a line is a date, or an office and a date: what follows the sign-off is no part of the letter. */
export function isDateLine(line: string): boolean {
  return line.length <= LONGEST && readOfficeAndDate(line).date !== undefined
}

/** What stands below the letter, whatever the order of its lines. */
export function readSignature(lines: Line[]): Signature {
  const signature: Signature = { leaders: [], contacts: [], copies: [] }
  for (const { text } of lines) {
    Object.assign(signature, readMarkings(text), readOfficeAndDate(text))
    signature.leaders.push(...leadersOf(text))
    readContacts(text, signature.contacts)
    for (const { kind, value } of readLabels(text).values) {
      const office = compact(value)
      if (kind === 'office' && isOffice(office)) signature.signatory ??= office
      if (kind === 'copies') signature.copies.push(...splitNames(value.replace(/[（(]\d+[)）]?/g, '')))
    }
  }
  return signature
}

/** `青禾县水利局`, `2023年6月5日` or both on one line. */
function readOfficeAndDate(line: string): Pick<Signature, 'date' | 'signatory'> {
  const text = stripPunctuation(compact(line))
  if (isOffice(text)) return { signatory: text }
  const date = dateOfLine(text)
  if (date !== undefined) return { date }
  const found = findDate(text)
  const office = found?.end === text.length ? text.slice(0, found.start) : ''
  return found && isOffice(office) ? { signatory: office, date: found.iso } : {}
}

/** Adds the people and phones of a line; a phone belongs to the last person who has none. */
function readContacts(line: string, contacts: Contact[]): void {
  const { before, values } = readLabels(line)
  const named =
    values.some(({ kind }) => kind === 'phone') && isName(compact(before)) && !isOffice(compact(before))
  if (named) contacts.push({ name: compact(before) })
  for (const { kind, label, value } of values) {
    if (kind === 'contact') {
      const role = label.replace(/(?:及|和)(?:联系)?电话$/, '')
      const name = stripPunctuation(value.replace(PHONE, ''))
      const known = contacts.at(-1)
      if (known?.phone && !known.name && !known.role) Object.assign(known, { role, name: compact(name) })
      else if (name) contacts.push(...splitNames(name).map((each) => ({ role, name: each })))
    }
    if (kind === 'contact' || kind === 'phone') readPhones(value, contacts)
  }
}

function readPhones(value: string, contacts: Contact[]): void {
  for (const [printed] of value.matchAll(PHONE)) {
    const phone = compact(printed)
    const last = contacts.at(-1)
    if (last && last.phone === undefined) last.phone = phone
    else contacts.push({ phone })
  }
}

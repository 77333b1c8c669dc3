import { findDocumentNumber } from './document-number.js'
import { readLabels } from './labels.js'
import { compact, type Line } from './line.js'
import { type Markings, readMarkings } from './markings.js'
import { isOffice } from './offices.js'
import type { Leader } from './reply.js'

/** Longer lines above the salutation are summaries of the letter, not its head. */
const LONGEST = 200

export interface Letterhead extends Markings {
  documentNumber?: string
  issuer?: string
  leaders: Leader[]
}

/** What stands above the salutation: letterhead, document number, category, disclosure, approver. */
export function readLetterhead(header: Line[], title: string | undefined): Letterhead {
  const letterhead: Letterhead = { leaders: [] }
  const lines = header.map(({ text }) => text).filter((text) => text.length <= LONGEST)
  for (const line of lines) {
    const documentNumber = findDocumentNumber(compact(line))
    Object.assign(letterhead, readMarkings(line), documentNumber !== undefined && { documentNumber })
    letterhead.leaders.push(...leadersOf(line))
  }
  const issuer = findIssuer(lines.map(compact), title)
  return issuer === undefined ? letterhead : { ...letterhead, issuer }
}

/** The people of a line who answer for the letter: `签发人：张俊`. A label without a name gives nobody. */
export function leadersOf(line: string): Leader[] {
  return readLabels(line)
    .values.filter(({ kind, value }) => kind === 'leader' && value !== '')
    .map(({ label, value }) => ({ role: label, name: compact(value) }))
}

/** 株洲市科学技术局文件, else the office that the title names, else an office alone on a line. */
function findIssuer(lines: string[], title = ''): string | undefined {
  const letterhead = lines.find((line) => line.endsWith('文件') && isOffice(line.slice(0, -2)))
  if (letterhead) return letterhead.slice(0, -2)
  const inTitle = /^(.{2,40}?)(?:关于|对)/.exec(title)?.[1]
  if (inTitle && isOffice(inTitle)) return inTitle
  return lines.filter(isOffice).at(-1)
}

import { type Line, spanOf } from '../lines/line.js'
import type { Note, NoteKind } from '../reply.js'
import type { Letter } from './letter.js'
import type { Letterhead } from './letterhead.js'
import type { FoundProposals } from './proposals.js'
import type { Signature } from './signature.js'

/**
 * The day of a letter. Where its digits can be read in two ways, the day that the page went online may settle it: no
 * letter is later than its page.
 */
export function settleDate(date: Signature['date'], publicationDate: string | undefined): string | undefined {
  const possible =
    date?.readings.filter((iso) => publicationDate === undefined || iso <= publicationDate) ?? []
  const readings = possible.length > 0 ? possible : (date?.readings ?? [])
  return readings.length === 1 ? readings[0] : undefined
}

interface Found extends FoundProposals {
  head: Letterhead
  foot: Signature
  date: string | undefined
}

/** What a person should look at, because the letter does not say it plainly. */
export function doubtsOf(letter: Letter, { head, foot, date, others, proposals, sources }: Found): Note[] {
  const { header, titles, address, body, signature, salutation } = letter
  const notes: Note[] = []
  const note = (kind: NoteKind, message: string, lines: readonly Line[]): void => {
    const [first, last] = [lines[0], lines.at(-1)]
    if (first && last) notes.push({ kind, message, start: spanOf(first).start, end: spanOf(last).end })
  }
  const top = [...(titles[0]?.lines ?? []), ...address, ...body.slice(0, 1)]
  if (top.filter(isTraditional).length > 1) {
    note(
      'traditional characters',
      'The letter is in Traditional characters, which were kept; sites that mirror letters convert them so.',
      top,
    )
  }
  if (head.documentNumber?.isDamaged) {
    const { printed, number } = head.documentNumber
    note('lost characters', `The document number ${printed} was read as ${number}.`, header)
  }
  if (others[0] !== undefined) {
    const message = `The title has the number ${proposals[0]?.number}, which was taken, and the lead-in ${others[0]}.`
    note('conflicting numbers', message, sources.number?.lines ?? [])
  }
  if (!salutation)
    note('missing salutation', 'No salutation names whom the letter answers.', body.slice(0, 1))
  if (foot.date?.readings.length === 0) {
    note('ambiguous date', `The date ${foot.date.printed} names no day that there is.`, signature)
  } else if (foot.date && foot.date.readings.length > 1) {
    const message = `The date ${foot.date.printed} can be ${foot.date.readings.join(' or ')}${date ? `; the page is older than the other` : ''}.`
    note('ambiguous date', message, signature)
  } else if (foot.date && !/年.{1,3}月.{1,3}[日号]|[./-]/.test(foot.date.printed)) {
    note('lost characters', `The date ${foot.date.printed} was read as ${date}.`, signature)
  }
  return notes
}

function isTraditional({ text, printed }: Line): boolean {
  return Array.from(text).some(
    (character, i) => character !== printed[i] && /\p{Script=Han}/u.test(character),
  )
}

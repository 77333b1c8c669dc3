import { findDocumentNumber } from '../grammar/document-number.js'
import { readLabels } from '../grammar/labels.js'
import { isBareCategory, readMarkings } from '../grammar/markings.js'
import { isOffice } from '../grammar/offices.js'
import { compact, type Line, spanOf } from '../lines/line.js'
import type { Note, NoteKind } from '../reply.js'
import { type Course, courseOf } from './course.js'
import { indexOfLeadIn, isLeadIn } from './lead-in.js'
import { isSalutationAlone } from './salutation.js'
import { isDateLine } from './signature.js'
import { isTitleOfReply, isWholeTitle, type Title } from './title.js'

/** How many lines above its salutation the title of another letter is looked for. */
const LINES_OF_HEAD = 8
/** How far below its first line the lead-in of another letter stands at most. */
const LINES_OF_LETTER = 12
const LONGEST = 200
/** How many lines above its date the office of a sign-off stands at most. */
const LINES_OF_SIGNATURE = 3
/** As a site that reposts a letter says below it. */
const ORIGINAL_TITLE = /^[【[（(]?原标题/

const MESSAGES = {
  'repeated title': 'The title stands here again, below the letter.',
  'repeated letter': 'The letter stands on the page again from here on; the first one was read.',
  'another letter': 'Another letter stands below the first, and was not read: give it a file of its own.',
  'page chrome': 'Links of the page to other replies, and what follows them, were left out.',
} satisfies { [kind in NoteKind]?: string }

/**
 * A page may print its letter twice, as a record and as a text or in two frames: the second begins where the title or
 * the salutation stands again on a line of its own. Or it may go on with another letter.
 */
export function cutNextLetter(
  lines: Line[],
  [title]: Title[],
  address: Line[],
): { lines: Line[]; notes: Note[] } {
  const addressed = compact(address.at(-1)?.text ?? '')
  const again = lines.findIndex(({ text }, i) => {
    if (i <= 1 || text.length > LONGEST) return false
    const start = compact(text)
    if (start.length < 4) return false
    // A letter may address its readers once more to thank them.
    return start === title?.text || (start === addressed && isOpening(lines, i + 1))
  })
  const told = originalTitle(lines)
  const other = startOfLetter(lines)
  const second = Math.min(...[again, told, other].filter((i) => i !== -1))
  if (second === Number.POSITIVE_INFINITY) return { lines, notes: [] }
  const kind =
    second === told
      ? 'repeated title'
      : second === again
        ? kindOfCopy(lines, again)
        : kindOfNext(lines, other)
  const { start } = spanOf(lines[second]!)
  return {
    lines: lines.slice(0, second),
    notes: [{ kind, message: MESSAGES[kind], start, end: spanOf(lines.at(-1)!).end }],
  }
}

/** The first line below any sign-off that tells the title which the letter had; -1 without one. */
function originalTitle(lines: readonly Line[]): number {
  let first = -1
  for (let i = lines.length - 1; i > 0 && !isDateLine(lines[i]!.text); i--) {
    if (ORIGINAL_TITLE.test(lines[i]!.text)) first = i
  }
  return first
}

/** The title alone may be repeated below a letter, and no letter below it. */
function kindOfCopy(lines: readonly Line[], again: number): keyof typeof MESSAGES {
  const below = lines.slice(again + 1, again + 1 + LINES_OF_HEAD)
  const isLetter = below.some(({ text }) => isLeadIn(text) || text === lines[0]?.text)
  return isLetter ? 'repeated letter' : 'repeated title'
}

/** A link is the title alone, or its number. */
function kindOfNext(lines: readonly Line[], start: number): keyof typeof MESSAGES {
  return isLetterBelow(lines, start) ? 'another letter' : 'page chrome'
}

function isLetterBelow(lines: readonly Line[], start: number): boolean {
  const below = lines.slice(start, start + LINES_OF_LETTER)
  return below.some(({ text }) => isLeadIn(text) || isSalutationAlone(text))
}

/** Whether a lead-in, or the same words as in the first letter, stand below a salutation. */
function isOpening(lines: readonly Line[], below: number): boolean {
  return indexOfLeadIn(lines, below) !== -1 || lines[below]?.text === lines[0]?.text
}

/**
 * Where another letter begins, or a link to one stands: with its title, or with its number or salutation above its
 * lead-in; -1 if nowhere.
 */
function startOfLetter(lines: readonly Line[]): number {
  let course: Course | undefined
  const title = lines.findIndex(({ text }, i) => {
    const isTitle =
      i > 1 &&
      text.length <= LONGEST &&
      isTitleOfReply(compact(text)) &&
      isWholeTitle(text) &&
      !isAnswer(lines[i + 1])
    if (!isTitle || isLetterBelow(lines, i)) return isTitle
    course ??= courseOf(lines)
    return !course.goesOnBelowFooter(i)
  })
  const salutation = lines.findIndex(
    ({ text }, i) => i > 1 && isSalutationAlone(text) && indexOfLeadIn(lines, i + 1) !== -1,
  )
  const first = Math.min(...[title, salutation].filter((i) => i !== -1))
  if (first === Number.POSITIVE_INFINITY) return -1
  let from = first
  while (from > Math.max(2, first - LINES_OF_HEAD) && !isOfFirst(lines[from - 1]!)) from--
  const start = lines.slice(from, first).findIndex(({ text }) => isWholeTitle(text) || isNumbered(text))
  return startOfHead(lines, start === -1 ? first : from + start)
}

/** Where the lines begin that stand above a number or a title as its head, below the date of the letter before. */
function startOfHead(lines: readonly Line[], start: number): number {
  let date = start - 1
  while (date >= 0 && !isDateLine(lines[date]!.text)) date--
  let head = start
  while (date !== -1 && head - 1 > date && isOfHead(lines, head - 1, date)) head--
  return head
}

function isOfHead(lines: readonly Line[], at: number, date: number): boolean {
  const { text } = lines[at]!
  const words = compact(text)
  if (words.endsWith('文件') && isOffice(words.slice(0, -2))) return true
  // Right below the date an office signs, unless one has above it.
  if (isOffice(words)) return at - 1 > date || isOfficeAbove(lines, date)
  const { before, values } = readLabels(text)
  if (values.length === 0) return isBareCategory(text) || Object.keys(readMarkings(text)).length > 0
  // 类别：A may as well be the last line of the letter before, but not above an approver.
  const approver = values[0]?.label === '签发人' ? text : (lines[at + 1]?.text ?? '')
  const isApproved = compact(approver).startsWith('签发人')
  return before === '' && isApproved && values.every(({ kind }) => kind === 'leader' || kind === 'category')
}

/** Whether the letter before is signed above its date, so that an office below it is of the next. */
function isOfficeAbove(lines: readonly Line[], date: number): boolean {
  return lines.slice(Math.max(0, date - LINES_OF_SIGNATURE), date).some(({ text }) => isOffice(compact(text)))
}

/** Whether a line is a paragraph that opens no letter: the title above it is a heading, of one proposal among several. */
function isAnswer(line: Line | undefined): boolean {
  return line !== undefined && /^.{20,}。$/s.test(line.text) && !isLeadIn(line.text)
}

/** Whether a line is the last of a paragraph or a sign-off, below which alone the head of another letter can begin. */
function isOfFirst({ text }: Line): boolean {
  return text.endsWith('。') || isDateLine(text)
}

function isNumbered(text: string): boolean {
  return text.length <= 80 && findDocumentNumber(compact(text)) !== undefined
}

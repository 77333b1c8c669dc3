import { findDocumentNumber } from '../grammar/document-number.js'
import { compact, type Line, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import { indexOfLeadIn, isLeadIn } from './lead-in.js'
import { isSalutationAlone } from './salutation.js'
import { isDateLine } from './signature.js'
import { isTitleOfReply, isWholeTitle, type Title } from './title.js'

/** How many lines above its salutation the title of another letter is looked for. */
const LINES_OF_HEAD = 8
const LONGEST = 200

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
  const other = startOfLetter(lines)
  const isAgain = again !== -1 && !(other < again && other !== -1)
  const second = isAgain ? again : other
  if (second === -1) return { lines, notes: [] }
  return {
    lines: lines.slice(0, second),
    notes: [
      {
        kind: isAgain ? 'repeated letter' : 'another letter',
        message: isAgain
          ? 'The letter stands on the page again from here on; the first one was read.'
          : 'Another letter stands on the page from here on; the first one was read.',
        start: spanOf(lines[second]!).start,
        end: spanOf(lines.at(-1)!).end,
      },
    ],
  }
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
  const title = lines.findIndex(
    ({ text }, i) =>
      i > 1 &&
      text.length <= LONGEST &&
      isTitleOfReply(compact(text)) &&
      isWholeTitle(text) &&
      !isAnswer(lines[i + 1]),
  )
  const salutation = lines.findIndex(
    ({ text }, i) => i > 1 && isSalutationAlone(text) && indexOfLeadIn(lines, i + 1) !== -1,
  )
  const first = Math.min(...[title, salutation].filter((i) => i !== -1))
  if (first === Number.POSITIVE_INFINITY) return -1
  let from = first
  while (from > Math.max(2, first - LINES_OF_HEAD) && !isOfFirst(lines[from - 1]!)) from--
  const start = lines.slice(from, first).findIndex(({ text }) => isWholeTitle(text) || isNumbered(text))
  return start === -1 ? first : from + start
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

import { findDocumentNumber } from '../grammar/document-number.js'
import { compact, type Line, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import { indexOfLeadIn } from './lead-in.js'
import { isSalutationAlone } from './salutation.js'
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
  const starts = [title?.text, address.at(-1) && compact(address.at(-1)!.text)].filter(
    (start) => start !== undefined && start.length >= 4,
  )
  const again = lines.findIndex(
    ({ text }, i) => i > 1 && text.length <= LONGEST && starts.includes(compact(text)),
  )
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

/**
 * Where another letter begins, or a link to one stands: with its title, or with its number or salutation above its
 * lead-in; -1 if nowhere.
 */
function startOfLetter(lines: readonly Line[]): number {
  const title = lines.findIndex(
    ({ text }, i) => i > 1 && text.length <= LONGEST && isTitleOfReply(compact(text)) && isWholeTitle(text),
  )
  const salutation = lines.findIndex(
    ({ text }, i) => i > 1 && isSalutationAlone(text) && indexOfLeadIn(lines, i + 1) !== -1,
  )
  const first = Math.min(...[title, salutation].filter((i) => i !== -1))
  if (first === Number.POSITIVE_INFINITY) return -1
  const from = Math.max(2, first - LINES_OF_HEAD)
  const head = lines.slice(from, first)
  const start = head.findIndex(({ text }) => isWholeTitle(text) || isNumbered(text))
  return start === -1 ? first : from + start
}

function isNumbered(text: string): boolean {
  return text.length <= 80 && findDocumentNumber(compact(text)) !== undefined
}

import { compact, type Line, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import type { Title } from './title.js'

/**
 * A page may print its letter twice: as a record and as a text, or in two frames. The second begins where the title or
 * the salutation stands again on a line of its own.
 */
export function cutRepetition(
  lines: Line[],
  [title]: Title[],
  address: Line[],
): { lines: Line[]; notes: Note[] } {
  const starts = [title?.text, address.at(-1) && compact(address.at(-1)!.text)].filter(
    (start) => start !== undefined && start.length >= 4,
  )
  const second = lines.findIndex(
    ({ text }, i) => i > 1 && text.length <= 200 && starts.includes(compact(text)),
  )
  if (second === -1) return { lines, notes: [] }
  return {
    lines: lines.slice(0, second),
    notes: [
      {
        kind: 'repeated letter',
        message: 'The letter stands on the page again from here on; the first one was read.',
        start: spanOf(lines[second]!).start,
        end: spanOf(lines.at(-1)!).end,
      },
    ],
  }
}

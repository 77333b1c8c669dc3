import { readHeading, readMarker } from './headings.js'
import { isLeadIn } from './lead-in.js'
import type { Letter } from './letter.js'
import { joinLines, type Line, type Lines } from './line.js'

const PAGE_NUMBER = /^(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?|\d{1,3})$/

/** A page breaks where a printed line ends: what stands left of the break is at least a line long. */
const PRINTED_LINE = 20

const ENDS_SENTENCE = /[。！？；：…”’）》】!?;:)"]$/
const CONTINUES = /^[，。、；：！？”’）》】,.;:!?)]/
const OPENING = /[“‘（《【(]/g
const CLOSING = /[”’）》】)]/g

/** unified plugin: drops lines that are page numbers. */
export function dropPageNumbers(): (lines: Lines) => Lines {
  return ({ children }) => ({
    type: 'lines',
    children: children.filter(({ text }) => text.length > 20 || !PAGE_NUMBER.test(text)),
  })
}

/** unified plugin: joins sentences of the body that a page break or a wrapped line has cut in two. */
export function joinBrokenSentences(): (letter: Letter) => Letter {
  return (letter) => {
    const body: Line[] = []
    let last: Line | undefined
    for (const line of letter.body) {
      const previous = body.at(-1)
      if (previous && last && isBroken(previous, last, line))
        body[body.length - 1] = joinLines(previous, line)
      else body.push(line)
      last = line
    }
    return { ...letter, body }
  }
}

/** `last` is the line that `previous`, joined from several, ends with: looking at it alone keeps this linear. */
function isBroken(previous: Line, last: Line, next: Line): boolean {
  if (CONTINUES.test(next.text)) return true
  if (readMarker(next.text) || readHeading(previous)) return false
  if (ENDS_SENTENCE.test(last.text.slice(-1))) return false
  return (
    /[，、,]$/.test(last.text.slice(-1)) ||
    count(last.text, OPENING) > count(last.text, CLOSING) ||
    (last.text.length >= PRINTED_LINE && !isLeadIn(next.text))
  )
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

import { proposalNumbers } from '../grammar/proposal-number.js'
import { compact, type Line, type Lines, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import { readSalutation } from './salutation.js'
import { isTitleOfReply, isWholeTitle } from './title.js'

/** What a list of links has around a title: a bullet, the day it went online. */
const AROUND =
  /^[·•●▪>\s]+|(?<![\s[【（(])[\s[【（(]{0,8}(?:19|20)?\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])】）]?$/g

/** How many lines above its salutation a letter's own title stands at most. */
const LINES_OF_HEAD = 12

const BREADCRUMB = /位置|>/

/**
 * unified plugin: leaves out the links of a page to other replies. They are titles one below the other with different
 * numbers; below the last of them may stand the letter whose title it is.
 */
export function dropLinks(): (lines: Lines) => Lines {
  return (lines) => {
    const { children } = lines
    const dropped = new Set<Line>()
    const notes: Note[] = []
    for (let start = 0; start < children.length; start++) {
      const numbers = new Set<string>()
      let end = start
      for (
        let number = numberOfLink(children[end]);
        number !== undefined;
        number = numberOfLink(children[++end])
      ) {
        numbers.add(number)
      }
      if (numbers.size > 1) {
        const links = children.slice(start, isOfLetter(children, end - 1) ? end - 1 : end)
        for (const link of links) dropped.add(link)
        notes.push(noteOf(links))
      }
      start = Math.max(start, end - 1)
    }
    if (dropped.size === 0) return lines
    const kept = children.filter((line) => !dropped.has(line))
    return { ...lines, children: kept, notes: [...(lines.notes ?? []), ...notes] }
  }
}

/** The number that a line names which is the title of a reply and nothing else. */
function numberOfLink(line: Line | undefined): string | undefined {
  if (!line || line.text.length > 120 || !line.text.includes('号')) return undefined
  const text = compact(line.text.replace(AROUND, ''))
  if (!isTitleOfReply(text) || !isWholeTitle(text)) return undefined
  return proposalNumbers(text)[0]?.replace(/^0+/, '')
}

/** Whether a title is that of the letter below it: no way to another page stands between them. */
function isOfLetter(lines: readonly Line[], title: number): boolean {
  const below = lines.slice(title + 1, title + 1 + LINES_OF_HEAD)
  const salutation = below.findIndex(({ text }) => readSalutation(text)?.title !== undefined)
  return salutation !== -1 && !below.slice(0, salutation).some(({ text }) => BREADCRUMB.test(text))
}

function noteOf(links: readonly Line[]): Note {
  return {
    kind: 'page chrome',
    message: `Links of the page to other replies were left out (${links.length}).`,
    start: spanOf(links[0]!).start,
    end: spanOf(links.at(-1)!).end,
  }
}

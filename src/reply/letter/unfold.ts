import { type Line, type Lines, sliceLine, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import { isLeadIn } from './lead-in.js'
import { readSalutation } from './salutation.js'
import { isDateLine, isSignatureLine } from './signature.js'

/** How far into a line, and at how many colons, a salutation is looked for. */
const REACH = 1_000
const MOST_ADDRESSES = 5
const MOST_STARTS = 20

const ADDRESS = /(?:委员会?|代表|小组)(?:[您你]好)?\s*[：:]/g
const NAMES_MAY_START = /(?:答\s*复|复\s*函|回\s*复|的\s*函|[）)])\s*|\s+/g

/** A paragraph may end where a space or a numbered heading follows a sentence, and at any wide gap. */
const PARAGRAPH_END =
  /(?<=[。！？：；]|的(?:答复函?|复函|回复|函))\s+|(?<=[。！？：])(?=[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|(?:最后，|再次|衷心|诚挚)?感谢[您你贵])|(?<=\S\S)(?:\s{2,}|\u3000)(?=\S\S)/g

/**
 * unified plugin: gives a letter that was saved on one or two lines its line breaks back. That they were lost
 * shows in a line that holds both the salutation and the lead-in; otherwise only a dated sign-off is cut from
 * the end of the last paragraph.
 */
export function unfold(): (lines: Lines) => Lines {
  return (lines) => {
    const folded = lines.children.find(({ text }) => findSalutation(text) !== undefined)
    const note: Note | undefined = folded && {
      kind: 'lost line breaks',
      message: 'The line holds more than one part of the letter, and was cut where these begin.',
      ...spanOf(folded),
    }
    return {
      ...lines,
      children: lines.children.flatMap(folded ? unfoldLine : cutDatedSignature),
      notes: [...(lines.notes ?? []), ...(note ? [note] : [])],
    }
  }
}

function unfoldLine(line: Line): Line[] {
  const salutation = findSalutation(line.text) ?? { start: 0, end: 0 }
  const { start, end } = salutation
  const ends = [...line.text.matchAll(PARAGRAPH_END)].map(({ index }) => index)
  const outside = ends.filter((cut) => cut <= start || cut >= end)
  const cuts = [...outside, start, end, startOfSignature(line.text, isSignatureLine)]
  return cutLine(line, cuts)
}

function cutDatedSignature(line: Line): Line[] {
  return cutLine(line, [startOfSignature(line.text, isDateLine)])
}

/** Where a salutation stands that the lead-in follows on the same line. */
function findSalutation(text: string): { start: number; end: number } | undefined {
  const addresses = [...text.slice(0, REACH).matchAll(ADDRESS)].slice(0, MOST_ADDRESSES)
  for (const address of addresses) {
    const end = address.index + address[0].length
    if (!isLeadIn(text.slice(end))) continue
    const starts = [...text.slice(0, address.index).matchAll(NAMES_MAY_START)].slice(-MOST_STARTS)
    const start = [0, ...starts.map((match) => match.index + match[0].length)]
      .reverse()
      .find((from) => readSalutation(text.slice(from, end)))
    if (start !== undefined) return { start, end }
  }
  return undefined
}

/** Where, after the last sentence of a line, the sign-off begins; the end of the line if there is none. */
function startOfSignature(text: string, isSignature: (line: string) => boolean): number {
  const end = Math.max(...['。', '！', '!', '？'].map((mark) => text.lastIndexOf(mark))) + 1
  return isSignature(text.slice(end)) ? end : text.length
}

function cutLine(line: Line, cuts: number[]): Line[] {
  const ends = [...cuts, line.text.length].sort((a, b) => a - b)
  return ends.map((end, i) => sliceLine(line, ends[i - 1] ?? 0, end)).filter(({ text }) => text !== '')
}

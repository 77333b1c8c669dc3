import { isSession } from '../grammar/session.js'
import type { Letter } from '../letter/letter.js'
import { compact, joinLines, keepParts, type Line, type Lines, spanOf } from '../lines/line.js'
import { isBetweenRows } from '../lines/rows.js'
import type { Note } from '../reply.js'
import { readHeading, readMarker } from './headings.js'

const PAGE_NUMBER = /^(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?|\d{1,3})$/

/** 2025— 1 —年底前, where a page break was copied into a line. */
const PAGE_NUMBER_WITHIN = /(?<=[^\s—–-])\s*[—–-]\s\d{1,3}\s[—–-]\s*(?=[^\s\d—–-])/g

/** A page breaks where a printed line ends: what stands left of the break is at least a line long. */
const PRINTED_LINE = 20
const LONGEST_PRINTED_LINE = 60

const ENDS_SENTENCE = /[。！？；：…!?;:][”’）》】)"]?$/
const CONTINUES = /^[，。、；：！？”’）》】,.;:!?)]/
/** Of an item of a list in plain text. */
const BULLET = /^[•●○◆■▪◇□▲►➢✓√]|^[-*·]\s/
/** How a sentence begins, unless what stands before leads to it: 这样做是 / 为了进一步… */
const BEGINS = /^(?:首先|其次|最后|同时|此外|另外|下一?步)[，,]|^为了?进一步/
const LEADS_ON = /[，、,是也并都正就]$/
/** 完成时限：2024年12月底前, which 答复如下：… and 措施：一是… are not. */
const ENTRY = /^\p{Script=Han}{2,8}(?<!如下|[是为括即有])[：:]\s*(?!一是|[一1][、.．])[^\s：:]/u
/** An entry, whatever stands above it. */
const SURE_ENTRY = /^\p{Script=Han}{0,6}(?:单位|部门|时限|期限|时间|地点|规模|进度|进展|电话)[：:]/u
const OPENING = /[“‘（《【(]/g
const CLOSING = /[”’）》】)]/g

/** unified plugin: drops lines that are page numbers. */
export function dropPageNumbers(): (lines: Lines) => Lines {
  return (lines) => {
    // A record of a site has the number of a proposal below its session.
    const isOfRecord = (i: number): boolean => i > 0 && isSession(compact(lines.children[i - 1]!.text))
    const dropped = new Set(
      lines.children.filter(
        ({ text, table }, i) => text.length <= 20 && !table && PAGE_NUMBER.test(text) && !isOfRecord(i),
      ),
    )
    const notes = [...dropped].map((line) => noteNumber(line, 0, line.text.length))
    const children = lines.children
      .filter((line) => !dropped.has(line))
      .map((line) => {
        const numbers = line.table ? [] : [...line.text.matchAll(PAGE_NUMBER_WITHIN)]
        notes.push(...numbers.map(({ 0: number, index }) => noteNumber(line, index, index + number.length)))
        return withoutParts(line, numbers)
      })
    return { ...lines, children, notes: [...(lines.notes ?? []), ...notes] }
  }
}

function noteNumber(line: Line, start: number, end: number): Note {
  const number = line.printed.slice(start, end).trim()
  return {
    kind: 'page number',
    message: `The page number ${number} was left out.`,
    ...spanOf(line, start, end),
  }
}

function withoutParts(line: Line, parts: readonly RegExpExecArray[]): Line {
  if (parts.length === 0) return line
  const ends = [0, ...parts.map(({ 0: part, index }) => index + part.length)]
  return keepParts(
    line,
    ends.map((end, i) => [end, parts[i]?.index ?? line.text.length]),
  )
}

/** unified plugin: joins sentences of the body that a page break or a wrapped line has cut in two. */
export function joinBrokenSentences(): (letter: Letter) => Letter {
  return (letter) => {
    const groups: Line[][] = []
    const width = widthOf(letter.body)
    for (const line of letter.body) {
      const group = groups.at(-1)
      if (group && isBroken(group, line, width)) group.push(line)
      else groups.push([line])
    }
    const notes = groups.filter(({ length }) => length > 1).map(noteJoint)
    return { ...letter, body: groups.map(joinLines), notes: [...letter.notes, ...notes] }
  }
}

/** What was joined, for whoever checks it. */
export function noteJoint(lines: Line[]): Note {
  return {
    kind: 'joined lines',
    message: `A paragraph that was cut into ${lines.length} was joined.`,
    start: spanOf(lines[0]!).start,
    end: spanOf(lines.at(-1)!).end,
  }
}

/** Whether a line closes its sentence, or what introduces the next paragraph. */
export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text.slice(-2))
}

/** Whether the sentence that the last line of a group ends in goes on in the next line. */
function isBroken(group: Line[], next: Line, width: number): boolean {
  const last = group.at(-1)!
  if (isBetweenRows(last, next) || next.table === 'item' || BULLET.test(next.text)) return false
  const isNumbered = next.text.startsWith('、') && endsSentence(last.text)
  if (CONTINUES.test(next.text) && !isNumbered) return true
  if (readMarker(next.text) || isSetOff(next)) return false
  const isFull = last.text.length >= width && !isSetOff(last)
  if (group.length === 1 && readHeading(last) && !isFull) return false
  if (endsSentence(last.text)) return false
  if (BEGINS.test(next.text) && !LEADS_ON.test(last.text.slice(-1))) return false
  return (
    /[，、,]$/.test(last.text.slice(-1)) ||
    count(last.text, OPENING) > count(last.text, CLOSING) ||
    (last.text.length >= PRINTED_LINE && !isEntry(next.text, last.text))
  )
}

function isEntry(text: string, above: string): boolean {
  return ENTRY.test(text) && (ENTRY.test(above) || SURE_ENTRY.test(text))
}

/** How long a line is at least that was wrapped; no line is, unless many are of one length and few are longer. */
function widthOf(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => b - a)
  const longest = lengths[Math.floor(lengths.length / 20)] ?? 0
  const full = lengths.filter((length) => length >= longest - 2 && length <= longest + 2).length
  const isWrapped = longest >= PRINTED_LINE && longest <= LONGEST_PRINTED_LINE
  return isWrapped && full >= 4 && full >= lengths.length / 3 ? longest - 2 : Number.POSITIVE_INFINITY
}

/** A line in bold from end to end begins something new. */
function isSetOff({ text, strong }: Line): boolean {
  return strong === text.length
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

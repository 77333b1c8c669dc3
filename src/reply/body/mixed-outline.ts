import { numberOf } from '../grammar/numerals.js'
import { type Line, sliceLine } from '../lines/line.js'
import { readHeading, readMarker } from './headings.js'
import { readLead } from './leads.js'

/** 一是 and 第一， number paragraphs, whatever stands between them. */
const INNERMOST = 4

/** How far a numbering goes on that leaves out a number: 一、二、四、 */
const SKIPPED = 2

/** A part of a numbering, by the line that it begins with. */
interface Item {
  at: number
  number: number
  rank: number
}

/**
 * Gives the headings of a numbering lines of their own where some of them stand alone and others run in with their text:
 * 一、基本情况。今年… / 二、主要做法 / 1.… / 三、下步打算。我局…
 */
export function partMixedOutline(body: Line[]): Line[] {
  const parted = new Set<number>()
  for (const numbering of numberingsOf(body)) {
    if (!numbering.some(({ at, rank }) => standsAlone(body, at, rank))) continue
    for (const { at } of numbering) parted.add(at)
  }
  return body.flatMap((line, i) => (parted.has(i) ? partsOf(line) : [line]))
}

/**
 * The lines that a numbering system counts one after the other, or with one left out; one further out begins those in it
 * anew.
 */
function numberingsOf(body: Line[]): Item[][] {
  const numberings: Item[][] = []
  const open: Item[][] = []
  body.forEach(({ text }, at) => {
    const marked = readMarker(text)
    if (!marked || marked.rank > INNERMOST) return
    const { rank } = marked
    const number = numberOf(marked.marker.replace(/[^\d一二三四五六七八九十]/g, ''))
    open.length = Math.min(open.length, rank + 1)
    if (number === undefined) return
    const item = { at, number, rank }
    const before = open[rank]
    const step = number - (before?.at(-1)?.number ?? number)
    if (before && (step === 1 || step === SKIPPED)) {
      before.push(item)
      return
    }
    open[rank] = [item]
    numberings.push(open[rank])
  })
  return numberings.filter(({ length }) => length > 1)
}

/** Whether a line is a heading with its text below it; bare items of a list have the next item there. */
function standsAlone(body: Line[], at: number, rank: number): boolean {
  const next = body[at + 1]
  if (!next || !readHeading(body[at]!)) return false
  const below = readMarker(next.text)?.rank
  return below === undefined || below > rank
}

function partsOf(line: Line): Line[] {
  const lead = readLead(line)
  if (lead === undefined) return [line]
  const title = sliceLine(line, 0, lead.replace(/[。：:；;，,]$/, '').length)
  const text = sliceLine(line, lead.length, line.text.length)
  return text.text !== '' && readHeading(title) ? [title, text] : [line]
}

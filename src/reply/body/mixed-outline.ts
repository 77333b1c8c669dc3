import { type Line, sliceLine } from '../lines/line.js'
import { countOf, goesOnFrom } from './counts.js'
import { readHeading, readMarker, readSentenceHeading } from './headings.js'
import { readLead } from './leads.js'
import { isTitle } from './titles.js'

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
    const isOutline = ({ at, rank }: Item) => standsAlone(body, at, rank) || headsList(body, at, rank)
    if (!numbering.some(isOutline)) continue
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
  body.forEach((line, at) => {
    const count = countOf(line)
    if (!count) return
    const { rank, number } = count
    open.length = Math.min(open.length, rank + 1)
    if (number === undefined) return
    const item = { at, number, rank }
    const before = open[rank]
    if (before && goesOnFrom(before.at(-1)?.number, number)) {
      before.push(item)
      return
    }
    open[rank] = [item]
    numberings.push(open[rank])
  })
  return numberings
}

/** Whether a line is a heading with its text below it; bare items of a list have the next item there. */
function standsAlone(body: Line[], at: number, rank: number): boolean {
  const [line, next] = [body[at]!, body[at + 1]]
  if (!next) return false
  const below = readMarker(next.text)?.rank
  if (below === undefined) return readHeading(line) !== undefined
  return below > rank && (readHeading(line) ?? readSentenceHeading(line)) !== undefined
}

/** Whether a title runs in with its text, and a list further in goes on below: 一、工作情况：公园占地86亩。 / 1.立项 */
function headsList(body: Line[], at: number, rank: number): boolean {
  const next = body[at + 1]
  const below = next && readMarker(next.text)?.rank
  if (below === undefined || below <= rank) return false
  const [title] = partsOf(body[at]!)
  return title !== body[at] && isTitle(title!.text.slice(readMarker(title!.text)?.marker.length))
}

function partsOf(line: Line): Line[] {
  const lead = readLead(line)
  if (lead === undefined) return [line]
  const title = sliceLine(line, 0, lead.replace(/[。：:；;，,]$/, '').length)
  const text = sliceLine(line, lead.length, line.text.length)
  return text.text !== '' && readHeading(title) ? [title, text] : [line]
}

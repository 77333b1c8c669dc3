import { numberOf } from '../grammar/numerals.js'
import type { Line } from '../lines/line.js'
import type { Heading } from './headings.js'

/** 一 关于修渠, with a space in place of 、; no sentence is one. */
const SPACED = /^([一二三四五六七八九十]{1,3})\s{1,4}(?=\p{Script=Han}[^。；！？：，,]{1,40}$)/u
const FEWEST = 2
/** That of 一、 */
const RANK = 1

/** The headings of a text that is divided as 一 and 二, with nothing but white space behind, by their lines. */
export function spacedHeadings(body: readonly Line[]): Map<Line, Heading> {
  const numberings: [Line, Heading][][] = [[]]
  for (const line of body) {
    const [marked, marker] = (line.table !== 'row' && SPACED.exec(line.text)) || []
    if (marked === undefined || marker === undefined) continue
    const number = numberOf(marker)
    if (number === 1) numberings.push([])
    const numbering = numberings.at(-1)!
    if (number !== numbering.length + 1) continue
    numbering.push([line, { rank: RANK, marker, title: line.printed.slice(marked.length) }])
  }
  return new Map(numberings.filter(({ length }) => length >= FEWEST).flat())
}

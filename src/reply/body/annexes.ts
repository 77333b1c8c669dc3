import { ANNEX } from '../letter/annex.js'
import { type Line, spanOf } from '../lines/line.js'
import type { Section } from '../reply.js'
import type { SectionTrace } from './sections.js'

const LONGEST_TITLE = 40

/** Each annex as a section behind those of the letter, its rows and sentences as they stand. */
export function readAnnexes(
  lines: readonly Line[],
  replyId: string,
  sectionsBefore: number,
  trace: SectionTrace,
): Section[] {
  const starts = lines.flatMap(({ text }, i) => (ANNEX.test(text) ? [i] : []))
  return starts.map((start, i) => {
    const at = sectionsBefore + i
    const path = ['sections', at]
    const [head, ...below] = lines.slice(start, starts[i + 1])
    const [, marker = '', rest = ''] = ANNEX.exec(head!.printed) ?? []
    const beside = rest.trim()
    const isBelow = beside === '' && below.length > 1 && isTitle(below[0]!)
    // A title with nothing below it is all that there is to find.
    const isBare = below.length === 0
    const title = isBelow ? below.shift()!.printed : isBare ? '' : beside
    const texts = isBare && beside !== '' ? [{ line: head!, text: beside }] : below.map(textOf)
    if (title !== '') trace.at(spanOf(isBelow ? lines[start + 1]! : head!), [...path, 'title'], 'letter')
    const id = `${replyId}/${at + 1}`
    return {
      id,
      level: 1,
      marker,
      ...(title !== '' && { title }),
      paragraphs: texts.map(({ line, text }, n) => {
        trace.at(spanOf(line), [...path, 'paragraphs', n], 'letter')
        return { id: `${id}/${n + 1}`, text }
      }),
      sections: [],
    }
  })
}

function textOf(line: Line): { line: Line; text: string } {
  return { line, text: line.printed }
}

function isTitle({ text, table }: Line): boolean {
  return table === undefined && text.length <= LONGEST_TITLE && !/[。；\t]/.test(text)
}

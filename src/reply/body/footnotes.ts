import { type Line, spanOf } from '../lines/line.js'
import type { Section } from '../reply.js'
import type { SectionTrace } from './sections.js'

/** The footnotes as a section without a title behind all others; none where there are none. */
export function readFootnotes(
  lines: readonly Line[],
  replyId: string,
  sectionsBefore: number,
  trace: SectionTrace,
): Section[] {
  if (lines.length === 0) return []
  const id = `${replyId}/${sectionsBefore + 1}`
  const paragraphs = lines.map((line, n) => {
    trace.at(spanOf(line), ['sections', sectionsBefore, 'paragraphs', n], 'letter')
    return { id: `${id}/${n + 1}`, text: line.printed }
  })
  return [{ id, level: 1, paragraphs, sections: [] }]
}

import type { Letter } from '../letter/letter.js'
import { type Line, sliceLine, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import { readMarker } from './headings.js'

/** How a sentence begins behind a heading that has lost its line break. */
const OPENER =
  '我[局县市区州旗省委厅院部办镇乡们]|本[局县市区]|目前|当前|近[几年期日两三]|多年来|一直以来|长期以来|今年|去年|截至|截止|根据|按照|为[了进切深全加]|一是|(?:19|20)\\d\\d年|自(?:19|20)|“十|随着|针对|经|您|你|该|全[县市区州省]'
const SUBJECT = '[^。！？；，,：:\\s]'
const USUAL_END = '(?:情况|打算|计划|措施|安排|思路|进展|成效|做法|困难)'
const ASKED_END = '(?:建议|问题|意见|诉求|提案|事项|方面)'

/** A heading and its text on one line: parted by white space, or by the way in which headings end and sentences begin. */
const GLUED = [
  new RegExp(`^(${SUBJECT}{3,30})[ \\t\\u3000\\u00a0]+(?=\\S${SUBJECT}*[，。：])`),
  new RegExp(`^(${SUBJECT}{2,12}${USUAL_END})(?=${OPENER})`),
  new RegExp(`^(?=关于|针对|对于)([^。！？；：:]{4,50}?的${ASKED_END})(?=${OPENER})`),
  // 关于建议…: what is suggested may end in whatever words, but where its own end is printed.
  new RegExp(
    `^(?=关于建议)(?!${SUBJECT}*的${ASKED_END}(?:[，,。：:]|$))(${SUBJECT}{8,60}?)(?<![在于自从到至对由向])(?=(?:(?:19|20)\\d\\d年|目前|近年来|我[局厅委])${SUBJECT}*[，,。])`,
  ),
]

/** Behind a number, whatever begins a sentence; not what goes on with one. */
const GLUED_NUMBERED = new RegExp(
  `^(?=关于|针对|对于)([^。！？；：:]{4,50}?的${ASKED_END})(?=\\p{Script=Han}|\\d)(?![已收是很非均有能可将与和及被得在具切符比较都予作为要应涉需也正反一上下中方])`,
  'u',
)

const BEHIND_NUMBER = [...GLUED, GLUED_NUMBERED]
const UNNUMBERED = GLUED.slice(2)

/** unified plugin: gives headings of the body that share a line with their text a line of their own. */
export function splitGluedHeadings(): (letter: Letter) => Letter {
  return (letter) => {
    const notes: Note[] = []
    const body = letter.body.flatMap((line) => {
      const end = endOfHeading(line)
      if (end === -1) return [line]
      const parts = [sliceLine(line, 0, end), sliceLine(line, end, line.text.length)]
      const message = 'A heading and its text stood on one line, and were parted.'
      notes.push({ kind: 'lost line breaks', message, ...spanOf(line) })
      return parts
    })
    return { ...letter, body, notes: [...letter.notes, ...notes] }
  }
}

/** Where the heading of a line ends that goes on with its text; -1 for any other line. */
function endOfHeading({ text }: Line): number {
  const numbered = readMarker(text)
  const start = numbered?.marker.length ?? 0
  const rest = text.slice(start, start + 80)
  for (const pattern of numbered && numbered.rank < 6 ? BEHIND_NUMBER : UNNUMBERED) {
    const title = pattern.exec(rest)?.[1]
    if (title !== undefined && start + title.length < text.length) return start + title.length
  }
  return -1
}

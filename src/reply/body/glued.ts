import type { Letter } from '../letter/letter.js'
import { type Line, sliceLine, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import { readMarker } from './headings.js'
import { TASK } from './titles.js'

/** How a sentence begins behind a heading that has lost its line break. */
const OPENER =
  '我[局县市区州旗省委厅院部办镇乡们]|本[局县市区]|目前|当前|近[几年期日两三]|多年来|一直以来|长期以来|今年|去年|截至|截止|根据|按照|为[了进切深全加]|一是|(?:19|20)\\d\\d年|自(?:19|20)|“十|随着|针对|经|您|你|该|全[县市区州省]'
const SUBJECT = '[^。！？；，,：:\\s]'
/** Wi-Fi 7 and 建成 5G 基站 have spaces of their own, 推广 APP 我局已… has not; a text may begin with its year or month. */
const GAP = `(?:[ \\t\\u3000\\u00a0]{2,}|[\\t\\u3000]|(?<![A-Za-z\\d])[ \\u00a0](?![A-Za-z]|(?!(?:19|20)\\d\\d年|\\d{1,2}月)\\d)|(?<=[A-Za-z\\d])[ \\u00a0](?=${OPENER}))`
const USUAL_END = '(?:情况|打算|计划|措施|安排|思路|进展|成效|做法|困难)'
const ASKED_END = '(?:建议|问题|意见|诉求|提案|事项|方面)'

/** A heading and its text on one line: parted by white space, or by the way in which headings end and sentences begin. */
const GLUED = [
  new RegExp(`^(${SUBJECT}{3,30})${GAP}(?=\\S${SUBJECT}*[，。：])`),
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

/** A whole title that many letters have, behind a number; 下一步计划修渠 is a sentence. */
const GLUED_STOCK =
  /^((?:基本|(?:当前|目前)?工作(?:开展)?|办理|进展|落实)情况|工作现状|(?:已开展|所做)的工作|存在的?(?:主要)?(?:困难|问题)(?:[和与](?:困难|问题))?|(?:主要|采取的?)(?:做法|措施)|工作成效|下一?步(?:工作(?:打算|计划|安排|考虑)?|(?:工作)?(?:措施|思路)))(?=[\p{Script=Han}\d“][^。；]{3,60}[，。；：])(?![已收是很非均有能可将与和及被得在具切符比较都予作为要应涉需也正反一上下中方重目内会拟由的包主逐报汇如就还仍向亟待尚]|打算|计划|安排|措施|思路|举措)/u
/** Whatever stands between a number and the first of those further in: 一、基本情况（一）路况; but 原因之一是…. */
const ABOVE_FIRST = new RegExp(
  `^(${SUBJECT}{2,30}?)(?<!第)(?=[（(]\\s*[一1]\\s*[）)](?![份个人项次款条号的和与至中])|1[.．、](?!\\d)|①(?![①的])|[⑴㈠]|(?<![之统唯其单专同不])一是)`,
)
/** Behind what is to be done, with a time or a subject as a sentence begins: （一）加强管护近年来，…. */
const GLUED_TASK = new RegExp(
  `^(${TASK}${SUBJECT}{2,24}?)(?<![在于自从到至止对由向就的和与及照据])(?=(?:近[几两三]?年来|[今去]年以来|多年来|一直以来|长期以来|(?:19|20)\\d\\d年以来|截[至止]${SUBJECT}{2,12}|目前|当前|下一?步|为此)[，,]|我[局县市区委厅院](?:高度重视|始终|积极|认真|会同|联合|先后|多次|立即|充分))`,
)
const BEHIND_NUMBER = [...GLUED, GLUED_NUMBERED, GLUED_STOCK, ABOVE_FIRST, GLUED_TASK]
const UNNUMBERED = GLUED.slice(2)
/** （一）, but 1. numbers the rows of many a table. */
const DEEPEST_OF_ROWS = 3

/** unified plugin: gives headings of the body that share a line with their text a line of their own. */
export function splitGluedHeadings(): (letter: Letter) => Letter {
  return (letter) => {
    const notes: Note[] = []
    const body = letter.body.flatMap((line) => {
      const parts = partsOf(line)
      if (parts.length === 1) return parts
      const message = 'A heading and its text stood on one line, and were parted.'
      notes.push({ kind: 'lost line breaks', message, ...spanOf(line) })
      return parts
    })
    return { ...letter, body, notes: [...letter.notes, ...notes] }
  }
}

/** A line in its headings, one further in than the other, and their text. */
function partsOf(line: Line): Line[] {
  if (line.table === 'row' && !isHeadedRow(line.text)) return [line]
  const end = endOfHeading(line)
  if (end === -1) return [line]
  const text = { ...line, table: undefined }
  return [sliceLine(text, 0, end), ...partsOf(sliceLine(text, end, line.text.length))]
}

/** A row that has a heading in one cell and its text in the other. */
function isHeadedRow(text: string): boolean {
  const rank = readMarker(text)?.rank
  const isOfTwo = text.split('\t').length <= 2 && text.endsWith('。')
  return isOfTwo && rank !== undefined && rank <= DEEPEST_OF_ROWS
}

/** Where the heading of a line ends that goes on with its text; -1 for any other line. */
function endOfHeading({ text }: Line): number {
  const numbered = readMarker(text)
  const start = numbered?.marker.length ?? 0
  const rest = text.slice(start, start + 80)
  for (const pattern of numbered && numbered.rank < 7 ? BEHIND_NUMBER : UNNUMBERED) {
    const title = pattern.exec(rest)?.[1]
    if (title !== undefined && start + title.length < text.length) return start + title.length
  }
  return -1
}

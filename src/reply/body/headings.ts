import { compact, type Line, sliceLine } from '../lines/line.js'
import { startOfSeries } from './kinds.js'

/**
 * The numbering systems from the outermost to the innermost, as official documents nest them. A heading
 * without a number ranks below 一、 and above （一）. 一是 and 第一， number paragraphs at any depth.
 */
const SYSTEMS: { rank: number; marker: RegExp }[] = [
  { rank: 0, marker: /^[一二三四五六七八九十]{1,3}\s*[、．.]/ },
  { rank: 2, marker: /^(?:[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]|[㈠-㈩])、?/ },
  { rank: 3, marker: /^\d{1,2}\s*(?:[、．]|\.(?!\d))/ },
  { rank: 4, marker: /^(?:[（(]\s*\d{1,2}\s*[）)]|\d{1,2}\s*[）)]|[⑴-⒇])、?/ },
  { rank: 5, marker: /^[①-⑳]、?/ },
  // 首先，感谢您… is a courtesy.
  {
    rank: 6,
    marker:
      /^(?:第[一二三四五六七八九十]{1,2}|首先|其次|再次)[，,、：:](?!\p{Script=Han}{0,4}(?:感谢|谢谢))/u,
  },
  { rank: 7, marker: /^[一二三四五六七八九十]{1,2}[是要][，,：:]?/ },
]
const UNNUMBERED = 1

const LONGEST_HEADING = 60
const LONGEST_REQUEST = 200
const LONGEST_UNNUMBERED = 40
const LONGEST_LEAD = 36

const SENTENCE_END = /[。！？；!?;]/
const CLOSES_LEAD = /[。：:；;！!？?]/
/** How a paragraph begins that reports; a heading that begins so ends as headings do. */
const REPORTING =
  /^(?:我[局县市区州委厅院们办]|本[局县市区]|目前|今年|去年|近年|截至|截止|根据|按照|\d{4}年|已)/
const SUB_REQUEST =
  /^(?:关于|针对|对于)(?:.{0,12}[“"《].{1,60}[”"》]|.{2,50})的?(?:建议|问题|意见|诉求|方面|提案|事项)$|^(?:关于|针对|对于|对)?(?:建议|问题|诉求)[一二三四五六七八九十\d][^。，]{0,40}$|^(?:关于|针对|对于).{0,14}“[^”]{2,40}”$/
/** A numbered answer to a part of the proposal, which is quoted whole, sentence by sentence. */
const QUOTED_REQUEST =
  /^(?:关于|针对|对于?).{0,12}“[^“”]{2,160}”的?(?:建议|问题|意见|诉求|方面|提案)?的?(?:答复|回复)?$/
const USUAL_TITLE =
  /^[\p{Script=Han}\d“”、]{2,24}(?:情况|打算|计划|措施|安排|思路|进展|成效|做法|工作|方向)$/u

/** 需要说明的是：…, 所反映的情况属实。…, 第四、第五：… */
const NO_TITLE = /(?:的是|如下|属实|赞同)$|^第?[一二三四五六七八九十\d]{1,3}$/

export interface Heading {
  /** Smaller ranks contain larger ones. */
  rank: number
  marker?: string
  title: string
}

/** The marker that a line begins with and the rank of its numbering system. */
export function readMarker(text: string): { rank: number; marker: string } | undefined {
  const start = text.slice(0, 12)
  for (const { rank, marker } of SYSTEMS) {
    const match = marker.exec(start)
    if (match) return { rank, marker: match[0] }
  }
  return undefined
}

/** A line that stands alone as the title of what follows; whether something follows is for the caller. */
export function readHeading({ text, printed, strong }: Line): Heading | undefined {
  if (text.length > LONGEST_REQUEST) return undefined
  const numbered = readMarker(text)
  const title = titleBehind(numbered?.marker ?? '', text)
  if (numbered && QUOTED_REQUEST.test(title))
    return { ...numbered, title: titleBehind(numbered.marker, printed) }
  if (text.length > LONGEST_HEADING) return undefined
  if (title === '' || SENTENCE_END.test(title) || /[，,、]$/.test(title)) return undefined
  const heading = { title: titleBehind(numbered?.marker ?? '', printed) }
  if (numbered) return isReport(title) ? undefined : { ...numbered, ...heading }
  const isSetOff = strong === text.length && text.length <= LONGEST_UNNUMBERED
  const isNamed = SUB_REQUEST.test(compact(title)) || USUAL_TITLE.test(compact(title))
  return isSetOff || isNamed ? { rank: UNNUMBERED, ...heading } : undefined
}

/** A numbered heading that closes with a full stop: `1.加大宣传力度。` with its text in the next paragraph. */
export function readSentenceHeading(line: Line): Heading | undefined {
  const { text } = line
  const marker = readMarker(text)?.marker
  if (marker === undefined || text.length > LONGEST_REQUEST || !text.endsWith('。')) return undefined
  const isShort = text.length <= LONGEST_LEAD || QUOTED_REQUEST.test(titleBehind(marker, text.slice(0, -1)))
  return isShort ? readHeading(sliceLine(line, 0, text.length - 1)) : undefined
}

function titleBehind(marker: string, line: string): string {
  return line
    .slice(marker.length)
    .replace(/[：:]$/, '')
    .trim()
}

/**
 * The part of a paragraph, from its start, that is set as a heading: bold, or a short numbered sentence. The first
 * item of a series that goes on inside the paragraph is none.
 */
export function readLead(line: Line): string | undefined {
  const marker = readMarker(line.text)?.marker ?? ''
  const isNumbered = marker !== '' && startOfSeries(line.text) !== 0
  const lead = strongLead(line, marker) ?? (isNumbered ? numberedLead(line.text, marker) : undefined)
  return lead === undefined ? undefined : line.printed.slice(0, lead.length)
}

/** Bold that covers more than a marker and less than the paragraph; its full stop may stand outside of it. */
function strongLead({ text, strong }: Line, marker: string): string | undefined {
  if (strong <= marker.length || strong === text.length) return undefined
  const end = CLOSES_LEAD.test(text.charAt(strong)) ? strong + 1 : strong
  return marker !== '' || CLOSES_LEAD.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : undefined
}

function numberedLead(text: string, marker: string): string | undefined {
  const start = text.length - text.slice(marker.length).trimStart().length
  const length = text.slice(start, start + LONGEST_LEAD).search(/[。：:]/)
  const sentence = text.slice(start, start + length)
  const isTitle =
    length > 0 && !SENTENCE_END.test(sentence) && !isReport(sentence) && !NO_TITLE.test(sentence)
  const end = start + length + 1
  return isTitle && sentence.split(/[，,]/).length <= 2 && end < text.length ? text.slice(0, end) : undefined
}

function isReport(sentence: string): boolean {
  return REPORTING.test(sentence) && !USUAL_TITLE.test(compact(sentence))
}

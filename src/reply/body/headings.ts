import { type Line, sliceLine } from '../lines/line.js'
import { isFact, isReport, isReportSentence, isRequest, isTitle } from './titles.js'

/**
 * The numbering systems from the outermost to the innermost, as official documents nest them. A heading
 * without a number ranks below 一、 and above （一）. 一是 and 第一， number paragraphs at any depth.
 */
const SYSTEMS: { rank: number; marker: RegExp }[] = [
  // 第一部分 工作情况, Ⅰ、工作情况
  { rank: 0, marker: /^(?:第[一二三四五六七八九十]{1,2}部分(?:\s*[：:、]|(?=\s))|[Ⅰ-Ⅻ]\s*[、．.：:])/ },
  // The numeral may be lost: 、关于修渠的建议 and （）加强管护.
  { rank: 1, marker: /^(?:[一二三四五六七八九十]{1,3}\s*[、．.：:,，]|、)/ },
  { rank: 3, marker: /^(?:[（(]\s*(?:[一二三四五六七八九十]{1,3}\s*)?[）)]|[㈠-㈩])、?/ },
  // 1.2026年 is the first of several years.
  { rank: 4, marker: /^(?:\d{1,2}\s*(?:[、．]|\.(?!\d(?!\d{3}年)))|[⒈-⒛])/ },
  { rank: 5, marker: /^(?:[（(]\s*\d{1,2}\s*[）)]|\d{1,2}\s*[）)]|[⑴-⒇])、?/ },
  { rank: 6, marker: /^[①-⑳]、?/ },
  // 首先，感谢您… is a courtesy.
  {
    rank: 7,
    marker:
      /^(?:第[一二三四五六七八九十]{1,2}|首先|其次|再次)[，,、：:](?!\p{Script=Han}{0,4}(?:感谢|谢谢))/u,
  },
  { rank: 8, marker: /^[一二三四五六七八九十]{1,2}[是要][，,：:]?/ },
]
const UNNUMBERED = 2

const LONGEST_HEADING = 60
const LONGEST_REQUEST = 200
const LONGEST_UNNUMBERED = 40
const LONGEST_SENTENCE = 36

const SENTENCE_END = /[。！？；!?;]/
/** 【关于修渠的建议】 is set off by its brackets. */
const BRACKETED = /^【([^【】]{2,38})】$/
/** （关于第63号提案）, but （关于管护见附件2） and （关于用地已另行答复） refer to what stands elsewhere. */
const ASKED_IN_BRACKETS = /^[（(]((?:关于|针对|第)[^（）()见已另]{2,38})[）)]$/

export interface Heading {
  /** Smaller ranks contain larger ones. */
  rank: number
  marker?: string
  title: string
}

/** What all markers begin with; most lines do not. */
const MAY_BE_MARKED = /^[、一二三四五六七八九十（(㈠-㈩\d①-⑳⑴-⒛Ⅰ-Ⅻ第首其再]/

/** The marker that a line begins with and the rank of its numbering system. */
export function readMarker(text: string): { rank: number; marker: string } | undefined {
  if (!MAY_BE_MARKED.test(text)) return undefined
  const start = text.slice(0, 12)
  for (const { rank, marker } of SYSTEMS) {
    const match = marker.exec(start)
    if (match) return { rank, marker: match[0] }
  }
  return undefined
}

/** A line that stands alone as the title of what follows; whether something follows is for the caller. */
export function readHeading({ text, printed, strong, table }: Line): Heading | undefined {
  if (table === 'row') return undefined
  if (text.length > LONGEST_REQUEST) return undefined
  const numbered = readMarker(text)
  if (!numbered && text.length > LONGEST_HEADING) return undefined
  const asked = ASKED_IN_BRACKETS.exec(text)?.[1]
  if (asked !== undefined && isTitle(asked)) return { rank: UNNUMBERED, title: printed.slice(1, -1) }
  const title = titleBehind(numbered?.marker ?? '', text)
  const heading = { title: titleBehind(numbered?.marker ?? '', printed) }
  if (numbered && isRequest(title)) return { ...numbered, ...heading }
  if (title === '' || SENTENCE_END.test(title.replace(/[？?]$/, '')) || /[，,、]$/.test(title))
    return undefined
  if (text.length > LONGEST_HEADING) return undefined
  // Markdown's # says that it is one: ## 一、已办事项
  if (numbered) return isReport(title) && strong < text.length ? undefined : { ...numbered, ...heading }
  const isSetOff = (strong === text.length && text.length <= LONGEST_UNNUMBERED) || BRACKETED.test(text)
  return isSetOff || isTitle(title) ? { rank: UNNUMBERED, ...heading } : undefined
}

/** A heading that closes with a full stop, `1.加大宣传力度。`, with its text in the next paragraph. */
export function readSentenceHeading(line: Line): Heading | undefined {
  const { text } = line
  if (text.length > LONGEST_REQUEST || !text.endsWith('。')) return undefined
  const marker = readMarker(text)?.marker
  const sentence = titleBehind(marker ?? '', text.slice(0, -1))
  const isAsked = isRequest(sentence)
  const isShort = marker !== undefined && text.length <= LONGEST_SENTENCE && !isReportSentence(sentence)
  const isTitled = isTitle(sentence.split(/[：:]/, 1)[0]!) && /[：:]./.test(sentence)
  return isAsked || (isShort && !isFact(sentence) && !isTitled)
    ? readHeading(sliceLine(line, 0, text.length - 1))
    : undefined
}

function titleBehind(marker: string, line: string): string {
  return line
    .slice(marker.length)
    .replace(/[：:]$/, '')
    .replace(BRACKETED, '$1')
    .trim()
}

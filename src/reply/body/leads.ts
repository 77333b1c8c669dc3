import type { Line } from '../lines/line.js'
import { readMarker } from './headings.js'
import { startOfSeries } from './kinds.js'
import { isReportSentence, isRequest } from './titles.js'

const LONGEST_LEAD = 36
/** What is as brief is a heading, even with nothing below it: 二是优化布局。 */
const LONGEST_BRIEF = 20
const LONGEST_REQUEST = 200
/** Four characters and four more: 高位推动，压实责任，凝聚合力. */
const LONGEST_SLOGAN = 6

const SENTENCE_END = /[！？；!?;]/
const CLOSES_LEAD = /[。：:；;！!？?]/
/** The first sign that closes a sentence, or what is quoted before it, sentences and all; 23:30 and 1:3 close none. */
const QUOTED_OR_CLOSED = /“[^“”]{1,160}”|。|[：:](?!(?<=\d.)\d)/g

/** 需要说明的是：…, 所反映的情况属实。…, 建议：…, 第四、第五：… */
const NO_TITLE = /(?:的是|如下|属实|赞同)$|^建议$|^第?[一二三四五六七八九十\d]{1,3}$/
/** 关于您提出的建议： takes up all that was asked. */
const ASKED_AS_A_WHOLE = /^(?:关于|针对|对于)(?:[您你]|上述|以上|[该此这])[^“”]*$|^(?:针对|对于)[^“”]*$/
const LEAD_IN = /收悉|[答回函]复如下/

/**
 * The leads of the paragraphs of a section. A list is set alike: where one item alone begins with a sentence that could
 * be a heading, it is none, unless it is brief and the list has but two items.
 */
export function readLeads(lines: Line[]): (string | undefined)[] {
  const leads = lines.map(readLead)
  const lists = new Map<number, number[]>()
  lines.forEach(({ text }, i) => {
    const rank = readMarker(text)?.rank
    if (rank === undefined) return
    const list = lists.get(rank)
    if (list) list.push(i)
    else lists.set(rank, [i])
  })
  for (const list of lists.values()) {
    const [first, ...others] = list.filter((i) => leads[i] !== undefined || isBrief(lines[i]!.text))
    if (first === undefined || others.length > 0 || list.length === 1) continue
    const isHeading = isSetOff(lines[first]!, leads[first]) || (list.length === 2 && isBrief(leads[first]))
    if (!isHeading) leads[first] = undefined
  }
  return leads
}

function isBrief(text = ''): boolean {
  return text.length <= LONGEST_BRIEF
}

/** Bold and the words for what was asked head a paragraph wherever they stand. */
function isSetOff(line: Line, lead = ''): boolean {
  const marker = readMarker(line.text)?.marker ?? ''
  return line.strong > marker.length || isRequest(line.text.slice(marker.length, lead.length - 1).trim())
}

/**
 * The part of a paragraph, from its start, that is set as a heading: bold, a short numbered sentence, or the words for
 * what was asked. The first item of a series that goes on inside the paragraph is none.
 */
export function readLead(line: Line): string | undefined {
  const marker = readMarker(line.text)?.marker ?? ''
  const isSeries = marker !== '' && startOfSeries(line.text) === 0
  const lead = strongLead(line, marker) ?? (isSeries ? undefined : sentenceLead(line.text, marker))
  return lead === undefined ? undefined : line.printed.slice(0, lead.length)
}

/** Bold that covers more than a marker and less than the paragraph; its full stop may stand outside of it. */
function strongLead({ text, strong }: Line, marker: string): string | undefined {
  if (strong <= marker.length || strong === text.length) return undefined
  const end = CLOSES_LEAD.test(text.charAt(strong)) ? strong + 1 : strong
  return marker !== '' || CLOSES_LEAD.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : undefined
}

function sentenceLead(text: string, marker: string): string | undefined {
  const start = text.length - text.slice(marker.length).trimStart().length
  const beginning = text.slice(start, start + LONGEST_REQUEST)
  const close = [...beginning.matchAll(QUOTED_OR_CLOSED)].find(([sign]) => sign.length === 1)
  const end = start + (close?.index ?? -1) + 1
  if (end <= start + 1 || end === text.length) return undefined
  const sentence = text.slice(start, end - 1)
  const isLead = marker === '' ? isRequestAlone(sentence, text) : isNumberedTitle(sentence)
  return isLead ? text.slice(0, end) : undefined
}

function isRequestAlone(sentence: string, text: string): boolean {
  return isRequest(sentence) && !ASKED_AS_A_WHOLE.test(sentence) && !LEAD_IN.test(text)
}

function isNumberedTitle(sentence: string): boolean {
  if (isRequest(sentence)) return true
  if (sentence.length >= LONGEST_LEAD || SENTENCE_END.test(sentence)) return false
  const parts = sentence.split(/[，,]/)
  const isBrief = parts.length <= 2 || parts.every(({ length }) => length <= LONGEST_SLOGAN)
  return isBrief && !isReportSentence(sentence) && !NO_TITLE.test(sentence)
}

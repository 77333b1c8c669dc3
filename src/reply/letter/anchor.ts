import { isOffice } from '../grammar/offices.js'
import { compact, type Line } from '../lines/line.js'
import { indexOfLeadIn, isLeadIn } from './lead-in.js'
import { isPageLine } from './page-labels.js'
import { readNamesInSentence, readSalutation, type Salutation } from './salutation.js'
import { findTitles, isTitleOfReply } from './title.js'

/** How far down a page its letter begins, and how far below the title its text. */
const LINES_OF_HEAD = 60
const LINES_OF_START = 3
const PROSE = /^.{20,}[。；].{0,40}$/s

/** 以上意见，供你局在正式答复代表时参考。 */
const FOR_THE_LEAD = /供[你贵](?:局|单位|厅|委|办|部门?|会).{0,12}(?:答复|参考)/

/** Where the letter proper begins: everything else is found upwards and downwards from here. */
export interface Anchor {
  salutation?: Salutation | undefined
  /** The first line that is no header. */
  start: number
  /** The first line of the body. */
  body: number
  /** Whether a title stands where a salutation and a lead-in are missing. */
  isBare?: boolean
}

/** The salutation next above a lead-in; else one that stands alone; else names that begin a lead-in. */
export function findAnchor(lines: Line[]): Anchor {
  const found = lines.flatMap(({ text }, start) => {
    const salutation = readSalutation(text)
    return salutation ? [{ salutation, start, body: start + 1 }] : []
  })
  const anchor =
    found.find(({ salutation, body }, i) => {
      const leadIn = indexOfLeadIn(lines, body)
      // 提案人： with a name below it is the label of a record.
      const isNobody = salutation.recipients.length === 0 && salutation.title === undefined
      if (leadIn === -1 || (isNobody && leadIn > 0)) return false
      return (found[i + 1]?.start ?? lines.length) >= body + leadIn
    }) ?? found.find(({ salutation }) => salutation.closed && salutation.title)
  if (anchor) return withNamesAbove(lines, anchor)
  const start = lines.findIndex(({ text }) => isLeadIn(text))
  if (start === -1) return belowTitle(lines)
  const lead = leadOffice(lines, start)
  if (lead) return { salutation: lead, start: start - 1, body: start }
  return { salutation: readNamesInSentence(compact(lines[start]!.text.slice(0, 400))), start, body: start }
}

/** An office that helps writes to the one that leads, whose line may have lost its colon, and signs by another name. */
function leadOffice(lines: Line[], start: number): Salutation | undefined {
  const office = lines[start - 1]?.text.trim() ?? ''
  const [title] = findTitles(lines.slice(Math.max(0, start - LINES_OF_HEAD), start))
  const isHelping =
    (title !== undefined && /(?:会办|协办|分办)(?:意见|的?函)/.test(title.text)) ||
    lines.slice(start).some(({ text }) => FOR_THE_LEAD.test(compact(text.slice(0, 400))))
  const isLead = isOffice(office) && !lines.slice(start).some(({ text }) => compact(text) === office)
  return isHelping && isLead ? { recipients: [office], closed: true } : undefined
}

/** A ministry may publish its answer without names and lead-in: the text begins below the title and the bar of the page. */
function belowTitle(lines: Line[]): Anchor {
  for (const title of findTitles(lines.slice(0, LINES_OF_HEAD)).reverse()) {
    let start = lines.indexOf(title.lines.at(-1)!) + 1
    while (isPageLine(lines[start]?.text ?? '')) start++
    const isAbove = lines.slice(start, start + LINES_OF_START).some(({ text }) => PROSE.test(text))
    if (isAbove && isTitleOfReply(title.text)) return { start, body: start, isBare: true }
  }
  return { start: lines.length, body: lines.length }
}

/** Names may have lines of their own (沈一禾代表 / 鲁木槿代表：), and a long list may be broken after a 、. */
function withNamesAbove(
  lines: Line[],
  { salutation, start, body }: Anchor & { salutation: Salutation },
): Anchor {
  const recipients: string[][] = [salutation.recipients]
  let first = start
  for (; first > 0; first--) {
    const { text } = lines[first - 1]!
    const above = readSalutation(text.endsWith('、') ? `${text}委员` : text)
    if (!above?.title) break
    recipients.unshift(above.recipients)
  }
  return { salutation: { ...salutation, recipients: recipients.flat() }, start: first, body }
}

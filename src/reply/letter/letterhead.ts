import { type DocumentNumber, findDocumentNumber } from '../grammar/document-number.js'
import { readLabels } from '../grammar/labels.js'
import { bareCategory, type Markings, readMarkings } from '../grammar/markings.js'
import { areOfOnePlace, jointOffices, officesOfLetterhead } from '../grammar/offices.js'
import { readLeaders } from '../grammar/people.js'
import { compact, type Line } from '../lines/line.js'
import type { Leader } from '../reply.js'

/** Longer lines above the salutation are summaries of the letter, not its head. */
const LONGEST = 200

/** 签发人：顾南星   青水函〔2022〕9号 */
const LEADER_BEFORE =
  /签\s?发\s?人\s?[：:]\s{0,4}(?:\p{Script=Han}{2,4}|\p{Script=Han}\s{1,4}\p{Script=Han})\s(?=[^：:]{2,20}〔)/u

/** 青禾县水利局文件, however it is spread. */
const FILE = /文\s{0,8}件\s{0,8}$/

const MOST_ABOVE = 4

export interface Letterhead extends Markings {
  documentNumber?: DocumentNumber
  issuer?: string
  /** The offices that write with it. */
  partners: string[]
  leaders: Leader[]
}

/** What stands above the salutation: letterhead, document number, category, disclosure, approver. */
export function readLetterhead(header: Line[], title: string | undefined): Letterhead {
  const letterhead: Letterhead = { partners: [], leaders: [] }
  const lines = header.map(({ text }) => text).filter((text) => text.length <= LONGEST)
  const around = compact(lines.join(''))
  for (const line of lines) {
    const documentNumber = findDocumentNumber(compact(line.replace(LEADER_BEFORE, '')), around)
    Object.assign(letterhead, readMarkings(line), documentNumber !== undefined && { documentNumber })
    letterhead.leaders.push(...readLeaders(line))
  }
  const bare = letterhead.category === undefined ? bareCategory(lines) : undefined
  if (bare !== undefined) letterhead.category = bare
  const [issuer, ...partners] = findIssuers(lines, title)
  return issuer === undefined ? letterhead : { ...letterhead, issuer, partners }
}

/**
 * 株洲市科学技术局文件, else the office that the title names, else an office alone on a line above it; behind it those
 * that its line names with it.
 */
function findIssuers(lines: string[], title = ''): string[] {
  for (const [i, line] of lines.entries()) {
    const offices = FILE.test(line) ? officesOfLetterhead(line.replace(FILE, '')) : []
    if (offices.length > 0) return [...new Set([...officesAbove(lines.slice(0, i), offices[0]!), ...offices])]
  }
  const inTitle = /^(.{2,60}?)[：:]?(?:关于|对)/.exec(title)?.[1]
  const titled = jointOffices(inTitle ?? '')
  if (titled.length > 0) return titled
  const offices = headOf(lines, title)
    .map(officesOfLetterhead)
    .filter(({ length }) => length > 0)
  const last = offices.at(-1)
  // Of offices of one place that stand one below the other the first leads; a site's government is no such office.
  const lead = offices.find(
    ([office]) => office!.slice(0, 3) === last?.[0]?.slice(0, 3) && !office!.endsWith('政府'),
  )
  return lead ?? last ?? []
}

/**
 * 青禾县教育局, above 青禾县财政局文件: the offices of a letterhead of several lines. The government whose site it is writes
 * nothing, and more lines are a list of the site.
 */
function officesAbove(lines: readonly string[], office: string): string[] {
  const offices = lines.map(officesOfLetterhead)
  const isOther = ([first]: string[]) =>
    first === undefined || !areOfOnePlace(first, office) || first.endsWith('政府')
  const above = offices.slice(offices.map(isOther).lastIndexOf(true) + 1)
  return above.length <= MOST_ABOVE ? above.flat() : []
}

/** The last lines above the salutation that are certainly the letter's, not those of a page around it. */
function headOf(lines: string[], title: string): string[] {
  const start = lines.map((line) => isOfHead(compact(line), [title])).lastIndexOf(false)
  return lines.slice(start + 1)
}

/** Whether a line without white space above the salutation says something of the letter. */
export function isOfHead(line: string, titles: readonly string[]): boolean {
  return jointOffices(line).length > 0 || isFiled(line) || titles.some((title) => title.includes(line))
}

function isFiled(line: string): boolean {
  const labelled = readLabels(line).values.length > 0
  return labelled || findDocumentNumber(line) !== undefined || Object.keys(readMarkings(line)).length > 0
}

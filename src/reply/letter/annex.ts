import { readContacts } from '../grammar/contacts.js'
import { readLabels } from '../grammar/labels.js'
import type { Line } from '../lines/line.js'
import { isSignatureLine } from './signature.js'

/** 附件, 附件1, 附件一：项目进度表; what stands below 附： is as a rule the proposal itself. */
export const ANNEX: RegExp = /^(附\s?件(?:\s?[一二三四五六七八九十\d]{1,2})?)(?:\s?[：:]|\s|$)(.{0,60})$/
/** What members are to fill in, and what they have written, is no word of the office. */
const NOT_OF_OFFICE = /征询|反馈|回执|测评|评议|满意|意见表|办理单|原文|(?:提案|建议|议案)$/
const LINES_OF_HEAD = 3
/** A row of a table, or a sentence; names of files and links of the page are neither. */
const CONTENT = /\S(?:\s+[^\s：:]+){2,}|\t|^.{20,}。$/s

/** 附件1：矿山名录, whose items may stand below it; those of 附件：1.… are what is enclosed. */
const NUMBERED_WITH_TITLE = /^附\s?件\s?[一二三四五六七八九十\d]{1,2}\s?[：:\s]\s*[^\s\d]/
const FIRST_ITEM = /^1[.．、](?!\d)/

/** What stands from the sign-off of a letter on. */
export interface Below {
  signature: Line[]
  annexes: Line[]
  /** Neither. */
  around: Line[]
}

/** Parts what stands below an answer; whom to ask may stand behind what is enclosed, or be the last line of all. */
export function partBelow(
  lines: readonly Line[],
  { start, date, end }: { start: number; date: number; end: number },
): Below {
  const parted = (from: number): Below => ({
    signature: lines.slice(start, Math.min(end, from)),
    annexes: lines.slice(from),
    around: lines.slice(Math.min(end, from), from),
  })
  const annexes = startOfAnnexes(lines, date + 1)
  const found = parted(annexes)
  if (readContacts(found.signature.map(({ text }) => text)).length > 0) return found
  const contact = lines.findIndex((line, i) => i >= annexes && isContact(line))
  if (contact === -1) return found
  if (contact < end) return parted(startOfAnnexes(lines, contact + 1))
  const below = lines.slice(contact)
  if (below.slice(1).some(isContent)) return found
  return {
    signature: [...found.signature, ...below.filter(({ text }) => isSignatureLine(text))],
    annexes: lines.slice(annexes, contact),
    around: [...found.around, ...below.filter(({ text }) => !isSignatureLine(text))],
  }
}

function isContact({ text, table }: Line): boolean {
  if (table === 'row') return false
  const { before, values } = readLabels(text)
  return before === '' && values.some(({ kind }) => kind === 'contact') && readContacts([text]).length > 0
}

/** Where below its sign-off the annexes of a letter begin; the number of lines if nowhere. */
function startOfAnnexes(lines: readonly Line[], from: number): number {
  for (let i = from; i < lines.length; i++) {
    if (!ANNEX.test(lines[i]!.text)) continue
    const isOfOffice = !lines.slice(i, i + LINES_OF_HEAD).some(({ text }) => NOT_OF_OFFICE.test(text))
    const isListed = NUMBERED_WITH_TITLE.test(lines[i]!.text) && FIRST_ITEM.test(lines[i + 1]?.text ?? '')
    return isOfOffice && (isListed || lines.slice(i + 1).some(isContent)) ? i : lines.length
  }
  return lines.length
}

function isContent({ text, table }: Line): boolean {
  return table === 'row' || CONTENT.test(text)
}

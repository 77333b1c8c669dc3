import type { Line } from '../lines/line.js'

/** 附件, 附件1, 附件一：项目进度表; what stands below 附： is as a rule the proposal itself. */
export const ANNEX: RegExp = /^(附\s?件(?:\s?[一二三四五六七八九十\d]{1,2})?)(?:\s?[：:]|\s|$)(.{0,60})$/
/** What members are to fill in, and what they have written, is no word of the office. */
const NOT_OF_OFFICE = /征询|反馈|回执|测评|评议|满意|意见表|办理单|原文|(?:提案|建议|议案)$/
const LINES_OF_HEAD = 3
/** A row of a table, or a sentence; names of files and links of the page are neither. */
const CONTENT = /\S(?:\s+[^\s：:]+){2,}|\t|^.{20,}。$/s

/** Where below its sign-off the annexes of a letter begin; the number of lines if nowhere. */
export function startOfAnnexes(lines: readonly Line[], from: number): number {
  for (let i = from; i < lines.length; i++) {
    if (!ANNEX.test(lines[i]!.text)) continue
    const isOfOffice = !lines.slice(i, i + LINES_OF_HEAD).some(({ text }) => NOT_OF_OFFICE.test(text))
    return isOfOffice && lines.slice(i + 1).some(isContent) ? i : lines.length
  }
  return lines.length
}

function isContent({ text, table }: Line): boolean {
  return table === 'row' || CONTENT.test(text)
}

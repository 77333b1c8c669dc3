import { findSession, isSession } from '../grammar/session.js'
import { compact, type Line } from '../lines/line.js'

const END =
  /(?:答复|复函|答复函|回复|回函|函复|复文|(?:答复|回复|提案|建议|议案)的函|意见的?函|(?:办理|会办|协办|答复)意见|办理(?:情况|结果)|情况的函|情况的报告|(?:办理|[答回]复)[单表]|续办续复|复的函|答复摘要)$/
const START = /关于|^对|^.{2,30}对/
/** A title that a site took from the name of a file. */
const EXTENSION = /\.(?:pdf|docx?|wps|ofd)$/i
const MOST_LINES = 4
const LONGEST = 200

/** 原标题：【对县十届人大二次会议第8号建议的答复】, and 以上是对县十届人大二次会议第8号建议的答复, below a letter. */
const TOLD_BELOW =
  /(?:原标题[：:]?[【《“]?|以上[是为][^。，对]{0,16})((?:关于|对)[^。！？；【】]{4,120}号(?:提案|建议|议案)的?(?:答复|复函|回复))/
const LINES_BELOW = 12

/** 首页>政务公开>提案答复; a title may have <> around it in place of 《》. */
const BREADCRUMB = /^[^<]*[>＞»›]/

/** （编号：第2087号） on the line below a title is of it. */
const NUMBER_BELOW = /^[（(](?:提案|建议|议案)?编?号[：:]第?[\w.-]{1,20}号?[）)]$/

/** A title above a salutation, without white space, and the lines it stands on. */
export interface Title {
  text: string
  lines: Line[]
}

/**
 * The titles above the salutation, the letter's own first: it is the last one, and may be broken over several lines
 * and carry a document number, a category or a topic in brackets at its end. The others are those of the page.
 */
export function findTitles(header: readonly Line[]): Title[] {
  const titles: Title[] = []
  const textAt = (i: number) => compact(header[i]?.text.slice(0, LONGEST) ?? '')
  for (let end = header.length - 1; end >= 0; end--) {
    let start = end
    let title = textAt(end).replace(EXTENSION, '')
    // 的答 / 复
    if (title.length === 1 && start > 0) title = textAt(--start) + title
    if (!END.test(withoutBrackets(title)) || BREADCRUMB.test(title)) continue
    const number = isNumberBelow(textAt(end + 1)) ? textAt(end + 1) : ''
    const last = { title, start }
    while (!isStart(title) && start > 0 && end - start < MOST_LINES) title = textAt(--start) + title
    if (!isStart(title)) ({ title, start } = last)
    titles.push({ text: title + number, lines: header.slice(start, end + (number ? 2 : 1)) })
    end = start
  }
  return titles
}

/** 青禾县第十届人民代表大会第二次会议第8号建议办理单 and 市十届人大二次会议代表建议答复单 begin with their session. */
function isStart(title: string): boolean {
  return (
    START.test(title) || isSession(title.replace(/(?:第[^第号]{1,16}号|代表|委员)(?:提案|建议|议案).*$/, ''))
  )
}

/** What the last lines below a salutation say that its title is. */
export function titleBelow(lines: readonly Line[]): Title[] {
  return lines.slice(-LINES_BELOW).flatMap((line) => {
    const text = TOLD_BELOW.exec(compact(line.text.slice(0, LONGEST)))?.[1]
    return text !== undefined && findSession(text) !== undefined ? [{ text, lines: [line] }] : []
  })
}

/** Whether a line without white space gives the number of the title above it, and nothing else. */
export function isNumberBelow(line: string): boolean {
  return NUMBER_BELOW.test(line)
}

/** Whether a line is the title of a reply, from its first word to its last. */
export function isWholeTitle(line: string): boolean {
  const text = compact(line.slice(0, LONGEST))
  return isStart(text) && END.test(withoutBrackets(text))
}

/**
 * 关于县政协十届四次会议第45号提案的答复 answers a proposal, whoever is addressed in whichever way, and so does
 * “关于修渠的建议”复文（2019年第45号）.
 */
export function isTitleOfReply(title: string): boolean {
  return /号/.test(title) && (findSession(title) !== undefined || /复文/.test(title))
}

/** Whether a page's title, in Simplified characters, says that a reply stands on it; a site may word it as it likes. */
export function isTitleOfPage(title: string): boolean {
  return /[答函回批]复|复函|的函|办理|意见|第.{1,20}号/.test(title)
}

/**
 * Without what a title says behind its end: 的答复（关于修渠的建议）, 的答复《关于修渠的建议》, 的答复：关于修渠的建议, or a
 * site, whose next label has lost its line: 的答复发文机关青禾县水利局.
 */
function withoutBrackets(title: string): string {
  let text = title.replace(/(?<=答复函?|复函|复文|回复|的函)(?:[：:]关于|发文机关|发布机构).*$/, '')
  for (;;) {
    const open = { '）': /[（(]/g, ')': /[（(]/g, ']': /\[/g, '】': /【/g, '〕': /〔/g, '》': /《/g }[
      text.slice(-1)
    ]
    const start = open ? [...text.matchAll(open)].at(-1)?.index : undefined
    if (!start) return text.replace(/[ABCD]类?$/, '')
    text = text.slice(0, start)
  }
}

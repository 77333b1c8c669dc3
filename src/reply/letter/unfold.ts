import { isOffice } from '../grammar/offices.js'
import { compact, type Line, type Lines, sliceLine, spanOf } from '../lines/line.js'
import type { Note } from '../reply.js'
import {
  cutsOfDatedEnd,
  cutsOfHead,
  cutsOfHeadings,
  cutsOfSignature,
  startOfFooter,
  TITLE_END,
} from './folded-parts.js'
import { isLeadIn } from './lead-in.js'
import { isOfHead } from './letterhead.js'
import { pageLabels } from './page-labels.js'
import { isSalutationAlone, mayAddress, readSalutation } from './salutation.js'
import { isWholeTitle } from './title.js'

/** How far into a line, and at how many colons, a salutation is looked for. */
const REACH = 1_000
const MOST_ADDRESSES = 5
const MOST_STARTS = 20
/** How far down a page its letter begins that has neither. */
const LINES_OF_HEAD = 60

/** Behind 领衔代表： a record names who proposed. */
const ADDRESS =
  /(?:(?<!(?:^|[\s，,（(])(?:领衔|附议|联名))(?:委员会?|代表团?)|小组|支部|支社|[局委厅]|办公室|街道)(?:(?:[您你]们?好)?\s*[：:](?:\s*[您你]们?好\s*[！!。，,])?|[，,]\s?[您你]们?好[！!。，,：:])|(?:委员|代表)(?=\s+[您你《提])/g
/** 沈一禾代表：您好！, 尊敬的沈一禾代表：: whom a line begins with is addressed, whatever he is told in a letter of few words. */
const ADDRESSES = /^尊敬|好\s*[！!。，,：:]$/
/** The same of 沈一禾代表：您在会上所提路灯一事…. */
const SPEAKS_TO = /^\s*[您你贵]/
/** 您建议在村口安装路灯，经查…, whatever stands before the salutation. */
const ASKS = /^\s*[您你]们?(?:建议|反映)/
/** Names have gaps of their own: 沈  禾 、鲁木槿（等10位）代表. */
const NAMES_MAY_START =
  /(?:答\s*复函?|复\s*函|回\s*复|的\s*函|续\s*复|公开(?:[：:]是)?|[：:]\s?[（(]?[A-D]\d?[）)]?类?|[）)号类日]|(?<!提示|摘要|导读)[：:])\s*(?!\s|委员|代表)|(?<![、，,\s])\s+(?![、，,\s]|委员|代表|\p{Script=Han}[、，,])/gu

/** Under which a record of a proposal has the letter; no letter addresses anybody behind such words. */
const ANSWER = /^\s*(?:办理|答复|回复)(?:情况|意见|结果)?[：:]\s*/

const TITLE_LABEL = /^\s*标\s*题\s*[：:]/

/** A paragraph may end where a space or a numbered heading follows a sentence, and at any wide gap. */
const PARAGRAPH_END =
  /(?<=[。！？：；!?]|如下:|的(?:答复函?|复函|回复|函))\s+|(?<=[。！？：!?])(?=[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|(?:最后，|再次|衷心|诚挚)?感谢[您你贵])|(?<=\S\S)(?:\s{2,}|\u3000)(?=\S\S)|(?<=\s)(?=[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])/g

/** Where there are no gaps at all, any number behind a sentence may begin a line. */
const NUMBERED = /(?<=[。！!])(?=\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)](?!号)|[①-⑳])/g

/**
 * unified plugin: gives a letter that was saved on one or two lines its line breaks back. That they were lost
 * shows in a line that holds both the salutation and the lead-in. Otherwise only a head is cut whose lines ran together,
 * a dated sign-off from the end of the last paragraph, and a salutation from the labels of the page.
 */
export function unfold(): (lines: Lines) => Lines {
  return (lines) => {
    const { children } = lines
    const address = children.findIndex(({ text }) => isSalutationAlone(text))
    const head = address === -1 ? children : children.slice(0, address)
    const leadIn = children.findIndex(({ text }) => isLeadIn(text))
    const mayBeAlone = (i: number) => leadIn === -1 || i <= leadIn
    const folded = head.find(({ text }, i) => findSalutation(text, '', mayBeAlone(i)) !== undefined)
    const endOfHead = address === -1 ? leadIn : address
    const above = children.slice(0, endOfHead === -1 ? LINES_OF_HEAD : endOfHead)
    const heads = folded ? [] : above.filter((line, i) => isHead(line, children[i + 1]))
    return {
      ...lines,
      children: children.flatMap((line, i) => {
        if (folded) return unfoldLine(line, line === folded)
        return heads.includes(line) ? cutHead(line, children[i + 1]) : cutEnds(line, children[i + 1])
      }),
      notes: [...(lines.notes ?? []), ...(folded ? [folded] : heads.filter(isRepair)).map(noteLostBreaks)],
    }
  }
}

/** Nothing was lost from a line that names the title which it holds (标题：关于…的答复). */
function isRepair(line: Line): boolean {
  return !(TITLE_LABEL.test(line.text) && cutHead(line).length === 2)
}

function noteLostBreaks(line: Line): Note {
  return {
    kind: 'lost line breaks',
    message: 'The line holds more than one part of the letter, and was cut where these begin.',
    ...spanOf(line),
  }
}

function unfoldLine(line: Line, mayBeAlone: boolean): Line[] {
  const salutation = findSalutation(line.text, '', mayBeAlone) ?? { start: 0, end: 0 }
  const { start, end } = salutation
  const ends = [PARAGRAPH_END, ...(/\s/.test(line.text.slice(end).trim()) ? [] : [NUMBERED])].flatMap(
    (pattern) => Array.from(line.text.matchAll(pattern), ({ index }) => index),
  )
  const footer = startOfFooter(line.text, end)
  const signature = cutsOfSignature(line.text.slice(0, footer), end)
  const body = [...ends, ...cutsOfHeadings(line.text)].filter(
    (cut) => (cut <= start || cut >= end) && cut < (signature[0] ?? Number.POSITIVE_INFINITY),
  )
  const cuts = [...body, start, end, ...cutsOfHead(line.text.slice(0, start)), ...signature, footer]
  return cutLine(line, cuts)
}

/** Whether a line above the salutation holds its title, or the salutation itself, beside more than the offices that write. */
function isHead(line: Line, next: Line | undefined): boolean {
  const others = cutHead(line, next).filter(({ text }) => !isOffice(compact(text).replace(/：$/, '')))
  if (others.length < 2) return false
  return (
    others.some(({ text }) => isWholeTitle(text) || isSalutationAlone(text)) ||
    (!/\s/.test(line.text) && others.every(({ text }) => isOfHead(compact(text), [])))
  )
}

function cutHead(line: Line, next?: Line): Line[] {
  if (line.text.length > REACH) return [line]
  const start = findSalutation(line.text, next?.text)?.start ?? line.text.length
  return cutLine(line, [...cutsOfHead(line.text.slice(0, start)), start])
}

function cutEnds(line: Line, next: Line | undefined): Line[] {
  return cutLine(line, [startOfAddress(line.text), ...cutsOfDatedEnd(line.text, next?.text ?? '')])
}

/**
 * Where a salutation stands behind the last label of a page, which has no value (时效性：沈一禾代表：), or behind the
 * one under which a record has the whole letter.
 */
function startOfAddress(text: string): number {
  if (!mayAddress(text)) return text.length
  const start = pageLabels(text).at(-1)?.end ?? ANSWER.exec(text)?.[0].length ?? text.length
  return isSalutationAlone(text.slice(start)) ? start : text.length
}

/**
 * Where a salutation stands that the lead-in follows on the same line, or at whose end the next one begins with it.
 *
 * @param mayBeAlone Whether it needs no lead-in; within a letter, 我们走访了村委会：您反映的情况属实 addresses nobody.
 */
function findSalutation(
  text: string,
  next = '',
  mayBeAlone = true,
): { start: number; end: number } | undefined {
  const addresses = [...text.slice(0, REACH).matchAll(ADDRESS)].slice(0, MOST_ADDRESSES)
  for (const address of addresses) {
    const end = address.index + address[0].length
    const opened = text.slice(0, end)
    const rest = text.slice(end)
    const isAddress = mayBeAlone && rest.trim() !== '' && (ADDRESSES.test(opened) || SPEAKS_TO.test(rest))
    const isAlone = isAddress && (readSalutation(opened)?.recipients.length ?? 0) > 0
    if (!isAlone && !isLeadIn(rest || next) && !(mayBeAlone && ASKS.test(rest || next))) continue
    const starts = [...opened.matchAll(NAMES_MAY_START)]
      .map((match) => match.index + match[0].length)
      .filter((start) => start < address.index)
    const start = [0, ...starts.slice(-MOST_STARTS)]
      .reverse()
      .find((from) => readSalutation(text.slice(from, end)))
    if (start !== undefined) return { start, end }
  }
  return findBehindTitle(text)
}

/** A group or a name without its colon may follow the title, or the lead-in at once. */
function findBehindTitle(text: string): { start: number; end: number } | undefined {
  for (const title of [...text.slice(0, REACH).matchAll(TITLE_END)].slice(0, MOST_ADDRESSES)) {
    const end = title.index + title[0].length
    const start = end + /^\s*/.exec(text.slice(end))![0].length
    const address = /^.{2,60}?(?:[：:]|\s)/.exec(text.slice(start, start + 80))?.[0] ?? ''
    const body = start + address.length
    if (address && readSalutation(address) && isLeadIn(text.slice(body))) return { start, end: body }
    if (isLeadIn(text.slice(start))) return { start, end: start }
  }
  return undefined
}

function cutLine(line: Line, cuts: number[]): Line[] {
  if (cuts.every((cut) => cut === 0 || cut === line.text.length)) return [line]
  const ends = [...cuts, line.text.length].sort((a, b) => a - b)
  return ends.map((end, i) => sliceLine(line, ends[i - 1] ?? 0, end)).filter(({ text }) => text !== '')
}

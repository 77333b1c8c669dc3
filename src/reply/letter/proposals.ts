import { findDocumentNumber } from '../grammar/document-number.js'
import { proposalNumbers } from '../grammar/proposal-number.js'
import { findSession, findSessions, isSession } from '../grammar/session.js'
import { compact, type Line } from '../lines/line.js'
import type { FieldOrigin, Proposal, ProposalKind } from '../reply.js'
import {
  indexOfLeadIn,
  proposalsPart,
  quotedTitles,
  titlesByNumber,
  titlesOf,
  withoutZeros,
} from './lead-in.js'
import type { Letter } from './letter.js'
import { lineOfEntry, type Page } from './page.js'
import { isWholeTitle, type Title } from './title.js'
import { topicsOf } from './topic.js'

/** The labels of a page under which it names the proposal. */
const NAMING =
  /^(?:ArticleTitle|标题|名称|信息名称|文件名称|文件标题|(?:建议|提案|会议)?届次|(?:建议|提案)(?:标题|名称|题目|编号|号)|议案编号)$/

/** Those of them that name nothing else. */
const NAMING_ALONE = /^(?:建议|提案|议案)(?:标题|名称|题目)$/

/** 对县十届人大二次会议, which was a title: the line with its number and its end is lost. */
const BEGUN = /^(?:关于)?对(?!于)/

/** The ordinal of a meeting is lost: 第次会议. */
const DAMAGED = /[第届大协会]次/

/** The number of a proposal as a table gives it: 0087, 2025-0188, 2025-3-0188. */
const BARE = /^(?:[\dA-Za-z]{1,16}|(?:19|20)\d\d-(?:\d{1,2}-)?\d{3,6})$/

/** The same as a record of a site heads it: 第 23 号. */
const NUMBER_ALONE = /^第([\dA-Za-z]{1,16})号$/

/** 建议17040409号--关于修渠的建议, as a list of proposals names one. */
const LISTED = /^(?:建议|提案|议案)第?([\dA-Za-z]{1,16})号[-—－:：]/

/** 县十届人大二次会议第8号建议, on a line of its own below a title that tells the topic alone. */
const NAMED = /会议?第[^第号]{1,16}号(?:提案|建议|议案)?[）)]?$/

/** 县水利局公布对县十届人大二次会议第8号建议的答复, as a site that reposts the letter begins. */
const RETOLD =
  /(?:关于|对)((?:(?!关于|对)\p{Script=Han}){2,40}会议?第[^第号]{1,16}号(?:提案|建议|议案))的?(?:答复|复函)/u

/** 提案答复函（2025年第5号）, where the lead-in tells that of the proposal. */
const NUMBER_OF_LETTER = /^[^号]*[（(](?:19|20)\d\d年第\d{1,6}号[）)]$/

/** 关于修渠的建议 */
const TITLE_ALONE = /^关于[^。！？；：]{2,60}的(?:提案|建议|议案)$/

/** 《关于制定…条例的议案》（第3号）办理情况的报告 */
const MOTION_BEFORE_NUMBER = /的(议案)[》”]?[（(]第[^（）()]{1,12}号[）)]的?(?:办理|处理|审议)/

const LONGEST_SESSION = 40
const LONGEST_RETOLD = 200

/** A text that names the proposals, and where it stands. */
export interface Source {
  /** Without white space. */
  text: string
  lines: Line[]
  origin: FieldOrigin
}

/** The proposals of a letter, and the text that each of their fields was read from. */
export interface FoundProposals {
  proposals: Proposal[]
  sources: { number?: Source; title?: Source; session?: Source }
  /** Numbers that the letter gives elsewhere for its only proposal: 第012号 above, 第2021012号 in the lead-in. */
  others: string[]
}

/**
 * What the letter answers: as many proposals as its title has numbers, else as its lead-in has titles. What neither
 * says may be said by the other titles of the page or its table.
 */
export function readProposals({ header, titles, page, salutation, body }: Letter): FoundProposals {
  const [own, leadIn, ...rest] = sourcesOf(titles, page, body, header)
  const sources = [own, leadIn, ...rest]
  // Where the title of the letter is damaged, that of its page is often whole.
  const naming = [...sources.filter(({ origin }) => origin === 'title'), ...sources]
  const whole = first(naming, ({ text }) =>
    listed(findSession(text)).filter((found) => /会议?$/.test(found) && !DAMAGED.test(found)),
  )
  const session = whole.source ? whole : first(naming, ({ text }) => listed(findSession(text)))
  const kind = kindOf(own.text, session.found[0] ?? own.text, leadIn.text, salutation?.title)
  const isOfLetter = NUMBER_OF_LETTER.test(own.text) && proposalNumbers(leadIn.text).length > 0
  const number = first(isOfLetter ? [leadIn] : sources, ({ text }) => proposalNumbers(text))
  const quoted = first([leadIn, own, ...rest], (source) =>
    source === leadIn ? titlesOf(source.text) : quotedTitles(source.text),
  )
  const people = salutation?.recipients ?? []
  const told = quoted.source
    ? quoted
    : first(naming, ({ text, origin }) =>
        origin === 'title' ? topicsOf(text).filter((topic) => !isNameOf(topic, people)) : [],
      )
  const known = titleOfRecord(page)
  const title = told.source ? told : known.source ? known : titleAlone(header)
  const count = number.found.length || title.found.length || 1
  // One title is that of all numbers; where there are more or fewer, it is not said whose is whose.
  const [shared] = title.found.length === 1 ? title.found : []
  const beside = title.source === leadIn && count > 1 ? titlesByNumber(leadIn.text, title.found) : undefined
  const numbers = new Set(number.found.map(withoutZeros))
  const isBeside = beside !== undefined && [...beside.keys()].every((each) => numbers.has(each))
  const meetings = number.source === session.source ? meetingsOf(number.source?.text ?? '') : undefined
  const proposals = Array.from({ length: count }, (_, i): Proposal => {
    const own = number.found[i]
    const inOrder = title.found.length === count ? title.found[i] : shared
    const name = isBeside && own !== undefined ? beside.get(withoutZeros(own)) : inOrder
    return {
      ...(own !== undefined && { number: own }),
      ...(name !== undefined && { title: name }),
      kind,
      ...(session.found[0] !== undefined && { session: session.found[0] }),
      ...meetings?.get(own),
    }
  })
  const inLeadIn = number.source === own ? proposalNumbers(leadIn.text) : []
  const isOther = (each: string) => withoutZeros(each) !== withoutZeros(number.found[0] ?? '')
  return {
    proposals,
    sources: {
      ...(number.source && { number: number.source }),
      ...(title.source && { title: title.source }),
      ...(session.source && { session: session.source }),
    },
    others: count === 1 && inLeadIn.length === 1 ? inLeadIn.filter(isOther) : [],
  }
}

/** 建议标题：关于修渠的建议, where neither the letter nor its title tells it. */
function titleOfRecord({ entries }: Page): { found: string[]; source?: Source } {
  const entry = entries.find(({ label }) => NAMING_ALONE.test(label))
  const line = entry && lineOfEntry(entry)
  if (!line || isWholeTitle(line.text)) return { found: [] }
  const text = compact(line.text)
  return { found: [text], source: { text, lines: [line], origin: 'page' } }
}

/** The only line above a letter that is the title of a proposal, as a page is headed that has none of its reply. */
function titleAlone(header: Line[]): { found: string[]; source?: Source } {
  const [line, ...others] = header.filter(({ text }) => TITLE_ALONE.test(text))
  if (!line || others.length > 0) return { found: [] }
  const text = compact(line.text)
  return { found: [text], source: { text, lines: [line], origin: 'page' } }
}

/** 关于沈一禾提案的答复 tells who proposed. */
function isNameOf(topic: string, people: readonly string[]): boolean {
  const words = topic.replace(/^关于/, '').replace(/的?(?:提案|建议|议案)$/, '')
  return people.some((name) => words === name || words === `${name}等`)
}

/** Whose each number is, where a text names two meetings: 区人大三次会议第8号建议及区政协四次会议第21号提案. */
function meetingsOf(text: string): Map<string | undefined, Pick<Proposal, 'kind' | 'session'>> {
  const sessions = findSessions(text)
  if (new Set(sessions).size < 2) return new Map()
  let at = 0
  return new Map(
    sessions.flatMap((session, i) => {
      const start = text.indexOf(session, at)
      at = start + session.length
      const next = sessions[i + 1]
      const part = text.slice(start, next === undefined ? text.length : text.indexOf(next, at))
      return proposalNumbers(part).map((number) => [number, { kind: kindOf(part, session, ''), session }])
    }),
  )
}

/** The letter's own title, its lead-in, and then what the page says. */
function sourcesOf(titles: Title[], page: Page, body: Line[], header: Line[]): [Source, Source, ...Source[]] {
  const [own, ...others] = titles.map(
    ({ text, lines }): Source => ({ text: withoutDocumentNumber(text), lines, origin: 'title' }),
  )
  const line = body[Math.max(indexOfLeadIn(body), 0)]
  const entries = [
    ...(page.title ? [page.title] : []),
    ...page.entries.filter(({ label }) => NAMING.test(label)),
  ]
  return [
    own ?? { text: '', lines: [], origin: 'title' },
    { text: proposalsPart(line?.text ?? ''), lines: line ? [line] : [], origin: 'letter' },
    ...others,
    ...recordsIn(header),
    ...entries.map((entry): Source => {
      const line = lineOfEntry(entry)
      return {
        text:
          entry.label.endsWith('号') && BARE.test(line.text)
            ? `第${line.text}号`
            : withoutDocumentNumber(compact(line.text)),
        lines: [line],
        origin: entry.label === 'title' ? 'title' : 'page',
      }
    }),
  ]
}

/** What a site's record says without labels: the session on a line of its own, and the number below it. */
function recordsIn(header: Line[]): Source[] {
  return header.flatMap((line, i): Source[] => {
    if (line.text.length > LONGEST_RETOLD) return []
    const session = compact(line.text)
    const retold = RETOLD.exec(session)?.[1]
    if (retold && findSession(retold)) return [{ text: retold, lines: [line], origin: 'page' }]
    const listed = LISTED.exec(session)?.[1]
    if (listed) return [{ text: `第${listed}号`, lines: [line], origin: 'page' }]
    if (line.text.length > LONGEST_SESSION) return []
    if (NAMED.test(session) && findSession(session))
      return [{ text: session, lines: [line], origin: 'letter' }]
    if (BEGUN.test(session) && session.endsWith(findSession(session) ?? '：'))
      return [{ text: session, lines: [line], origin: 'title' }]
    if (!isSession(session)) return []
    const below = header.slice(i + 1, i + 3)
    const number = BARE.test(below[0]?.text ?? '')
      ? below[0]
      : below.find(({ text }) => NUMBER_ALONE.test(compact(text)))
    if (!number) return [{ text: session, lines: [line], origin: 'page' }]
    const digits = compact(number.text).replace(NUMBER_ALONE, '$1')
    return [{ text: `${session}第${digits}号`, lines: [line, number], origin: 'page' }]
  })
}

function withoutDocumentNumber(title: string): string {
  return title.replace(findDocumentNumber(title)?.printed ?? '', '')
}

function first(sources: Source[], read: (source: Source) => string[]): { found: string[]; source?: Source } {
  for (const source of sources) {
    const found = read(source)
    if (found.length > 0) return { found, source }
  }
  return { found: [] }
}

function listed(found: string | undefined): string[] {
  return found === undefined ? [] : [found]
}

/** By who met, else by the noun after the number, else by who is addressed: a quoted title is no evidence. */
function kindOf(title: string, meeting: string, leadIn: string, addressee?: '委员' | '代表'): ProposalKind {
  const numbered = /号(?:重点)?(?:代表|委员)?(提案|建议|议案)/.exec(title)?.[1]
  const topical =
    /(提案|建议|议案)的?(?:答复|复函|回复)/.exec(title)?.[1] ?? MOTION_BEFORE_NUMBER.exec(title)?.[1]
  if ((numbered ?? topical) === '议案') return '议案'
  if (/政协|政治协商/.test(meeting)) return '提案'
  if (/人大|人民代表大会/.test(meeting)) return '建议'
  if (numbered) return numbered as ProposalKind
  if (addressee) return addressee === '委员' ? '提案' : '建议'
  if (topical) return topical as ProposalKind
  return /提案/.test(leadIn) ? '提案' : '建议'
}

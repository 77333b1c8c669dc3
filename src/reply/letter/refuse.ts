import { InvalidReplyError } from '../../errors.js'
import { compact, type Line } from '../lines/line.js'
import type { Salutation } from './salutation.js'
import { isTitleOfReply } from './title.js'

/** Of a party, of the staff of a firm or a school, of an association (县教育工会三届二次会议): all but 人民代表大会. */
const OTHER_CONGRESS =
  /(?:工会|妇联|残联|侨联|文联|科协|商会|协会|公司|学校|学院|大学|医院)第?[一二三四五六七八九十\d]{1,3}届第?[一二三四五六七八九十\d]{1,3}次|党代表大会|党代会|党员代表大会|中共[^人]{1,20}代表大会|(?:职工|学生|妇女|会员|社员)代表大会|[教职学妇团]代会/
const AT_CONGRESS = new RegExp(`[您你]们?在.{0,20}(?:${OTHER_CONGRESS.source}).{0,20}提`)
/** What a standing committee says of a report, and a reporter to a deputy. */
const NEIGHBOUR = /审议意见|接受采访|^记者[：:]/
/** How news tells of a reply that it does not print. */
const TOLD = /答复函?中(?:介绍|指出|称|提到|显示)|答复称/
/** How news quotes a letter with its salutation: so it begins, and so it says above what it quotes. A letter may name reporters. */
const NEWS = /^本报讯|本报记者|[（(](?:见习|通讯员)?记者/
const QUOTES = /记者(?:看到|获悉|了解到|从|在|[：:])/
/** Whom mailboxes, hotlines and message boards answer; and what they call it. */
const CITIZEN =
  /网友|网民|(?:先生|女士|同志|市民|群众|居民|业主|家长|朋友)(?:[您你]好)?[：:，,]|来信(?:人|内容|标题|编号|时间)|(?:市长|县长|区长|书记|局长|厅长|镇长)信箱|留言(?:人|内容|标题|时间)|社情民意/
/** Where citizens call, and what a proposal may concern. */
const HOTLINE = /(?<!\d)12345(?!\d)|热线/
const PROPOSAL = /提案|建议|议案|政协|人大/

/** What the title of a letter says that one of a yearly summary does not: a number, or what the letter is. */
const ONE_REPLY = /号|[答回函批]复|复函|的函|意见|续办/

const MEMBER = /提案|议案|政协|人大|委员|代表/
const OF_MEMBERS = /提案|议案|政协|人大|人民代表大会|代表团/

/**
 * 县政协十届三次会议的集体提案《关于修渠的提案》收悉，现答复如下 says all that a title says. Without the meeting, what was
 * received must be a 提案 or 议案: citizens make 建议 too.
 */
const WHOLE_LEAD_IN =
  /^(?:.{0,40}次(?:全体)?会议.{2,120}(?:提案|建议|议案).{0,20}|.{0,8}提[出交]的.{2,120}的(?:提案|议案))已?收悉[，,。].{0,12}[答回]复如下|^在?.{2,24}次(?:全体)?会议上?[，,]?(?:人大代表|政协委员).{2,20}提[出交].{2,280}[答回]复如下[：:。]/

/** What a form has where a letter has a name, a number or a title. */
const BLANK = '[Xx×＊*○_＿…\\s]'
const PLACEHOLDERS = [
  new RegExp(`${BLANK}{1,8}(?:届|次会议|号(?:提案|建议|议案))`),
  new RegExp(`《(?:关于)?${BLANK}{2,}`),
  /^(?:尊敬的)?[Xx×○*_＿某]{1,4}(?:、[Xx×○*_＿某]{1,4})*(?:委员|代表)/,
  /格式|样式|模板|范本|样本/,
]

const ANNOUNCES = /[答回函]复如下[：:。]?$/

/** What was found of a letter. */
interface Found {
  titles: string[]
  salutation: Salutation | undefined
  hasLeadIn: boolean
  /** Whether the text begins at once below a title. */
  isBare: boolean
  /** The lines around the salutation. */
  start: Line[]
  /** How many of them stand above it. */
  linesAbove: number
}

/**
 * @throws {InvalidReplyError} for what lacks two of title, salutation and lead-in, unless its text stands below the
 * title of a reply or its lead-in names the meeting, and for neighbours of the genre.
 */
export function refuseUnlessReply({ titles, salutation, hasLeadIn, isBare, start, linesAbove }: Found): void {
  const missing = [
    titles.length === 0 && 'a title (关于…第…号提案的答复)',
    !salutation && 'a salutation (沈一禾委员：)',
    !hasLeadIn && 'a lead-in (您提出的《…》收悉，现答复如下：)',
  ].filter((part) => part !== false)
  const opens = start.some(({ text }) => WHOLE_LEAD_IN.test(compact(text.slice(0, 400))))
  if (missing.length >= 2 && !opens && !(isBare && titles.some(isTitleOfReply))) {
    throw new InvalidReplyError(
      `The document is no reply letter: looked for and did not find ${missing.join(', ')}.`,
      missing.map((part) => ({ path: [], message: `not found: ${part}` })),
    )
  }
  const beginning = [...titles, ...start.map(({ text }) => compact(text.slice(0, 400)))]
  const isOfCongress =
    titles.some((title) => OTHER_CONGRESS.test(title)) ||
    (beginning.some((line) => AT_CONGRESS.test(line)) && !titles.some(isTitleOfReply))
  if (isOfCongress) {
    refuse('It answers a proposal to another congress (党代会, 职代会), not to the CPPCC or the NPC.')
  }
  const blanks = PLACEHOLDERS.filter((placeholder) => beginning.some((line) => placeholder.test(line)))
  if (blanks.length > 1)
    refuse('It is a form: where a letter has a name, a number or a title, it has blanks.')
  const isCalled =
    beginning.some((line) => HOTLINE.test(line)) && !beginning.some((line) => OF_MEMBERS.test(line))
  const isOfCitizen = isCalled || beginning.some((line) => CITIZEN.test(line))
  if (!salutation?.title && !titles.some(isTitleOfReply) && isOfCitizen) {
    refuse('It answers a citizen’s letter, call or message, not a proposal.')
  }
  if (
    !titles.some(isTitleOfReply) &&
    (!salutation?.title || titles.length === 0) &&
    beginning.some((line) => NEIGHBOUR.test(line))
  ) {
    refuse('It tells of a report to a standing committee, or is an interview.')
  }
  if (
    !salutation &&
    !beginning.some((line) => MEMBER.test(line)) &&
    !titles.some((title) => PROPOSAL.test(title))
  ) {
    refuse('It names neither a member or deputy nor, in its title, a proposal, a suggestion or a motion.')
  }
  const above = salutation ? beginning.slice(0, titles.length + linesAbove) : beginning
  if (
    titles.length === 0 &&
    (beginning.some((line) => NEWS.test(line)) || above.some((line) => QUOTES.test(line)))
  ) {
    refuse('It is news that quotes a letter.')
  }
  if (!salutation && beginning.some((line) => TOLD.test(line))) {
    refuse('It tells of a reply: nobody is addressed.')
  }
  if (!salutation && titles.length > 0 && !titles.some((title) => ONE_REPLY.test(title))) {
    refuse('It tells of proposals in general: nobody is addressed, and its title names no reply.')
  }
  // A line may break within a word: 建 / 议.
  if (!PROPOSAL.test(beginning.join(''))) {
    refuse('Neither its title nor its first lines name a proposal, a suggestion or a motion.')
  }
}

/** @throws {InvalidReplyError} for the record of a proposal that announces an answer (现答复如下) and ends there. */
export function refuseUnanswered(body: readonly Line[]): void {
  const last = compact(body.at(-1)?.text.slice(-40) ?? '')
  if (ANNOUNCES.test(last)) refuse('It announces an answer (现答复如下) and holds none.')
}

function refuse(reason: string): never {
  const message = `The document is no reply letter. ${reason}`
  throw new InvalidReplyError(message, [{ path: [], message: reason }])
}

import { isOffice } from '../grammar/offices.js'
import { findSession } from '../grammar/session.js'

/** The end of a title, with what is left of a category or a document number in brackets behind it. */
const END =
  /的?(?:(?:办理|处理)(?:情况|结果|意见)的?)?(?:(?:会办|协办|分办|答复)意见(?:的函)?|答复(?:的函|函|摘要)?|复函|回复函?|回函|函复|复文|(?<=提案|建议|议案)的函)(?:[（([【][^（）()]{0,12}[）)\]】])?(?:[A-D]类?)?$/
/** How a title begins, behind the office that answers: 关于修渠的答复 keeps the word, 对修渠建议的答复 loses it. */
const START = /^(?:关于(?=对?关于)|(?:关于)?对(?!外))*/
const NUMBER = /第[^第号]{1,20}号|(?<!\d)\d{1,10}号/g
/** （第45号）, （2024年第45号）, （B类） */
const NO_PART = /[（(](?:[^（）()]{0,20}\d号|[A-D]类?)[）)]/g
/** …第45号提案（修渠）的答复, …第45号提案的答复（关于修渠的建议）. */
const ASIDE = /(?<=提案|建议|议案|[号复函])[（(]((?:[^（）()]|[（(][^（）()]{0,40}[）)]){3,100})[）)]/g
/** What is said in brackets of a proposal or a letter other than its topic. */
const REMARK =
  /[号类版稿件年度期次A-Z]$|公开|办|摘要|全文|委员|代表|集体|重点|界别|联名|答复|[委组局厅会界]$|等.{1,3}人$|提案$|支部$|工商联$|处理$|申请$|^\p{Script=Han}{2,3}等?$|^\P{Script=Han}*$|^第?[\d〔[]/u

/** 提案 are of somebody or of some sort: behind such words they have no topic. */
const SORT =
  /(?:政协|人大|人代会|委员|代表|代表团|常委|界别?|党派|团体|集体|联名|重点|大会|会议|平时|期间|年度?|有关|相关|上述|[此该您你贵对]|类|方面|组|督办|转办|交办|来信|同志|先生|女士|审议|[省市县区州旗][委盟]|总支|(?:支部|基层)(?:委员会)?|工商联|两会|^(?:关于)?\p{Script=Han}{2,3}等|意见|提出)的?$/u
const NOTHING_SAID =
  /^(?:关于)?(?:有关|相关|所提)?(?:问题|情况|事项|意见|来信|来函|工作)?$|办[理复](?:工作|情况)?$|^(?:关于)?(?:提案|议案|建议(?=.{0,2}$|提案))|大会发言|审议意见|[届号]|次会议|^(?:关于)?(?:\d{4}年|委员提案|代表建议|[A-Za-z]{0,3}[.-]?)\d{2,}$/
/** 关于沈一禾委员提出的…, 沈一禾、鲁木槿代表关于… */
const PROPOSER = /^.{2,30}?(?:委员|代表)们?(?:所?提出?的|的?(?=关于))/
const NAMED = /(?:提案|建议|议案)$/
const SHORTEST = 2
/** Behind a session or a number, shorter words say of which sort a proposal is. */
const SHORTEST_BEHIND = 4

/**
 * What a title without white space tells of the topic where it quotes none: 关于修渠的答复 gives 关于修渠,
 * …第45号提案（修渠）的答复 gives 修渠. At most one.
 */
export function topicsOf(title: string): string[] {
  const asides = Array.from(title.matchAll(ASIDE), ([, aside = '']) => aside)
  const whole = asides.find((aside) => /^关于..../.test(aside) && findSession(aside) === undefined)
  if (whole !== undefined) return [whole]
  const text = title.replace(NO_PART, '')
  const end = END.exec(text)?.index
  if (end === undefined) return []
  const words = text.slice(0, end)
  const behind = endOfNumber(words)
  const found =
    behind === 0
      ? topicIn(withoutBeginning(words), SHORTEST)
      : (asides.find((aside) => !REMARK.test(aside)) ?? topicBehind(words, behind))
  return found === undefined ? [] : [found]
}

/** Where the last session or number of a text ends; 0 without one. */
function endOfNumber(words: string): number {
  const session = findSession(words)
  const numbers = Array.from(words.matchAll(NUMBER), ({ 0: number, index }) => index + number.length)
  return Math.max(session === undefined ? 0 : words.indexOf(session) + session.length, ...numbers)
}

/** …第45号提案关于修渠, …第45号修渠提案, …三次会议关于修渠的提案. */
function topicBehind(words: string, behind: number): string | undefined {
  const rest = words.slice(behind)
  const about = rest.indexOf('关于')
  if (about !== -1) return topicIn(rest.slice(about), SHORTEST)
  return NAMED.test(rest) ? topicIn(rest, SHORTEST_BEHIND) : undefined
}

/** 青禾县水利局关于修渠 without the office; 青禾县水利局应对干旱 is no title. */
function withoutBeginning(words: string): string {
  const start = words.search(/关于|对(?!外)/)
  const isTitle = start === 0 || words.startsWith('关于', start) || isOffice(words.slice(0, start))
  return start !== -1 && isTitle ? words.slice(start).replace(START, '') : ''
}

function topicIn(words: string, shortest: number): string | undefined {
  const proposed = PROPOSER.exec(words)?.[0].length
  if (proposed !== undefined) return topicIn(words.slice(proposed), shortest)
  const noun = NAMED.exec(words)?.[0] ?? ''
  const topic = words.slice(0, words.length - noun.length).replace(/的$/, '')
  const isSort = (noun !== '' && SORT.test(topic)) || /(?:委员|代表|政协|人大|会议)$/.test(topic)
  const length = topic.replace(/^关于/, '').length
  return length < shortest || isSort || NOTHING_SAID.test(topic) ? undefined : words
}

import { compact } from '../lines/line.js'

const ASKED = '(?:建议|问题|意见|诉求|方面|提案|事项)'

/** How a paragraph begins that reports; a title that begins so ends as titles do, or with its year. */
const REPORTING =
  /^(?:我[局县市区州委厅院们办]|本[局县市区]|(?:目前|当前)(?!存在)|今年|去年|近年|截至|截止|根据|按照|\d{4}年(?!度?$)|已)/
/** The same of a sentence with its full stop; without one, 下一步继续加大投入 is a title. */
const TELLING = new RegExp(`^(?:[您你](?!.*${ASKED}$)|(?:下一?步|今后|接下来)[，,]?.{0,4}(?:将|继续))`)
/** How a sentence begins that says what is to be done. */
export const TASK =
  '(?:加[强大快]|完善|推[进动]|强化|优化|提[升高]|健全|落实|严[格抓]|开展|建[立设]|规范|深化|抓[好实]|做[好实]|突出|坚持|创新|压实|拓[宽展]|构建|夯实|争取|培[育养]|打造|统筹)'
/** 公园占地86亩 */
const AMOUNT =
  /\d[余多]?[万亿千百]?[余多]?(?:亩|公顷|公里|千米|米|平方|立方|元|人|户|个|处|所|座|家|辆|台|套|次|件|吨|名|条|盏|株|%|％)/
const IS_TASK = new RegExp(`^${TASK}`)
/** What an answer takes up: 关于修渠的建议, 关于“修渠”. */
const REQUEST = new RegExp(
  `^(?:关于|针对|对于)(?:.{0,12}[“"《].{1,60}[”"》]|[^。！？；]{2,100})的?${ASKED}$|^(?:关于|针对|对于).{0,14}“[^”]{2,40}”$`,
)
const OF_ASKED = new RegExp(`的${ASKED}$`)
/** 关于修渠的问题，我局采纳了您的建议 takes up what was asked, and reports. */
const REPORTS_ON =
  /^(?:我|本[局县市区]|目前|当前|今年|去年|近年|已|经[与商过]|该|您|\d{4}年)|^\p{Script=Han}{0,8}[局厅委办部](?:已|将|认为|表示)|表示|采纳|听取/u
/** 关于停车难, which is too short for a printed line that breaks there. */
const TOPIC = /^(?:关于|针对)[^。！？；，,：:]{2,16}$/
/** 建议一：修渠, 关于建议增加修渠资金的支持 */
const SUGGESTION =
  /^(?:关于|针对|对于|对)?(?:建议|问题|诉求)[一二三四五六七八九十\d][^。，]{0,40}$|^关于建议[^。！？；，,：:]{6,50}$/
/** 第63号提案, in the answer to several. */
const OF_SEVERAL =
  /^(?:关于|针对|对于?)?第[^号，。；：:第]{1,12}号(?:提案|建议|议案)的?(?:答复|回复|办理情况)?(?:意见)?$/
/** A part of the proposal that is quoted whole, sentence by sentence. */
const QUOTED_REQUEST =
  /^(?:关于|针对|对于?).{0,12}“[^“”]{2,160}”的?(?:建议|问题|意见|诉求|方面|提案)?的?(?:答复|回复)?$/
const USUAL_TITLE =
  /^[\p{Script=Han}\d“”、]{2,24}(?:情况|打算|计划|措施|安排|思路|进展|成效|做法|工作|方向|事项)$|^已经?(?:\p{Script=Han}{2,8}的|解决|采纳|落实|办结)(?:问题|建议|意见|诉求)$/u
/** 为此我局采取以下措施 */
const INTRODUCES_LIST = /以下|如下|下列/

/** Whether a line reports, or announces what follows it (经实地查看，进展如下), and is no title: 关于管护，答复如下 is one. */
export function isReport(line: string): boolean {
  const announces = line.endsWith('如下') && /[，,]/.test(line) && !line.startsWith('关于')
  return announces || (REPORTING.test(line) && !USUAL_TITLE.test(compact(line)))
}

/** Whether a sentence reports, given without its full stop. */
export function isReportSentence(sentence: string): boolean {
  return isReport(sentence) || (TELLING.test(sentence) && !USUAL_TITLE.test(compact(sentence)))
}

/** Whether a sentence says how much there is of something, and not what is to be done. */
export function isFact(sentence: string): boolean {
  return AMOUNT.test(sentence) && !IS_TASK.test(sentence)
}

/** Whether a text names what was asked for and nothing else. */
export function isRequest(text: string): boolean {
  if (!/^\s*[关针对]/.test(text)) return false
  const words = compact(text)
  return (REQUEST.test(words) && !goesOn(words)) || QUOTED_REQUEST.test(text)
}

function goesOn(words: string): boolean {
  const [, ...clauses] = words.replace(/“[^“”]*”/g, '').split(/[，,：:]/)
  return clauses.length > 0 && (!OF_ASKED.test(words) || clauses.some((clause) => REPORTS_ON.test(clause)))
}

/** Whether a line that stands alone says by its words that it is a title. */
export function isTitle(text: string): boolean {
  const words = compact(text)
  return (
    REQUEST.test(words) ||
    TOPIC.test(words) ||
    SUGGESTION.test(words) ||
    OF_SEVERAL.test(words) ||
    (USUAL_TITLE.test(words) && !INTRODUCES_LIST.test(words))
  )
}

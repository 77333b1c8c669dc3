import { compact } from '../lines/line.js'

const ASKED = '(?:建议|问题|意见|诉求|方面|提案|事项)'

/** How a paragraph begins that reports; a title that begins so ends as titles do. */
const REPORTING = new RegExp(
  `^(?:我[局县市区州委厅院们办]|本[局县市区]|(?:目前|当前)(?!存在)|今年|去年|近年|截至|截止|根据|按照|\\d{4}年|已|[您你](?!.*${ASKED}$)|(?:下一?步|今后|接下来)[，,]?.{0,4}(?:将|继续))`,
)
/** What an answer takes up: 关于修渠的建议, 关于“修渠”. */
const REQUEST = new RegExp(
  `^(?:关于|针对|对于)(?:.{0,12}[“"《].{1,60}[”"》]|[^。！？；]{2,100})的?${ASKED}$|^(?:关于|针对|对于).{0,14}“[^”]{2,40}”$`,
)
/** 建议一：修渠, 关于建议增加修渠资金的支持 */
const SUGGESTION =
  /^(?:关于|针对|对于|对)?(?:建议|问题|诉求)[一二三四五六七八九十\d][^。，]{0,40}$|^关于建议[^。！？；，,：:]{6,50}$/
/** A part of the proposal that is quoted whole, sentence by sentence. */
const QUOTED_REQUEST =
  /^(?:关于|针对|对于?).{0,12}“[^“”]{2,160}”的?(?:建议|问题|意见|诉求|方面|提案)?的?(?:答复|回复)?$/
const USUAL_TITLE =
  /^[\p{Script=Han}\d“”、]{2,24}(?:情况|打算|计划|措施|安排|思路|进展|成效|做法|工作|方向)$/u
/** 为此我局采取以下措施 */
const INTRODUCES_LIST = /以下|如下|下列/

/** Whether a sentence reports, and is no title. */
export function isReport(sentence: string): boolean {
  return REPORTING.test(sentence) && !USUAL_TITLE.test(compact(sentence))
}

/** Whether a text names what was asked for and nothing else. */
export function isRequest(text: string): boolean {
  return REQUEST.test(compact(text)) || QUOTED_REQUEST.test(text)
}

/** Whether a line that stands alone says by its words that it is a title. */
export function isTitle(text: string): boolean {
  const words = compact(text)
  return (
    REQUEST.test(words) || SUGGESTION.test(words) || (USUAL_TITLE.test(words) && !INTRODUCES_LIST.test(words))
  )
}

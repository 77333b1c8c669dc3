import type { SectionRole } from '../reply.js'

const PLAN =
  /下一?步|下一?阶段|今后|^打算$|工作打算|工作计划|工作思路|工作安排|后续|努力方向|改进措施|整改措施|[将拟]采取|举一反三/
const PROGRESS =
  /当前|目前|现状|前期|近年来|已开展|已采取|已完成|(?:工作|基本|开展|进展|落实|办理|推进|完成|有关|相关|主要)情况|主要做法|主要工作|工作成效|工作进展|所做工作|采取(?:的|了)?(?:主要|具体|工作)?(?:措施|做法)|取得的?(?:成[果绩效]|效果)|办理过程|情况$/
const ANSWER =
  /^(?:关于|针对|对于|对).*(?:建议|问题|意见|诉求|提案|方面|事项)|^建议[一二三四五六七八九十\d]|^第.{1,12}号(?:提案|建议|议案)|^(?:解决|处理|答复)意见$/
/** Outside a plan or a report, what a title is about is what was asked for: 关于罕见病的研究. */
const ABOUT = /^(?:关于|针对(?!性)|对于)/
const CLOSING =
  /^(?:最后|在此|同时|以上)?[，,]?(?:我们|我局|谨)?(?:再次|衷心|诚挚|真诚|非常|由衷|特别|十分)*[的地]?(?:感谢|谢谢)|^(?:特此|专此)|^此(?:致|复|函)|^敬礼|^(?:以上|上述)(?:是|为)?.{0,20}(?:[答回]复|意见|情况)|^您?(?:如|若)(?:有|对|您|果).{0,30}(?:意见|建议|疑问|满意|垂[询詢])|^(?:顺|敬|谨)[颂頌祝]|^[（(][^（）()]{0,12}满意[）)]|^恳请|^请您?.{0,10}填写|^祝您?|^(?:诚挚|诚恳|衷心)?(?:地)?(?:希望|欢迎)您?.{0,30}(?:监督|支持|关注|意见)/

/** What a section does in the letter, as far as its title says, or that of the section around it. */
export function roleOfTitle(title: string, outer?: SectionRole): SectionRole | undefined {
  if (ANSWER.test(title)) return 'answer'
  if (PLAN.test(title)) return 'plan'
  if (PROGRESS.test(title)) return 'progress'
  return outer ?? (ABOUT.test(title) ? 'answer' : undefined)
}

/** 现答复如下：渠道已经修好…, with no line break between the announcement and the answer. */
const ANSWERS_AT_ONCE = /[答回函]复如下[^。：:]{0,8}[：:。].{40}/s

/** Whether the paragraph that announces an answer gives it, too. */
export function answersAtOnce(leadIn: string): boolean {
  return ANSWERS_AT_ONCE.test(leadIn)
}

/** 我们将一如既往地做好工作，感谢您的关心支持。 */
const ENDS_WITH_THANKS = /(?:感谢|谢谢)[您你贵各][^。！!]{1,40}[。！!]?$/
const LONGEST_THANKS = 100

/** Whether a paragraph, standing last, takes leave: `再次感谢您对科技创新工作的关心和支持！` */
export function isClosing(paragraph: string): boolean {
  return (
    CLOSING.test(paragraph.slice(0, 80)) ||
    (paragraph.length <= LONGEST_THANKS && ENDS_WITH_THANKS.test(paragraph))
  )
}

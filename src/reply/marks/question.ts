const NUMBER = '\\s*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]|[一二三四五六七八九十]是)?\\s*'
const ABOUT = '(?:关于|针对|对于?|就)'
const SUBJECT = '(?:问题|建议|提案|意见|提议|诉求|议案|请求|事[宜项])'

/** 关于“……”的问题：, 针对您提出的……的建议，; also with its second quotation mark in a sentence to come. */
const QUESTION = new RegExp(
  `^${NUMBER}${ABOUT}(?:[^“”。，]{0,20}“[^”]*(?:$|”[^，。：]{0,12})|[^。“]{0,120}?(?:的|等|之)${SUBJECT}(?=[，：。]|$))`,
)

/** How far a sentence repeats what was asked for; 0 where it answers from its first word. */
export function lengthOfQuestion(sentence: string): number {
  return QUESTION.exec(sentence)?.[0].length ?? 0
}

import { compact, type Line } from '../lines/line.js'

const END =
  /(?:答复|复函|答复函|回复|回函|函复|答复的函|回复的函|意见的?函|(?:办理|会办|协办|答复)意见|办理(?:情况|结果)|情况的函|办理单|续办续复|复的函)$/
const START = /关于|^对|^.{2,30}对/
const MOST_LINES = 4
const LONGEST = 200

/**
 * The title of the letter, without white space: the last one above the salutation. It may be broken over
 * several lines and carry a document number, a category or a topic in brackets at its end.
 */
export function findTitle(header: Line[]): string | undefined {
  for (let end = header.length - 1; end >= 0; end--) {
    const last = compact(header[end]?.text.slice(0, LONGEST) ?? '')
    if (!END.test(withoutBrackets(last))) continue
    let title = last
    for (let start = end - 1; !START.test(title) && start >= 0 && end - start < MOST_LINES; start--) {
      title = compact(header[start]?.text ?? '') + title
    }
    return START.test(title) ? title : last
  }
  return undefined
}

/** The numbers between 第 and 号, as printed: 第21、38号 gives 21 and 38. */
export function proposalNumbers(text: string): string[] {
  const printed = [...text.matchAll(/第([^第号]{1,40})号/g)].map((match) => match[1] ?? '')
  const bare =
    printed.length > 0
      ? []
      : [
          /((?:(?<=会议)\p{Script=Han})?\d{1,10})号(?=提案|建议|议案|代表|委员|[“《）)])/u.exec(text)?.[1] ??
            '',
        ]
  return [...printed, ...bare]
    .flatMap((list) => list.split(/[、，,和及]/))
    .map((number) => number.replace(/[〔〕[\]（）()号第]/g, ''))
    .filter((number) => /^[\p{Script=Han}A-Za-z]{0,3}\d[\dA-Za-z.-]{0,15}$/u.test(number))
}

function withoutBrackets(title: string): string {
  let text = title
  for (;;) {
    const open = { '）': /[（(]/g, ')': /[（(]/g, ']': /\[/g, '】': /【/g, '〕': /〔/g }[text.slice(-1)]
    const start = open ? [...text.matchAll(open)].at(-1)?.index : undefined
    if (!start) return text.replace(/[ABCD]类$/, '')
    text = text.slice(0, start)
  }
}

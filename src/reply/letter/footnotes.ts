import type { Line } from '../lines/line.js'

const MARK = '[①-⑳]|[[［【〔]\\^?\\w{1,8}[\\]］】〕]|[¹²³⁴-⁹]'
const MARKS = new RegExp(MARK, 'g')
/** ① 按五十年一遇降雨测算。, [1] 数据截至5月底。, [^a]: 数据来源：县统计局。 */
const FOOTNOTE = new RegExp(`^(${MARK})[\\s:：.．、]{0,4}\\S`)

/** Those lines below a letter that are footnotes of it: they are told to be, or their marks stand within its paragraphs. */
export function findFootnotes(below: readonly Line[], body: readonly Line[]): Line[] {
  const marks = below.map(({ text }) => FOOTNOTE.exec(text)?.[1])
  if (marks.every((mark) => mark === undefined)) return below.filter(isNote)
  const used = new Set(
    body.flatMap(({ text }) =>
      [...text.matchAll(MARKS)].filter(({ index }) => index > 0).map(([mark]) => mark),
    ),
  )
  return below.filter((line, i) => isNote(line) || used.has(marks[i] ?? ''))
}

function isNote({ table }: Line): boolean {
  return table === 'note'
}

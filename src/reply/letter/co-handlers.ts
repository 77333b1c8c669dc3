import { splitNames } from '../grammar/names.js'
import { isOffice } from '../grammar/offices.js'
import { compact } from '../lines/line.js'

/** How a lead-in names the offices that were asked: 经商市财政局, 会同区交警大队, 综合县发改局意见. */
const ASKED =
  /(?:经?(?:会?商|会同|联合|会办(?:单位)?)|经与|综合|结合)(?<names>(?!提案|有关|相关|各)[\p{Script=Han}（）()、，和及与]{3,80}?)(?=同意|认真|研究|进行|并?报[请经]|并报|会商|商议|协商|沟通|会办(?!理)|协办|办理|联合|共同|意见|后|[，,。：:；]现|[，,。；;]|等(?:部门|单位|相关))/gu

/** 市卫健委、团市委会办. */
const HELPING =
  /(?<=[，,；;。由])(?<names>(?!由|\p{Script=Han}{0,6}[我本贵])[\p{Script=Han}（）()、]{3,60}?)(?:会办|协办|分办)(?!理)/gu

/** The offices that handled a proposal together with the one that replies, as its lead-in names them. */
export function readCoHandlers(leadIn: string): string[] {
  const text = compact(leadIn).replace(/《[^》]{0,200}》/g, '')
  const names = [...text.matchAll(ASKED), ...text.matchAll(HELPING)].flatMap((match) =>
    splitNames((match.groups?.names ?? '').replace(/(?<=[局委厅办部院行司团会处站队中心])[和及与]/g, '、')),
  )
  return [...new Set(names.map((name) => name.replace(/等$|(?<!（.{0,40})）$/, '')).filter(isOffice))]
}

/** A letter may print 市财政局 in its head and 云桥市财政局 at its foot. */
export function withoutShortForms(offices: readonly string[]): string[] {
  const isShort = (office: string) => /^[省市州盟县区旗]/.test(office)
  return offices.filter(
    (office) => !isShort(office) || !offices.some((other) => other !== office && other.endsWith(office)),
  )
}

import { type Paragraph, paragraphsOf, type Reply } from '../../../src/reply/reply.js'
import { letter } from '../../helpers/letters.js'

const TEXTS = [
  '关于老旧小区改造，我局已完成加装电梯的方案论证，下一步将按计划实施',
  '关于公园停车，我局会同有关单位增设停车位，并公布办理情况',
  '关于青年人才支持政策，我局设立专项资金，由企业申报项目',
  '关于公交线路，我局已优化途经学校的线路，并加密班次',
]

/** Letters of three paragraphs, each with a number of its own: 编号1000000, 编号1000001, … */
export function numberedReplies(count: number): Reply[] {
  return Array.from({ length: count }, (_, r) => {
    const paragraphs = [0, 1, 2].map((p) => {
      const number = r * 3 + p
      return `编号${1_000_000 + number}：${TEXTS[number % TEXTS.length]}。${TEXTS[(number >> 2) % TEXTS.length]}。`
    })
    return letter(`n-${r}`, {}, [{ title: '办理情况', paragraphs }])
  })
}

export function paragraphsIn(replies: readonly Reply[]): Paragraph[] {
  return replies.flatMap((reply) => Array.from(paragraphsOf(reply), ({ paragraph }) => paragraph))
}

/** What only this paragraph has. */
export function numberIn({ text }: Paragraph): string {
  return text.slice(0, text.indexOf('：'))
}

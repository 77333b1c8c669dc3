import type { Span } from './reply.js'

/**
 * What people look for in a paragraph. A plan, a refusal and a condition are sentences or their clauses; an amount, a
 * day, a law (《…条例》) and a document (〔2022〕19号) are the words themselves.
 */
export type MarkKind = 'plan' | 'refusal' | 'condition' | 'amount' | 'date' | 'law' | 'document'

/** Where a mark stands in its text, in UTF-16 code units, half-open. */
export interface Mark extends Span {
  kind: MarkKind
}

const SENTENCE = /[^。！？；\n]{1,600}[。！？；]?/g
const CLAUSE = /[^，。！？；\n]{1,300}/g

const PLAN =
  /下一?步|下一?阶段|今后|接下来|(?:我们|[我本][局委厅院部办区县市])[^，。]{0,6}将|^将|(?:计划|拟|力争|争取|预计|确保)(?:于|在|到|今年|明年|后年|20\d\d年|年底|[^，。]{0,12}(?:完成|开工|实施|建成|启动|投用|通车))|(?:纳入|列入)[^，。]{0,20}(?:计划|规划|项目)|(?:年底|月底|年内)前?[^，。]{0,12}(?:完成|开工|建成|实施)/
const REFUSAL =
  /(?:暂时?|目前|近期|尚|还)?(?:不具备|不能|无法|难以|不宜|不符合|未能|没有条件|不予)[^，。]{0,20}(?:条件|实施|建设|解决|列入|纳入|采纳|办理|落实|实现|安排|改造|增设|设立|规定|要求)|条件(?:尚|还)?不(?:成熟|具备)|暂不(?!断)/
const CONDITION =
  /^(?:待|等|如果?|若|一旦|视|在[^，。]{2,20}(?:前提下|情况下|后))[^，。]{2,40}(?:后|时|到位|成熟|允许|落实|前提下|情况下|情况|的话)/

const WORDS: [kind: MarkKind, pattern: RegExp][] = [
  ['amount', /\d[\d,.]{0,15}余?[百千万亿]{0,2}余?元/g],
  ['date', /(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?|[年]?底|上半年|下半年)?前?/g],
  [
    'law',
    /《[^《》]{2,60}(?:法|条例|办法|规定|细则|规划|方案|意见|通知|纲要|标准|规范|计划|决定)(?:（[^（）]{1,20}）)?》/g,
  ],
  ['document', /\p{Script=Han}{1,12}〔(?:19|20)\d\d〕\d{1,5}号/gu],
]

/** The marks of a paragraph in the order in which they begin. */
export function marksOf(text: string): Mark[] {
  const marks: Mark[] = []
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    if (PLAN.test(sentence)) marks.push({ kind: 'plan', start: index, end: index + sentence.length })
    for (const clause of sentence.matchAll(CLAUSE)) {
      const place = { start: index + clause.index, end: index + clause.index + clause[0].length }
      if (REFUSAL.test(clause[0])) marks.push({ kind: 'refusal', ...place })
      if (CONDITION.test(clause[0])) marks.push({ kind: 'condition', ...place })
    }
  }
  for (const [kind, pattern] of WORDS) {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      marks.push({ kind, start: index, end: index + words.length })
    }
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

import { FACETS, type FacetName } from '../../postings/posting-store.js'

/** What whoever types a query calls the facets. */
export const FIELDS: Readonly<Record<string, FacetName>> = {
  单位: 'issuer',
  年: 'year',
  年份: 'year',
  届次: 'session',
  届: 'session',
  类型: 'kind',
  类别: 'category',
  章节: 'section',
  部分: 'role',
  提案: 'proposal',
  建议: 'proposal',
  委员: 'recipient',
  代表: 'recipient',
  答复: 'reply',
  标记: 'mark',
  期限: 'due',
  引用: 'cites',
  地点: 'place',
  ...Object.fromEntries(FACETS.map((name) => [name, name])),
}

/** What people take for fields too: of 标题:停车, 停车 is looked for. */
export const NO_FIELD: RegExp = /^(?:..?[题期号话人名门]|[市县区])$/

/** What a value that the index keeps in English is called. */
export const VALUES: { readonly [field in FacetName]?: Readonly<Record<string, string>> } = {
  mark: {
    承诺: 'promise',
    计划: 'promise',
    不予: 'refusal',
    拒绝: 'refusal',
    婉拒: 'refusal',
    条件: 'condition',
    金额: 'amount',
    日期: 'date',
    时间: 'date',
    引用: 'citation',
  },
  role: { 开头: 'opening', 现状: 'progress', 答复: 'answer', 计划: 'plan', 下一步: 'plan', 结尾: 'closing' },
}

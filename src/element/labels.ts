import type { FacetName } from '../postings/posting-store.js'
import type { MarkKind } from '../reply/marks/mark.js'
import type { ProposalKind, SectionRole } from '../reply/reply.js'
import type { FieldName, Suggestion } from '../search/hit.js'

/** All that the element itself says. Counts in it were written by `format`. */
export interface Labels {
  language: 'zh' | 'en'
  /** With thousands separated. */
  format(count: number): string
  search: string
  clear: string
  suggestions(count: string): string
  kinds: Record<Suggestion['kind'], string>
  results: string
  found(count: string, grouped: boolean): string
  foundAtLeast(count: string): string
  grouped: string
  filters: string
  facets: Record<FacetName, string>
  marks: Record<MarkKind, string>
  roles: Record<SectionRole, string>
  more: string
  fewer: string
  remove(value: string): string
  removeAll: string
  pages: string
  page(number: string): string
  previous: string
  next: string
  proposal(kind: ProposalKind, number: string): string
  others(count: string): string
  category(letter: string): string
  tiers: { pinyin: string; typo: string }
  foundBy(fields: readonly FieldName[]): string
  holds(replies: string, paragraphs: string): string
  hint: string
  opening: string
  slow: string
  none(query: string): string
  noneFiltered: string
  noneTips: readonly string[]
  failed: string
  offline: string
  offlineTip: string
  missing: string
  missingTip: string
  unreadable: string
  unreadableTip: string
  damaged: string
  damagedTip: string
  version: string
  versionTip: string
  retry: string
  details: string
}

/** Where the text does not say what was asked for. */
const FOUND_BY: { readonly [name in FieldName]?: string } = {
  section: '章节',
  proposal: '提案标题',
  number: '编号',
  person: '姓名',
  office: '单位',
}

const KINDS_IN_ENGLISH: Record<ProposalKind, string> = {
  提案: 'Proposal',
  建议: 'Suggestion',
  议案: 'Motion',
}

const ZH: Labels = {
  language: 'zh',
  format: formatter('zh'),
  search: '检索答复',
  clear: '清空',
  suggestions: (count) => `${count} 条建议，用上下键选择`,
  kinds: { term: '', section: '章节', proposal: '提案' },
  results: '检索结果',
  found: (count, grouped) => `${count} ${grouped ? '件答复' : '个段落'}`,
  foundAtLeast: (count) => `至少 ${count} 个段落`,
  grouped: '每件答复只列一段',
  filters: '筛选',
  facets: {
    issuer: '单位',
    year: '年份',
    session: '届次',
    kind: '类型',
    category: '类别',
    section: '章节',
    role: '部分',
    proposal: '提案号',
    recipient: '委员、代表',
    reply: '答复',
    mark: '标记',
    due: '承诺期限',
    cites: '引用',
    place: '地点',
  },
  marks: {
    promise: '承诺',
    refusal: '不予',
    condition: '条件',
    amount: '金额',
    date: '日期',
    citation: '引用',
  },
  roles: { opening: '开头', progress: '工作情况', answer: '答复意见', plan: '下一步', closing: '结尾' },
  more: '更多',
  fewer: '收起',
  remove: (value) => `取消筛选：${value}`,
  removeAll: '取消全部筛选',
  pages: '分页',
  page: (number) => `第 ${number} 页`,
  previous: '上一页',
  next: '下一页',
  proposal: (kind, number) => `第 ${number} 号${kind}`,
  others: (count) => `等 ${count} 件`,
  category: (letter) => `${letter} 类`,
  tiers: { pinyin: '读音相同', typo: '拼写相近' },
  foundBy: (fields) => `${fields.map((field) => FOUND_BY[field]).join('、')}相符`,
  holds: (replies, paragraphs) => `共 ${replies} 件答复、${paragraphs} 个段落`,
  hint: '可输入词语、拼音或首字母；“引号”内的文字须原样出现，“-词”表示排除，“单位：”“年：”“提案：”“标记：”限定范围。',
  opening: '正在打开索引……',
  slow: '网络较慢，仍在读取……',
  none: (query) => `没有相符的段落：${query}`,
  noneFiltered: '筛选条件可能过严：',
  noneTips: [
    '换用较短的词，或只写其中一部分。',
    '去掉引号、减号和“单位：”等限定。',
    '不确定写法时，可输入拼音。',
  ],
  failed: '检索没有完成',
  offline: '网络已断开',
  offlineTip: '恢复连接后会自动重试。',
  missing: '找不到索引文件',
  missingTip: '请稍后再试；如仍不行，请告知网站管理者。',
  unreadable: '索引文件读取失败',
  unreadableTip: '请检查网络后重试。',
  damaged: '索引文件无法识别',
  damagedTip: '地址可能有误，或文件已损坏。请告知网站管理者。',
  version: '索引与程序的版本不一致',
  versionTip: '请刷新页面；如仍不行，请告知网站管理者。',
  retry: '重试',
  details: '详情',
}

const EN: Labels = {
  language: 'en',
  format: formatter('en'),
  search: 'Search the replies',
  clear: 'Clear',
  suggestions: (count) => `${count} suggestions, choose with the arrow keys`,
  kinds: { term: '', section: 'section', proposal: 'proposal' },
  results: 'Results',
  found: (count, grouped) => `${count} ${grouped ? 'replies' : 'paragraphs'}`,
  foundAtLeast: (count) => `At least ${count} paragraphs`,
  grouped: 'One paragraph of each reply',
  filters: 'Filters',
  facets: {
    issuer: 'Office',
    year: 'Year',
    session: 'Session',
    kind: 'Kind',
    category: 'Category',
    section: 'Section',
    role: 'Part',
    proposal: 'Proposal',
    recipient: 'Recipient',
    reply: 'Reply',
    mark: 'Mark',
    due: 'Promised by',
    cites: 'Cited',
    place: 'Place',
  },
  marks: {
    promise: 'promise',
    refusal: 'refusal',
    condition: 'condition',
    amount: 'amount',
    date: 'date',
    citation: 'citation',
  },
  roles: { opening: 'opening', progress: 'progress', answer: 'answer', plan: 'plan', closing: 'closing' },
  more: 'More',
  fewer: 'Fewer',
  remove: (value) => `Remove the filter ${value}`,
  removeAll: 'Remove all filters',
  pages: 'Pages',
  page: (number) => `Page ${number}`,
  previous: 'Previous page',
  next: 'Next page',
  proposal: (kind, number) => `${KINDS_IN_ENGLISH[kind]} ${number}`,
  others: (count) => `and others, ${count} in all`,
  category: (letter) => `Category ${letter}`,
  tiers: { pinyin: 'sounds alike', typo: 'spelled alike' },
  foundBy: (fields) => `Found by ${fields.join(', ')}`,
  holds: (replies, paragraphs) => `${replies} replies, ${paragraphs} paragraphs`,
  hint: 'Words, pinyin or initials; “quoted” text must occur as it is, -word excludes, issuer: year: proposal: mark: narrow.',
  opening: 'Opening the index…',
  slow: 'The network is slow; still reading…',
  none: (query) => `No paragraph matches: ${query}`,
  noneFiltered: 'The filters may leave nothing:',
  noneTips: [
    'Try shorter words, or a part of them.',
    'Leave out quotes, minus signs and fields such as issuer:.',
    'Unsure how it is written? Type its pinyin.',
  ],
  failed: 'The search was not completed',
  offline: 'You are offline',
  offlineTip: 'It will try again when the connection is back.',
  missing: 'The index file was not found',
  missingTip: 'Try again later; if that does not help, tell the people who run this site.',
  unreadable: 'The index file could not be read',
  unreadableTip: 'Check the connection and try again.',
  damaged: 'This is no index file',
  damagedTip: 'The address may be wrong, or the file damaged. Tell the people who run this site.',
  version: 'The index does not fit this program',
  versionTip: 'Reload the page; if that does not help, tell the people who run this site.',
  retry: 'Try again',
  details: 'Details',
}

/** Chinese for every kind of Chinese, however it is written (`zh-Hant`, `zh_CN`), else English. */
export function labelsFor(language: string): Labels {
  return /^zh(?![a-z])/i.test(language) ? ZH : EN
}

/** Made once, when there is something to write: it costs more than what it writes. */
function formatter(language: string): Labels['format'] {
  let numbers: Intl.NumberFormat | undefined
  return (count) => {
    numbers ??= new Intl.NumberFormat(language)
    return numbers.format(count)
  }
}

/** A value of a facet in words. */
export function valueText(facet: FacetName, value: string, labels: Labels): string {
  if (facet === 'category') return labels.category(value)
  // Titles have lost their brackets, numbers such as 云政办发〔2022〕19号 never had any.
  if (facet === 'cites' && !value.includes('〔')) return `《${value}》`
  if (facet === 'mark') return labels.marks[value as MarkKind] ?? value
  if (facet === 'role') return labels.roles[value as SectionRole] ?? value
  return value
}

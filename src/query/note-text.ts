import { DafuError } from '../errors.js'
import type { FacetName } from '../postings/posting-store.js'
import type { QueryNote } from './note.js'

// Loaded by who shows notes: what answers a query needs no sentences.

type Sentences = {
  readonly [kind in QueryNote['kind']]: (note: Extract<QueryNote, { kind: kind }>) => string
}

const ENGLISH: Sentences = {
  'in no paragraph': ({ words }) =>
    [`no paragraph has ${words.join(' or ')}`, ...unknownFields(words).map(noField)].join('; '),
  'in no letter': ({ field }) => `no letter has this ${field}`,
  'signs alone': () => 'nothing but signs: there is no word to look for',
  'exclusions alone': () => 'nothing but exclusions: every paragraph without them is found',
  'lone operator': ({ operator }) =>
    `${operator} with nothing ${operator === 'OR' ? 'beside' : 'behind'} it is passed over`,
  'quotation never closed': ({ mark }) => `${mark} is never closed: what follows is read as words`,
  'bracket never opened': () => 'a bracket that was never opened is passed over',
  'bracket never closed': () => 'a bracket that is never closed ends with the query',
  'empty brackets': () => 'empty brackets are passed over',
  'brackets too deep': ({ deepest }) => `brackets deeper than ${deepest} are passed over`,
  'range turned round': ({ from, to }) => `${to}..${from} is read as ${from}..${to}`,
  'empty range': ({ field, from, to }) => `no ${field} lies in ${from}..${to}: it ends before it begins`,
  'unknown field': ({ name, value }) => `${noField(name)}; ${value} is searched for`,
  'unknown value': ({ field, value, known }) =>
    known.length > 0
      ? `${field} is never ${value}: it is one of ${known.join(', ')}`
      : `${value} is no year: years are written as 2025, 2023..2025 or 2023..`,
}

/** What a search box calls the facets. */
const FIELDS =
  'issuer, year, session, kind, category, section, role, proposal, recipient, reply, mark, due, cites, place'
const CHINESE_FIELDS = '单位、年、届次、类型、类别、章节、部分、提案、委员、答复、标记、期限、引用、地点'
/** Not 电话：123, which letters print, and no address of a page: http://, localhost:8080. */
const LIKE_FIELD = /^(?![a-z]+:(?!19|20)\d{2,5}$)([a-z]{2,9}|[一-鿿]{2,4}):[^/]/i

const CHINESE: Sentences = {
  'in no paragraph': ({ words }) =>
    [`没有段落含有“${words.join('”“')}”`, ...unknownFields(words).map(noFieldInChinese)].join('；'),
  'in no letter': ({ field }) => `没有函件符合所要的${calledInChinese(field)}`,
  'signs alone': () => '只有标点或符号，没有可检索的词',
  'exclusions alone': () => '只有排除的词，已列出所有不含它们的段落',
  'lone operator': ({ operator }) => `${operator} 缺少相连的词，已忽略`,
  'quotation never closed': ({ mark }) => `${mark} 没有配对，其后按词语检索`,
  'bracket never opened': () => '多余的右括号已忽略',
  'bracket never closed': () => '没有配对的左括号，按到末尾为止',
  'empty brackets': () => '空括号已忽略',
  'brackets too deep': ({ deepest }) => `超过 ${deepest} 层的括号已忽略`,
  'range turned round': ({ from, to }) => `${to}..${from} 首尾颠倒，已按 ${from}..${to} 检索`,
  'empty range': ({ from, to }) => `${from}..${to} 首尾颠倒，没有年份符合`,
  'unknown field': ({ name, value }) => `${noFieldInChinese(name)}；已检索“${value}”`,
  'unknown value': ({ field, value, known }) =>
    known.length > 0
      ? `${calledInChinese(field)}没有“${value}”这个值，可用：${known.join('、')}`
      : `“${value}”不是年份，年份写作 2025、2023..2025 或 2023..`,
}

function noField(name: string): string {
  return `${name} is no field: there are ${FIELDS}`
}

function noFieldInChinese(name: string): string {
  return `没有“${name}”这个字段，可用：${/^[a-z]/i.test(name) ? FIELDS : CHINESE_FIELDS}`
}

function calledInChinese(field: FacetName): string {
  return CHINESE_FIELDS.split('、')[FIELDS.split(', ').indexOf(field)]!
}

/** Of words such as 标题:养老 and foo:bar, which names they take for fields. */
function unknownFields(words: readonly string[]): string[] {
  // What the syntax reads as a field: a quoted one, or one of a tree, is searched as words.
  const known = `${FIELDS}、${CHINESE_FIELDS}、年份、建议、代表`.split(/, |、/)
  const names = words.flatMap((word) => LIKE_FIELD.exec(word)?.[1] ?? [])
  return [...new Set(names)].filter((name) => !known.includes(name.toLowerCase()))
}

/** A note as a sentence, without its full stop. */
export function noteText(note: QueryNote, language: 'zh' | 'en' = 'en'): string {
  const sentences = language === 'zh' ? CHINESE : ENGLISH
  const sentence = sentences[note?.kind] as ((note: QueryNote) => string) | undefined
  if (!sentence) throw new DafuError('noteText takes a note of a result: one of result.query.notes.')
  return sentence(note)
}

import { compact } from '../lines/line.js'
import type { Reply } from '../reply.js'
import { findDocumentNumber } from './document-number.js'
import { CATEGORY_LABEL, type LabelledValue, readLabels, stripPunctuation } from './labels.js'

/** A marking stands on a short line, alone or beside the document number. */
const LONGEST = 200

/** Some places count within a category: A1 is A. Before its meaning a letter needs no 类: A：解决采纳, A（已解决）. */
const CATEGORY =
  /^(?:[（(【[〔“]([A-D])\d?类?[）)】\]〕”]类?|[（(]?([A-D])\d?[）)]?类|([A-D])(?:[：:](?=\p{Script=Han})|(?=[（(]\p{Script=Han})))件?/u
/** A letter without brackets and 类 says something only beside other markings. */
const BARE_CATEGORY = /^([A-D])\d?(?=$|签发|(?:同意|主动|依申请)?(?:对外)?公开)/
const CATEGORY_OF_TITLE =
  /[（(]([A-D])\d?(?:类[）)]$|类?[）)]的?(?:函|答复函?|复函)$)|(?:复|函|意见)[（(]?([A-D])\d?类?[）)]?$/
/** How it is said in words what a category means. */
const SAID_OF_ONE = '(?:已|正在|基本|列入|计划|拟|留作|暂|部分|采纳|解决)'
/** A.已解决; A.农业 is what a proposal is about, and B类树木86株 counts something. */
const CATEGORY_VALUE = new RegExp(
  `^[（(【[“]?([A-D])\\d?(?:类(?!(?!${SAID_OF_ONE})\\p{Script=Han}{1,8}\\d)|[（）()】\\]”]|\\.(?=${SAID_OF_ONE})|(?:同意|主动|不予)?公开|$)|^\\p{Script=Han}{2,8}[（(]([A-D])\\d?类?(?:[）)]|$)`,
  'u',
)
/** Of several letters the one that is ticked counts, before or behind which the tick stands: √A □B, A□ B☑. */
const TICK = '[√✓✔☑■]'
const TICK_FIRST = new RegExp(`${TICK}[）)]?([A-D])`)
const TICK_LAST = new RegExp(`([A-D])类?[（(]?${TICK}`)
/** Where spaces part the choices, a tick before a letter is not behind the one before: A类 √B类 C类. */
const TICK_BEHIND_SPACE = new RegExp(`\\s[（(]?${TICK}[）)]?[A-D]`)
/** What is said of a category in brackets has letters of its own: A类（列入CBD规划）. */
const ASIDE = /[（(][^（）()]{3,}/g
/** What is left of the brackets around a document number behind a title. */
const EMPTY_BRACKETS = /(?:[（(][）)]|\[\]|【】)$/
/** 办理类别 | A类, in the cells of a table or behind a space; [办理结果标注(A1)], in brackets. */
const CELLS = new RegExp(
  `^[|｜[【]?(?:${CATEGORY_LABEL})(?:标注)?[|｜]?[（(]?([A-D])\\d?类?[）)]?[|｜\\]】]?$`,
)
const CELL = '[（(【[〔“]?([A-D])\\d?类?[）)】\\]〕”]?类?$'
/** 答复等次：A类. Whatever the label is, no other value of a letter is one of these letters. */
const LABELLED_CELL = new RegExp(`^[（(【[]?\\p{Script=Han}{1,10}[：:]${CELL}`, 'u')
/** Beside other markings: 云科函〔2024〕7号    A    公开. */
const ANY_CELL = new RegExp(`^(?:\\p{Script=Han}{2,10}[：:])?${CELL}`, 'u')
/** What a category means, in words: A类（已解决）. */
const MEANING = new RegExp(`^${SAID_OF_ONE}\\p{Script=Han}{0,16}(?=$|[）)])`, 'u')
/** A级 is A类; a place of 4A级 is none, and 信用等级：A级 is said of something else. */
const GRADE = /(?<![A-Za-z\d]|级别?[：:])([A-D])级/
const DISCLOSURE =
  /^(?:此件|此文|本件|以上意见)?(?:可以|可|不[予宜]?)?(?:同意|予以)?(?:对外|主动|依申请|全文|部分)?公开(?:发布)?$/

/** Most lines have nothing of a marking. */
const MAY_BE_MARKED = /[A-D]|公\s*开/

/** What an office prints at the head or the foot of a letter about how it was settled and who may read it. */
export interface Markings {
  category?: NonNullable<Reply['category']>
  disclosure?: string
}

/** The markings of a line; empty where the line says anything else. */
export function readMarkings(line: string): Markings {
  if (line.length > LONGEST || !MAY_BE_MARKED.test(line)) return {}
  const { values } = readLabels(line)
  const text = compact(line).replace(GRADE, '$1类')
  const alone = text.replace(findDocumentNumber(text)?.printed ?? '', '')
  const isBeside = alone.length < text.length || values.length > 0
  const whole = CATEGORY.exec(alone)
  const match = whole ?? BARE_CATEGORY.exec(alone)
  const behind = stripPunctuation(alone.slice(match?.[0].length ?? 0).replace(/^[/／|｜—－-]+/, ''))
  const rest = stripPunctuation(behind.replace(MEANING, ''))
  const disclosure = DISCLOSURE.test(rest)
    ? rest
    : (labelledDisclosure(values) ?? (isBeside || match ? disclosureOfCells(line) : undefined))
  const isAllSaid = rest === '' || disclosure !== undefined || values.length > 0
  const category =
    labelledCategory(values) ??
    (isAllSaid && (whole || isBeside || disclosure !== undefined) ? letterOf(match) : undefined) ??
    categoryOfTitle(text) ??
    categoryOfTitle(alone.replace(EMPTY_BRACKETS, '')) ??
    letterOf(CELLS.exec(alone) ?? LABELLED_CELL.exec(alone)) ??
    categoryOfCells(line, isBeside)
  return { ...(category !== undefined && { category }), ...(disclosure !== undefined && { disclosure }) }
}

/** The category that a title without white space ends with: 办理情况的答复（B）. */
export function categoryOfTitle(title: string): Markings['category'] {
  return letterOf(CATEGORY_OF_TITLE.exec(title))
}

/** Whether a line is a letter and nothing else. */
export function isBareCategory(line: string): boolean {
  return /^\s*[A-D]\d?\s*$/.test(line)
}

/** The category of a line that is nothing else, not even 类; a page of letters from A to Z has more than one such. */
export function bareCategory(lines: readonly string[]): Markings['category'] {
  const bare = lines.filter(isBareCategory)
  return bare.length === 1 ? (bare[0]?.trim().charAt(0) as Markings['category']) : undefined
}

function categoryOfCells(line: string, isBeside: boolean): Markings['category'] {
  const cells = line
    .trim()
    .split(/\s{2,}|\t/)
    .map(compact)
  if (!isBeside && !cells.some((cell) => DISCLOSURE.test(cell))) return undefined
  return letterOf(cells.map((cell) => ANY_CELL.exec(cell)).find(Boolean) ?? null)
}

/** 签发人：鲁木槿    A类    主动公开; without a category beside it 公开 alone says nothing. */
function disclosureOfCells(line: string): string | undefined {
  const cells = line.split(/\s+/).map(stripPunctuation)
  const isMarked = cells.some((cell) => ANY_CELL.test(cell))
  return cells.find((cell) => DISCLOSURE.test(cell) && (isMarked || cell !== '公开'))
}

function letterOf(match: RegExpExecArray | null): Markings['category'] {
  return match?.slice(1).find(Boolean) as Markings['category']
}

function labelledCategory(values: LabelledValue[]): Markings['category'] {
  const value = values.find(({ kind }) => kind === 'category')?.value
  if (value === undefined) return undefined
  const whole = compact(value).replace(GRADE, '$1类')
  // 类别：A青水函〔2023〕18号
  const text = whole.replace(findDocumentNumber(whole)?.printed ?? '', '')
  const isChoice = new Set(text.replace(ASIDE, '').match(/[A-D]/g)).size > 1
  const isTickLast = /^[（(]?[A-D]/.test(text) && !TICK_BEHIND_SPACE.test(value)
  if (isChoice) return letterOf((isTickLast ? TICK_LAST : TICK_FIRST).exec(text))
  // 类别：A  青水函〔2023〕18号
  return letterOf(CATEGORY_VALUE.exec(text) ?? CATEGORY_VALUE.exec(value.split(/\s/, 1)[0]!))
}

/** 公开方式：主动公开 gives 主动公开; 是否同意公开：是 is kept whole, since its value alone says nothing. */
function labelledDisclosure(values: LabelledValue[]): string | undefined {
  for (const { kind, label, value } of values) {
    const text = compact(value).replace(/[“”]/g, '')
    // 办理结果：B 公开
    const said = kind === 'category' ? text.replace(/^[（(]?[A-D]\d?类?[）)]?[，,、]?/, '') : text
    if ((kind === 'category' || kind === 'disclosure') && DISCLOSURE.test(said)) return said
    if (kind === 'disclosure') {
      return label.endsWith('公开') && /^[是否]$/.test(text) ? `${label}：${text}` : undefined
    }
  }
  return undefined
}

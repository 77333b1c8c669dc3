import { compact } from '../lines/line.js'
import type { Reply } from '../reply.js'
import { findDocumentNumber } from './document-number.js'
import { type LabelledValue, readLabels, stripPunctuation } from './labels.js'

/** A marking stands on a short line, alone or beside the document number. */
const LONGEST = 200

/** Some places count within a category: A1 is A. */
const CATEGORY = /^(?:[（(【]([A-D])\d?类?[）)】]类?|[（(]?([A-D])\d?类)/
/** A letter without brackets and 类 says something only beside the document number. */
const BARE_CATEGORY = /^([A-D])\d?(?=$|签发)/
const CATEGORY_OF_TITLE = /[（(]([A-D])\d?类[）)]$/
const CATEGORY_VALUE =
  /^[（(【“]?([A-D])\d?(?:类|[（）()】”]|(?:同意|主动|不予)?公开|$)|^\p{Script=Han}{2,8}[（(]([A-D])\d?类?[）)]/u
/** What a category means, in words: A类（已解决）. */
const MEANING = /^(?:已|正在|基本|列入|计划|拟|留作|暂|部分|采纳)\p{Script=Han}{0,16}$/u
const DISCLOSURE =
  /^(?:此件|此文|本件|以上意见)?(?:可以|可|不)?(?:同意|予以)?(?:对外|主动|依申请|全文)?公开(?:发布)?$/

/** What an office prints at the head or the foot of a letter about how it was settled and who may read it. */
export interface Markings {
  category?: NonNullable<Reply['category']>
  disclosure?: string
}

/** The markings of a line; empty where the line says anything else. */
export function readMarkings(line: string): Markings {
  if (line.length > LONGEST) return {}
  const { values } = readLabels(line)
  const text = compact(line)
  const alone = text.replace(findDocumentNumber(text)?.printed ?? '', '')
  const match = CATEGORY.exec(alone) ?? (alone.length < text.length ? BARE_CATEGORY.exec(alone) : null)
  const rest = stripPunctuation(alone.slice(match?.[0].length ?? 0))
  const disclosure = DISCLOSURE.test(rest) ? rest : labelledDisclosure(values)
  const category =
    labelledCategory(values) ??
    (rest === '' || MEANING.test(rest) || disclosure !== undefined || values.length > 0
      ? letterOf(match)
      : undefined) ??
    letterOf(CATEGORY_OF_TITLE.exec(text))
  return { ...(category !== undefined && { category }), ...(disclosure !== undefined && { disclosure }) }
}

function letterOf(match: RegExpExecArray | null): Markings['category'] {
  return match?.slice(1).find(Boolean) as Markings['category']
}

function labelledCategory(values: LabelledValue[]): Markings['category'] {
  const value = values.find(({ kind }) => kind === 'category')?.value
  return value === undefined ? undefined : letterOf(CATEGORY_VALUE.exec(compact(value)))
}

/** 公开方式：主动公开 gives 主动公开; 是否同意公开：是 is kept whole, since its value alone says nothing. */
function labelledDisclosure(values: LabelledValue[]): string | undefined {
  const labelled = values.find(({ kind }) => kind === 'disclosure')
  if (!labelled) return undefined
  const value = compact(labelled.value).replace(/[“”]/g, '')
  if (DISCLOSURE.test(value)) return value
  return labelled.label.endsWith('公开') && /^[是否]$/.test(value) ? `${labelled.label}：${value}` : undefined
}

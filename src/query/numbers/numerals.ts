// Numbers are written 十届 and 10届, 二〇二五年 and 2025年, 第0123号 and 第123号, 百分之三十, 三成 and 30%, 100000元 and
// 十万元. Each form of a number that stands in a query is searched beside the one that was typed.

import { NUMBER_EDGE } from '../../text/number-edges.js'
import {
  amountForms,
  amountIn,
  arabicDigits,
  DIGITS,
  decimalForms,
  hanDigits,
  numberIn,
  placeValueForms,
  withCommas,
} from './number-forms.js'

/** What is written behind a number of less than ten. */
const COUNTED = /[届次年月日号条期批]/
/** What is counted by 两 in place of 二 and, but for years, by the thousand and written with commas. */
const COUNTED_BY_MANY =
  /[元人个年次项名万亿家种位件类所户座天周倍批条期亩平吨公米份套台辆册斤美多余处棵株张间只起头尾匹箱例宗根枚艘架栋幢店袋]/
/** What is written behind a number of two digits: 07月, 01号. */
const PADDED = /[月日时分号]/
/** From here on a number is an amount, whatever it counts; other digits beside words are a telephone's: 12345. */
const LARGE = 10_000
/** From here on a number alone is a telephone's. */
const LARGEST_ALONE = 1e9
const ROUND = /^[1-9]\d*00$/
const PLACED = '〇零一二三四五六七八九十百千'
const HAN_DIGITS = '[〇零一二三四五六七八九]'
const HAN_INTEGER = `(?:两(?=[百千])|[${PLACED}])[${PLACED}]*`
const ARABIC_AMOUNT = String.raw`\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?[万亿]?|\d+(?:\.\d+)?[十百千万亿]+(?:\d+[十百千万亿]+)*\d*`
const HAN_AMOUNT = `(?<![两${PLACED}])[两${PLACED}]+(?:点${HAN_DIGITS}+)?[万亿](?:[${PLACED}]+万?)*`
/** What 成 begins a word with: 三成立. */
const BEHIND_NO_TENTH = '[立为果长员功本都年熟绩品交分才因就]'
const NUMERAL = new RegExp(
  [
    String.raw`(?<![\d.,])(?<amount>${ARABIC_AMOUNT})|(?<hanAmount>${HAN_AMOUNT})`,
    `(?<![${PLACED}第])(?<tenth>[一二三四五六七八九])成(?<half>[五半]?)(?!${BEHIND_NO_TENTH})`,
    `百分之(?<percent>${HAN_INTEGER}(?:点${HAN_DIGITS}+)?)`,
    String.raw`(?<![\d.])(?<arabicPercent>\d+(?:\.\d+)?)%`,
    String.raw`(?<![\d.])(?<arabicDecimal>\d+\.\d+)(?![\d.])`,
    `(?<decimal>${HAN_INTEGER}点${HAN_DIGITS}+)(?![十百千刻])`,
    String.raw`(?<integer>\d+|${HAN_INTEGER}|两)`,
  ].join('|'),
  'g',
)

export interface Numeral {
  /** UTF-16 offsets into the folded text. */
  start: number
  end: number
  /** Every way to write it, the one in the text among them; sorted. */
  forms: string[]
  /** Whether it is surely a number: 一 is seldom one, 第一 and 一月 always. */
  certain: boolean
}

/** 伍万元 as contracts print it, 參仟 folded. 陆 before 万 is rather that of 大陆, and 参 that of 人参. */
const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟参'
const PLAIN = '一二三四五六七八九十百千三'
const FORMAL_NUMBER = RegExp(`(?![陆参][万亿])[${FORMAL}][${FORMAL}零万亿]+`, 'g')

/** The numbers in a folded text that can be written in more than one way. */
export function numeralsOf(typed: string): Numeral[] {
  const text = typed.replace(FORMAL_NUMBER, (number) =>
    number.replace(/./g, (character) => PLAIN[FORMAL.indexOf(character)] ?? character),
  )
  const numerals: Numeral[] = []
  for (const match of text.matchAll(NUMERAL)) {
    const literal = match[0]
    const start = match.index
    const end = start + literal.length
    const [before = '', after = ''] = [text[start - 1], text[end]]
    const read = readNumeral(match.groups!, before, after)
    // A number that touches another one is a piece of something: 一10, 2亿五千万.
    if (!read || NUMBER_EDGE.test(before + after)) continue
    const forms = new Set([typed.slice(start, end), literal, ...read.forms])
    if (forms.size > 1) numerals.push({ start, end, forms: [...forms].sort(), certain: read.certain })
  }
  return numerals
}

type Read = Pick<Numeral, 'forms' | 'certain'>

function readNumeral(
  groups: Record<string, string | undefined>,
  before: string,
  after: string,
): Read | undefined {
  const { amount, hanAmount, tenth, half, percent, arabicPercent, decimal, arabicDecimal, integer } = groups
  const whole = amount ?? hanAmount ?? integer
  if (whole !== undefined && !/\.\d+$/.test(whole)) return integerOf(whole, before, after)
  if (tenth !== undefined) return percentOf(arabicDigits(tenth) + (half ? 5 : 0), false)
  const share = percent ?? arabicPercent
  if (share !== undefined) return percentOf(share, true)
  return anyDecimalOf(decimal ?? arabicDecimal ?? whole!.replaceAll(',', ''))
}

function integerOf(literal: string, before: string, after: string): Read | undefined {
  const paired = COUNTED_BY_MANY.test(after) && before !== '第'
  if (literal === '两' && !paired) return undefined
  const value = numberIn(literal) ?? amountIn(literal)
  if (value === undefined) return undefined
  const numbered = before === '第' || after === '号'
  const byThousands = paired && after !== '年'
  const isAmount = byThousands || !/^\d+$/.test(literal) || ROUND.test(literal)
  const isAlone = before + after === '' && value >= 1000 && value < LARGEST_ALONE && !literal.startsWith('0')
  if (value >= LARGE && (numbered || !(isAmount || isAlone))) return undefined
  const forms = value < LARGE ? formsOf(value, numbered) : []
  if (isAlone) forms.push(withCommas(value))
  if (isAmount && value >= (byThousands ? 1000 : LARGE)) forms.push(...amountForms(value))
  if (value === 2 && paired) forms.push('两')
  if (PADDED.test(after)) forms.push(String(value).padStart(2, '0'))
  return { forms, certain: numbered || COUNTED.test(after) || value > 10 }
}

/** 3752.6 and 3,752.6, beside what smaller ones are. */
function anyDecimalOf(literal: string): Read | undefined {
  const read = decimalOf(literal)
  const commas = withCommas(literal)
  return commas === literal ? read : { forms: [literal, commas, ...(read?.forms ?? [])], certain: true }
}

/** 12.5 and 十二点五. */
function decimalOf(literal: string): Read | undefined {
  const [whole, fraction = ''] = literal.split(/[.点]/)
  const value = numberIn(whole!)
  if (value === undefined) return undefined
  const digits = arabicDigits(fraction)
  const arabic = `${value}${digits && '.'}${digits}`
  return { forms: [arabic, ...decimalForms(value, digits)], certain: true }
}

/** 30%, 百分之三十 and 三成; 30.0% is these too. @param certain Whether the text says so: 三成 may be none. */
function percentOf(literal: string, certain: boolean): Read | undefined {
  const read = decimalOf(literal)
  if (!read) return undefined
  const [arabic, ...han] = read.forms
  const tenths = /^([1-9])([05])$/.exec(arabic!)
  const ten = tenths ? [`${DIGITS[Number(tenths[1])]}成`] : []
  const written = tenths?.[2] === '5' ? ['五', '半'].map((half) => ten + half) : ten
  // Not by its value, which is 1e-7 where there are many zeros.
  const shorter = arabic!.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  const same = shorter === arabic ? [] : percentOf(shorter, certain)!.forms
  return { forms: [`${arabic}%`, ...han.map((form) => `百分之${form}`), ...written, ...same], certain }
}

function formsOf(value: number, numbered: boolean): string[] {
  const arabic = String(value)
  const forms = [arabic, ...placeValueForms(value)]
  if (arabic.length === 4) {
    const digits = hanDigits(arabic)
    forms.push(digits, digits.replaceAll('〇', '零'))
  }
  if (numbered) for (const width of [3, 4]) forms.push(arabic.padStart(width, '0'))
  return forms
}

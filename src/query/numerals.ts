// Numbers are written 十届 and 10届, 二〇二五年 and 2025年, 第0123号 and 第123号, 百分之三十 and 30%. Each form of a number
// that stands in a query is searched beside the one that was typed.

const DIGITS = '〇一二三四五六七八九'
const UNITS = ['', '十', '百', '千']
/** What is written behind a number of less than ten. */
const COUNTED = /[届次年月日号条期批]/
/** What is counted by 两 in place of 二. */
const COUNTED_IN_PAIRS = /[个年次项名万亿家种位件类所户座天周倍批条期]/
/** What is written behind a number of two digits: 07月. */
const PADDED = /[月日时分]/
const HAN_DIGITS = '[〇零一二三四五六七八九]'
const HAN_INTEGER = '(?:两(?=[百千])|[〇零一二三四五六七八九十百千])[〇零一二三四五六七八九十百千]*'
const NUMERAL = new RegExp(
  [
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

/** The numbers below 10,000 in a folded text that can be written in more than one way. */
export function numeralsOf(text: string): Numeral[] {
  const numerals: Numeral[] = []
  for (const match of text.matchAll(NUMERAL)) {
    const literal = match[0]
    const start = match.index
    const end = start + literal.length
    const { integer, percent, arabicPercent, decimal, arabicDecimal } = match.groups!
    const read =
      integer === undefined
        ? fractionOf(percent ?? arabicPercent ?? decimal ?? arabicDecimal!, !(decimal ?? arabicDecimal))
        : integerOf(integer, text[start - 1] ?? '', text[end] ?? '')
    if (!read) continue
    const forms = new Set([literal, ...read.forms])
    if (forms.size > 1) numerals.push({ start, end, forms: [...forms].sort(), certain: read.certain })
  }
  return numerals
}

type Read = Pick<Numeral, 'forms' | 'certain'>

function integerOf(literal: string, before: string, after: string): Read | undefined {
  const paired = COUNTED_IN_PAIRS.test(after) && before !== '第'
  if (literal === '两' && !paired) return undefined
  const value = numberIn(literal)
  if (value === undefined) return undefined
  const numbered = before === '第' || after === '号'
  const forms = formsOf(value, numbered)
  if (value === 2 && paired) forms.push('两')
  if (PADDED.test(after)) forms.push(String(value).padStart(2, '0'))
  return { forms, certain: numbered || COUNTED.test(after) || value > 10 }
}

/** 12.5 and 十二点五; 30% and 百分之三十. */
function fractionOf(literal: string, percent: boolean): Read | undefined {
  const [whole, fraction = ''] = literal.split(/[.点]/)
  const value = numberIn(whole!)
  if (value === undefined) return undefined
  const digits = fraction.replaceAll('零', '〇').replace(/./g, (digit) => String(arabicDigit(digit)))
  const arabic = `${value}${digits && '.'}${digits}`
  const han = placeValueForms(value).map((form) => form + (digits && '点') + hanDigits(digits))
  const both = [...han, ...han.map((form) => form.replaceAll('〇', '零'))]
  const forms = percent ? [`${arabic}%`, ...both.map((form) => `百分之${form}`)] : [arabic, ...both]
  return { forms: [...new Set(forms)], certain: true }
}

/** @returns undefined for what is no number below 10,000, such as 十四五 (the name of a plan). */
function numberIn(literal: string): number | undefined {
  if (/^\d/.test(literal)) {
    const value = Number(literal)
    return value < 10_000 ? value : undefined
  }
  const positional = literal.replaceAll('零', '〇').replace('两', '二')
  if (!/[十百千]/.test(positional)) {
    const digits = [...positional].map(arabicDigit).join('')
    return digits.length === 1 || digits.length === 4 ? Number(digits) : undefined
  }
  const value = placeValueOf(positional)
  return value !== undefined && placeValueForms(value).includes(literal) ? value : undefined
}

function arabicDigit(digit: string): number {
  const value = DIGITS.indexOf(digit)
  return value < 0 ? Number(digit) : value
}

function hanDigits(arabic: string): string {
  return [...arabic].map((digit) => DIGITS[Number(digit)]).join('')
}

function placeValueOf(literal: string): number | undefined {
  let value = 0
  let digit = 0
  for (const character of literal) {
    const unit = UNITS.indexOf(character)
    if (unit > 0) {
      value += (digit || 1) * 10 ** unit
      digit = 0
    } else {
      digit = DIGITS.indexOf(character)
    }
  }
  return value + digit
}

function formsOf(value: number, numbered: boolean): string[] {
  const arabic = String(value)
  const forms = [arabic, ...placeValueForms(value)]
  if (arabic.length === 4) {
    const digits = hanDigits(arabic)
    forms.push(digits, digits.replaceAll('〇', '零'))
  }
  if (numbered) forms.push(arabic.padStart(3, '0'), arabic.padStart(4, '0'))
  return forms
}

/** 二十五; 一百零五, also with 〇; 十五, also 一十五 behind nothing. */
function placeValueForms(value: number): string[] {
  if (value === 0) return ['〇', '零']
  const digits = [...String(value)].map(Number)
  let literal = ''
  let gap = false
  digits.forEach((digit, at) => {
    if (digit === 0) {
      gap = true
      return
    }
    const unit = UNITS[digits.length - 1 - at]
    if (gap && literal) literal += '零'
    gap = false
    literal += digit === 1 && unit === '十' && literal === '' ? '十' : `${DIGITS[digit]}${unit}`
  })
  const forms = [literal, literal.replaceAll('零', '〇')]
  return [...new Set([...forms, ...forms.map((form) => form.replace(/^二(?=[百千])/, '两'))])]
}

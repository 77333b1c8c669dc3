// Numbers are written 十届 and 10届, 二〇二五年 and 2025年, 第0123号 and 第123号. Each form of a number that stands in a
// query is searched beside the one that was typed.

const DIGITS = '〇一二三四五六七八九'
const UNITS = ['', '十', '百', '千']
/** What is written behind a number of less than ten. */
const COUNTED = /[届次年月日号条期批]/
const NUMERAL = /\d+|(?:两(?=[百千]))?[〇零一二三四五六七八九十百千]+/g

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
    const end = match.index + literal.length
    const value = numberIn(literal)
    if (value === undefined) continue
    const numbered = text[match.index - 1] === '第' || text[end] === '号'
    const forms = new Set([literal, ...formsOf(value, numbered)])
    if (forms.size === 1) continue
    const certain = numbered || COUNTED.test(text[end] ?? '') || value > 10
    numerals.push({ start: match.index, end, forms: [...forms].sort(), certain })
  }
  return numerals
}

/** @returns undefined for what is no number below 10,000, such as 十四五 (the name of a plan). */
function numberIn(literal: string): number | undefined {
  if (/^\d/.test(literal)) {
    const value = Number(literal)
    return value < 10_000 ? value : undefined
  }
  const positional = literal.replaceAll('零', '〇').replace('两', '二')
  if (!/[十百千]/.test(positional)) {
    const digits = [...positional].map((character) => DIGITS.indexOf(character)).join('')
    return digits.length === 1 || digits.length === 4 ? Number(digits) : undefined
  }
  const value = placeValueOf(positional)
  return value !== undefined && placeValueForms(value).includes(literal) ? value : undefined
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
    const digits = [...arabic].map((digit) => DIGITS[Number(digit)]).join('')
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

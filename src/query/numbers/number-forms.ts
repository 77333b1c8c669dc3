// How one number is written: in figures, by digits, by place value, by 万 and 亿.

export const DIGITS = '〇一二三四五六七八九'
const UNITS = ['', '十', '百', '千']
/** A larger number in figures is written by 万 or 亿 alone. */
const MOST_MYRIADS = 1e6
/** Digits behind the point of a number of 万 or 亿: 1.2345万. */
const MOST_DECIMALS = 4
const FIGURES = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([十百千]?)([万亿]?)$/
const PLACES = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/

/** @returns undefined for what is no number below 10,000, such as 十四五 (the name of a plan). */
export function numberIn(literal: string): number | undefined {
  if (/^\d/.test(literal)) {
    const value = Number(literal)
    return value < 10_000 ? value : undefined
  }
  const positional = literal.replaceAll('零', '〇').replace('两', '二')
  if (!/[十百千]/.test(positional)) {
    const digits = arabicDigits(positional)
    return /^(?:\d|\d{4})$/.test(digits) ? Number(digits) : undefined
  }
  const value = placeValueOf(positional)
  return placeValueForms(value).includes(literal.replace(/^一十/, '十')) ? value : undefined
}

export function arabicDigits(digits: string): string {
  return digits.replace(/./g, (digit) => {
    const value = DIGITS.indexOf(digit === '零' ? '〇' : digit)
    return value < 0 ? digit : `${value}`
  })
}

export function hanDigits(arabic: string): string {
  return [...arabic].map((digit) => DIGITS[Number(digit)]).join('')
}

function placeValueOf(literal: string): number {
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

/** 二十五; 一百零五, also with 〇; 十五, also 一十五 behind nothing. */
export function placeValueForms(value: number): string[] {
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

/** The value of 10万, 1.5万, 3千, 100,000, 二点三亿 or 两亿三千万; undefined for what is none. */
export function amountIn(literal: string): number | undefined {
  const figures = FIGURES.exec(literal)
  if (figures) {
    const [, whole, fraction, ten, myriad] = figures
    return exactValue(whole!.replaceAll(',', ''), fraction, sizeOf(ten!) * sizeOf(myriad!))
  }
  const decimal = /^(.+)点(.+)$/.exec(literal)
  if (decimal) return amountIn(`${numberIn(decimal[1]!)}.${arabicDigits(decimal[2]!)}`)
  // 15万9千 is 十五万九千, 2亿5000万 is 二亿五千万.
  return placedValue(literal.replace(/\d{1,4}/g, (digits) => placeValueForms(Number(digits))[0]!))
}

/** The value if it is a whole number that is counted exactly. */
function exactValue(whole: string, fraction = '', size: number): number | undefined {
  const value = (Number(whole + fraction) * size) / 10 ** fraction.length
  return Number.isSafeInteger(value) ? value : undefined
}

/** 一万五 is 15,000 in speech: what is not written out is not guessed at. */
function placedValue(literal: string): number | undefined {
  const places = PLACES.exec(literal)!.slice(1)
  let value = 0
  for (const [at, size] of [1e8, 1e4, 1].entries()) {
    const place = places[at]
    if (!place) continue
    const number = numberIn(value > 0 ? place.replace(/^[零〇]/, '') : place)
    if (number === undefined || (value > 0 && number < 1000 !== /^[零〇]/.test(place))) return undefined
    value += number * size
  }
  return value || undefined
}

/** Of nothing 1. */
function sizeOf(unit: string): number {
  return 10 ** '_十百千万___亿'.indexOf(unit)
}

/** 100000, 100,000, 10万, 十万; 230000000, 23000万, 2.3亿, 二点三亿, 二亿三千万, 两亿三千万. */
export function amountForms(value: number): string[] {
  const forms = [String(value), withCommas(value)]
  for (const myriad of '万亿') {
    const share = value / sizeOf(myriad)
    if (share < 1 || share >= MOST_MYRIADS) continue
    const [whole, fraction = ''] = String(share).split('.')
    if (fraction.length > MOST_DECIMALS) continue
    forms.push(share + myriad)
    if (share >= 1000) forms.push(withCommas(share) + myriad)
    if (share < 10_000) for (const form of decimalForms(Number(whole), fraction)) forms.push(form + myriad)
  }
  forms.push(...placedForms(value))
  return [...new Set([...forms, ...forms.map((form) => form.replace(/^二(?=[万亿])/, '两'))])]
}

/** 十二点五, also with 零. */
export function decimalForms(whole: number, fraction: string): string[] {
  const forms = placeValueForms(whole).map((form) => form + (fraction && '点') + hanDigits(fraction))
  return [...new Set([...forms, ...forms.map((form) => form.replaceAll('〇', '零'))])]
}

/** 两亿三千万, 十二万三千五百, 一万零五百: each place in its forms, the first ones beside the others'. */
function placedForms(value: number): string[] {
  const places = [
    [Math.floor(value / 1e8), '亿'],
    [Math.floor(value / 1e4) % 1e4, '万'],
    [value % 1e4, ''],
  ] as const
  if (places[0][0] >= 10_000) return []
  let forms = ['']
  for (const [number, unit] of places) {
    if (number === 0) continue
    const zero = forms[0] !== '' && number < 1000 ? '零' : ''
    forms = forms.flatMap((before) => {
      const own = before === '' ? placeValueForms(number) : placeValueForms(number).slice(0, 1)
      return own.map((form) => before + zero + (zero ? form.replace(/^十/, '一十') : form) + unit)
    })
  }
  return forms
}

/** 3,752 and 3,752.6. */
export function withCommas(value: number | string): string {
  return String(value).replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))
}

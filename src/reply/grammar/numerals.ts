const DIGITS = '〇一二三四五六七八九'

/** The characters that write a number in a letter, with the Latin, Cyrillic and Greek o that pass for 〇, for use inside `[]` of a regular expression. */
export const NUMERAL: string = '〇○◯零OoОоΟο一二三四五六七八九十百廿卅\\d'

/** `十四` is 14, `二〇二五` and `二○二五` are 2025, `0一七` is 17; `undefined` for anything else. */
export function numberOf(numeral: string): number | undefined {
  const text = numeral
    .replace(/[○◯零OoОоΟο0０]/g, '〇')
    .replace(/[1-9]/g, (digit) => DIGITS.charAt(Number(digit)))
    .replace('廿', '二十')
    .replace('卅', '三十')
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text)
  if (tens) return (tens[1] ? DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? DIGITS.indexOf(tens[2]) : 0)
  const values = [...text].map((character) => DIGITS.indexOf(character))
  if (values.length === 0 || values.includes(-1)) return undefined
  return values.reduce((total, value) => total * 10 + value, 0)
}

import { Converter } from 'opencc-js'

/** Another way to write a text. */
export type Form = (text: string) => string

/** Traditional to Simplified; a Simplified text stays as it is. */
export const simplified: Form = Converter({ from: 't', to: 'cn' })

/** The characters of the standard, of Taiwan and of Hong Kong. */
export const traditionalForms: Record<'s2t' | 's2tw' | 's2hk', Form> = {
  s2t: Converter({ from: 'cn', to: 't' }),
  s2tw: Converter({ from: 'cn', to: 'tw' }),
  s2hk: Converter({ from: 'cn', to: 'hk' }),
}

/** ABC and 123 as ＡＢＣ and １２３. */
export const fullWidth: Form = (text) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** A number that surely is one, with what is counted and two characters more: 10届四次, 二〇二五年七月. */
export const NUMERAL_PHRASE: RegExp =
  /(?<![\d.,〇零○一二三四五六七八九十百千])(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年|(?:[1-9]\d?|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[月日届屆次号號条條期])\p{Script=Han}{0,2}/gu

const DIGITS = '〇一二三四五六七八九'

/** The first number of a phrase in the other numerals: 10届 as 十届, 二〇二五年 as 2025年. */
export const otherNumeral: Form = (phrase) =>
  phrase.replace(/^(?:\d+|[〇零一二三四五六七八九十]+)/, (numeral) => {
    if (/^\d{4}$/.test(numeral)) return [...numeral].map((digit) => DIGITS[Number(digit)]).join('')
    if (/^\d/.test(numeral)) return toHan(Number(numeral))
    if (numeral.includes('十')) return String(fromHan(numeral))
    return [...numeral.replaceAll('零', '〇')].map((digit) => DIGITS.indexOf(digit)).join('')
  })

/** 1 to 99. */
function toHan(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10 === 0 ? '' : DIGITS[value % 10]
  return tens === 0 ? `${ones}` : `${tens === 1 ? '' : DIGITS[tens]}十${ones}`
}

function fromHan(numeral: string): number {
  const [tens, ones] = numeral.split('十').map((digit) => DIGITS.indexOf(digit || '〇'))
  return (tens || 1) * 10 + (ones ?? 0)
}

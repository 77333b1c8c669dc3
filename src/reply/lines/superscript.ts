const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻'.matchAll(/(.)(.)/gu), ([, sign, raised]) => [sign!, raised!]),
)
const EXPONENT = /^[-+−–]?\d{1,3}[-+−–]?$/
const NUMBER = /^\d{1,3}$/
/** m, cm, 米, 公里, a bracket, one digit, and 10: no other word or number has a power. */
const BASE = /(?:^|[^A-Za-zμ])[A-Za-zμ]{1,2}$|[米里)）]$|(?:^|[^\d.,])(?:\d|10)$/

/**
 * How a raised text is written on the line: 10 and 4 as 10⁴, which is not 104. The mark of a footnote stands in brackets,
 * 900[1]万元; anything else, and a mark that has some, is written as it is.
 */
export function raised(text: string, before: string, isLink: boolean): string {
  if (NUMBER.test(text) && (isLink || !BASE.test(before))) return `[${text}]`
  return EXPONENT.test(text) ? Array.from(text, (sign) => RAISED[sign] ?? sign).join('') : text
}

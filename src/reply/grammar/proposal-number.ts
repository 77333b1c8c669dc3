const NUMBER = /^[\p{Script=Han}A-Za-z]{0,3}\d[\dA-Za-z.-]{0,15}$/u

/** How proposals are numbered, the surest way first; in the last, extraction has lost 第 or 号 around the digits. */
const PRINTED: RegExp[] = [
  /(?:第|(?<=号[、和及与])(?=\d))([^第号]{1,40})号/g,
  /((?:(?<=会议)\p{Script=Han})?\d{1,10})号(?=提案|建议|议案|代表|委员|[“《）)])/gu,
  /(?:第|会议?|编号[：:]?)((?<!\d)\d[\d.]{0,9})(?=号|(?:重点|代表|委员)?(?:提案|建议|议案)|的?(?:答复|复函))/g,
]

/** The numbers of the proposals that a text without white space names, as printed: 第21、38号 gives 21 and 38. */
export function proposalNumbers(text: string): string[] {
  for (const pattern of PRINTED) {
    const numbers = [...text.matchAll(pattern)]
      .flatMap((match) => (match[1] ?? '').split(/[、，,和及与]/))
      .map((number) => number.replace(/[〔〕[\]（）()号第]/g, ''))
      .filter((number) => NUMBER.test(number))
    if (numbers.length > 0) return [...new Set(numbers)]
  }
  return []
}

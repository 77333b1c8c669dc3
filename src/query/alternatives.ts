import { type Numeral, numeralsOf } from './numerals.js'

/** Another way to write a part of a query. */
export interface Alternative {
  /** Folded. */
  text: string
  kind: 'numeral' | 'synonym' | 'pinyin' | 'typo'
  /** For a synonym, what it stands for, in UTF-16 offsets into the part. */
  replaces?: { start: number; end: number }
  /** What the terms that it adds weigh beside those of the text as typed: more than 0, at most 1. */
  weight: number
}

/** A longer part is a text: what it means is clear without its other forms. In UTF-16 code units. */
const LONGEST_VARIED = 200
/** For numbers that may be none, such as 一. Source: `npm run evaluate`. */
const UNCERTAIN_WEIGHT = 0.5
/** Numbers of a part that are varied; later ones are searched as typed. */
const MOST_NUMERALS = 6
/** 2025-07-01, 2025.7.1, 2025/7/1; 2025-07 */
const DATE = /(?<!\d)((?:19|20)\d\d)([-./])(0?[1-9]|1[0-2])(?:\2(0?[1-9]|[12]\d|3[01]))?(?!\d|[-./]\d)/g
/** Forms of a part in all, beside the one that was typed. */
const MOST_ALTERNATIVES = 32

/**
 * @param synonyms Groups of folded texts of equal meaning.
 * @returns Without `text` itself; none of them for most texts.
 */
export function alternativesOf(text: string, synonyms: readonly (readonly string[])[]): Alternative[] {
  const found = new Map<string, Alternative>()
  if (text.length > LONGEST_VARIED) return []
  const add = (alternative: Alternative): void => {
    if (alternative.text !== text && !found.has(alternative.text) && found.size < MOST_ALTERNATIVES) {
      found.set(alternative.text, alternative)
    }
  }
  const numerals = numeralsOf(text).slice(0, MOST_NUMERALS)
  const weight = numerals.every(({ certain }) => certain) ? 1 : UNCERTAIN_WEIGHT
  for (const variant of numeralVariants(text, numerals)) add({ text: variant, kind: 'numeral', weight })
  for (const width of [1, 2]) add({ text: text.replace(DATE, dateIn(width)), kind: 'numeral', weight: 1 })
  for (const group of synonyms) {
    const member = longestIn(text, group)
    if (!member) continue
    const start = text.indexOf(member)
    const end = start + member.length
    for (const other of group) {
      if (other === member) continue
      const share = Math.min(1, member.length / other.length)
      const varied = text.slice(0, start) + other + text.slice(end)
      add({ text: varied, kind: 'synonym', weight: share, replaces: { start, end } })
    }
  }
  return [...found.values()]
}

/** Every choice of one form for each number; where these are too many, one number at a time is varied. */
function numeralVariants(text: string, numerals: readonly Numeral[]): string[] {
  const choices = numerals.reduce((product, { forms }) => product * forms.length, 1)
  if (choices > MOST_ALTERNATIVES) {
    return numerals.flatMap((numeral) => numeral.forms.map((form) => replace(text, [numeral], [form])))
  }
  let variants: string[][] = [[]]
  for (const { forms } of numerals)
    variants = variants.flatMap((chosen) => forms.map((form) => [...chosen, form]))
  return variants.map((chosen) => replace(text, numerals, chosen))
}

function replace(text: string, numerals: readonly Numeral[], forms: readonly string[]): string {
  let replaced = ''
  let at = 0
  numerals.forEach(({ start, end }, i) => {
    replaced += text.slice(at, start) + forms[i]
    at = end
  })
  return replaced + text.slice(at)
}

/** As letters print a date: 2025年7月1日, or 2025年07月01日; 2025年7月. */
function dateIn(width: number): (date: string, ...groups: (string | undefined)[]) => string {
  const padded = (figures: string): string => String(Number(figures)).padStart(width, '0')
  return (_, year, _separator, month, day) => `${year}年${padded(month!)}月${day ? `${padded(day)}日` : ''}`
}

/** So that 株洲市科学技术局 is not read as 市科学技术局 with something before it when the group has both. */
function longestIn(text: string, group: readonly string[]): string | undefined {
  return group.filter((member) => text.includes(member)).sort((a, b) => b.length - a.length)[0]
}

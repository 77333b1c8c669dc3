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

/** By what a text is varied. */
export interface Variation {
  /** Groups of folded texts of equal meaning. */
  synonyms: readonly (readonly string[])[]
  /** The folded text with its numbers written otherwise; loaded for queries with numbers. */
  numberVariants?: ((text: string) => Alternative[]) | undefined
}

/** A longer part is a text: what it means is clear without its other forms. In UTF-16 code units. */
const LONGEST_VARIED = 200
/** Forms of a part in all, beside the one that was typed. */
export const MOST_ALTERNATIVES = 32

/** @returns Without `text` itself; none of them for most texts. */
export function alternativesOf(text: string, { synonyms, numberVariants }: Variation): Alternative[] {
  if (text.length > LONGEST_VARIED) return []
  const found = new Map<string, Alternative>()
  const add = (alternative: Alternative): void => {
    if (alternative.text !== text && !found.has(alternative.text)) found.set(alternative.text, alternative)
  }
  numberVariants?.(text).forEach(add)
  for (const group of synonyms) {
    const member = longestIn(text, group)
    if (member) synonymVariants(text, group, member).forEach(add)
  }
  return [...found.values()].slice(0, MOST_ALTERNATIVES)
}

function synonymVariants(text: string, group: readonly string[], member: string): Alternative[] {
  const start = text.indexOf(member)
  const end = start + member.length
  return group
    .filter((other) => other !== member)
    .map((other) => ({
      text: text.slice(0, start) + other + text.slice(end),
      kind: 'synonym',
      weight: Math.min(1, member.length / other.length),
      replaces: { start, end },
    }))
}

/** So that 株洲市科学技术局 is not read as 市科学技术局 with something before it when the group has both. */
function longestIn(text: string, group: readonly string[]): string | undefined {
  let longest: string | undefined
  for (const member of group) {
    if (text.includes(member) && !(longest && longest.length >= member.length)) longest = member
  }
  return longest
}

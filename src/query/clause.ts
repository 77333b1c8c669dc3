import type { FacetName, Field, TermEntry } from '../postings/posting-store.js'

/** How a term follows from the query. */
export type ClauseKind = 'word' | 'bigram' | 'character' | 'numeral' | 'synonym' | 'pinyin' | 'typo'

/** Hits of a lower number come first, whatever their scores. */
export const EXACT = 0
export const PINYIN = 1
export const TYPO = 2

/** What earns a paragraph score: all entries stand in it, and each adds its own. */
export interface Clause {
  readonly field: Field
  readonly entries: readonly TermEntry[]
  readonly kind: ClauseKind
  readonly weight: number
  readonly tier: typeof EXACT | typeof PINYIN | typeof TYPO
}

/** Which paragraphs match. */
export type Condition =
  /** `asked`: the part of the query, folded, that this stands for. */
  | { kind: 'all' | 'any'; conditions: readonly Condition[]; asked?: string }
  | { kind: 'not'; condition: Condition }
  /** All entries stand in the paragraph. */
  | { kind: 'entries'; entries: readonly TermEntry[] }
  /** The folded text contains `text`, where so told as no piece of a longer number; only what meets `within` can. */
  | { kind: 'phrase'; text: string; whole?: true; within: Condition }
  | { kind: 'facet'; facet: FacetName; asks: FacetTest; accepts: (value: string) => boolean }

/** What `accepts` asks of a value, for engines that look values up. Texts are folded, the ends of a range are not. */
export type FacetTest =
  | { equals: readonly string[] }
  /** Without leading zeros on either side. */
  | { equalsBare: string }
  | { contains: readonly string[] }
  | { from?: string; to?: string }

export const NOTHING: Condition = { kind: 'any', conditions: [] }

/**
 * One clause for each field and terms, in one order whatever the order of the query, so that equal queries add their
 * scores in the same order. Of equal clauses the weightiest of the first tier stays.
 */
export function canonical(clauses: readonly Clause[]): Clause[] {
  const distinct = new Map<string, Clause>()
  for (const clause of clauses) {
    const key = keyOf(clause)
    const other = distinct.get(key)
    if (!other || clause.tier < other.tier || (clause.tier === other.tier && clause.weight > other.weight)) {
      distinct.set(key, clause)
    }
  }
  const ordered: Clause[] = []
  for (const key of [...distinct.keys()].sort()) ordered.push(distinct.get(key)!)
  return ordered
}

function keyOf({ field, entries }: Clause): string {
  let key: string = field
  for (const { term } of entries) key += ` ${term}`
  return key
}

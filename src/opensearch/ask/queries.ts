import type { TermEntry } from '../../postings/posting-store.js'
import { type Clause, type Condition, EXACT, type FacetTest, PINYIN, TYPO } from '../../query/clause.js'
import { isBody, K1 } from '../../search/find/bm25.js'
import { gainOf } from '../../search/find/rank.js'
import { numberEdges, type Sequence } from '../../text/number-edges.js'
import { bare, containing, exactly } from '../layout/facet-values.js'
import { characterTokens, tokenOf } from '../layout/tokens.js'

/** A query in the cluster's language. */
export type ClusterQuery = Record<string, unknown>

export const NONE: ClusterQuery = { match_none: {} }

/** Every paragraph, and nothing else that the index holds. */
export const EVERY: ClusterQuery = { term: { kind: 'paragraph' } }

export function anyOf(queries: readonly ClusterQuery[]): ClusterQuery {
  return queries.length === 1 ? queries[0]! : queries.length > 0 ? { bool: { should: queries } } : NONE
}

export function allOf(queries: readonly ClusterQuery[]): ClusterQuery {
  return queries.length === 1 ? queries[0]! : queries.length > 0 ? { bool: { filter: queries } } : EVERY
}

/** @param paragraphs Of the whole index. */
export function scoring(clause: Clause, paragraphs: number): ClusterQuery {
  const terms = clause.entries.map((entry) => scored(entry, gainOf(entry, clause.weight, paragraphs)))
  return terms.length === 1 ? terms[0]! : { bool: { must: terms } }
}

/** The clauses that add most, with at most so many terms, in their order. */
export function heaviest(clauses: readonly Clause[], terms: number, paragraphs: number): readonly Clause[] {
  if (clauses.reduce((sum, { entries }) => sum + entries.length, 0) <= terms) return clauses
  const byGain = clauses
    .map((clause) => ({ clause, gain: greatestScore([clause], paragraphs) }))
    .sort((a, b) => b.gain - a.gain)
  const kept = new Set<Clause>()
  let left = terms
  for (const { clause } of byGain) {
    left -= clause.entries.length
    if (left < 0) break
    kept.add(clause)
  }
  return clauses.filter((clause) => kept.has(clause))
}

/** The most that clauses can add. */
export function greatestScore(clauses: readonly Clause[], paragraphs: number): number {
  return clauses
    .flatMap(({ entries, weight }) => entries.map((entry) => gainOf(entry, weight, paragraphs)))
    .reduce((sum, gain) => sum + gain, 0)
}

function scored(entry: TermEntry, gain: number): ClusterQuery {
  const { name, token } = placeOf(entry)
  if (name === 'body') return { term: { body: { value: token, boost: gain } } }
  // A term counts once in titles and names, whatever their length.
  return { constant_score: { filter: { term: { [name]: token } }, boost: gain / (1 + K1) } }
}

function holding(entry: TermEntry): ClusterQuery {
  const { name, token } = placeOf(entry)
  return { term: { [name]: token } }
}

function placeOf({ field, term }: TermEntry): { name: string; token: string } {
  const own = field as Clause['field']
  return { name: isBody(own) ? 'body' : own, token: tokenOf(own, term) }
}

/** The paragraphs in which all entries stand, of any of these. */
export function meetingAny(clauses: readonly Pick<Clause, 'entries'>[]): ClusterQuery {
  const several: ClusterQuery[] = []
  // Terms of one field are one query: a cluster takes a thousand.
  const single = new Map<string, string[]>()
  for (const { entries } of clauses) {
    if (entries.length > 1) several.push(allOf(entries.map(holding)))
    else
      for (const { name, token } of entries.map(placeOf))
        single.set(name, [...(single.get(name) ?? []), token])
  }
  return anyOf([...Array.from(single, ([name, tokens]) => ({ terms: { [name]: tokens } })), ...several])
}

/**
 * Raises paragraphs by what they are found by: what stands in them above what sounds so, and that above slips. What meets
 * a condition without a clause is no guess.
 *
 * @param step More than all clauses can add.
 */
export function raising(clauses: readonly Clause[], step: number): ClusterQuery[] {
  const inTier = (tier: Clause['tier']): ClusterQuery =>
    meetingAny(clauses.filter((clause) => clause.tier === tier))
  const raise = (filter: ClusterQuery, boost: number): ClusterQuery => ({ constant_score: { filter, boost } })
  const guessed = anyOf([inTier(PINYIN), inTier(TYPO)])
  const exact = anyOf([inTier(EXACT), { bool: { must_not: [guessed], filter: [EVERY] } }])
  return [
    raise(exact, 2 * step),
    raise({ bool: { filter: [inTier(PINYIN)], must_not: [inTier(EXACT)] } }, step),
  ]
}

/** The paragraphs with a clause of the first tier. */
export function certain(clauses: readonly Clause[]): ClusterQuery {
  return meetingAny(clauses.filter(({ tier }) => tier === EXACT))
}

/** The paragraphs that meet a condition, all of them and no others. */
export function matching(condition: Condition): ClusterQuery {
  switch (condition.kind) {
    case 'any': {
      const entries = condition.conditions.filter((inner) => inner.kind === 'entries')
      const others = condition.conditions.filter((inner) => inner.kind !== 'entries')
      return anyOf([...(entries.length > 0 ? [meetingAny(entries)] : []), ...others.map(matching)])
    }
    case 'all':
      return allOf(condition.conditions.map(matching))
    case 'not':
      return { bool: { filter: [EVERY], must_not: [matching(condition.condition)] } }
    case 'entries':
      return allOf(condition.entries.map(holding))
    case 'phrase':
      if (isNothing(condition.within)) return NONE
      return condition.whole ? standingWhole(condition.text) : standing(condition.text)
    case 'facet':
      return matchingValue(condition.facet, condition.asks)
  }
}

function standing(text: string): ClusterQuery {
  return { match_phrase: { characters: characterTokens(text) } }
}

/** A text, where it is no piece of a longer number. */
function standingWhole(text: string): ClusterQuery {
  const { before, after } = numberEdges(text)
  if (before.length + after.length === 0) return standing(text)
  const own = inOrder([...text])
  const longer = [
    ...before.map((sequence) => inOrder([...sequence, ...text])),
    ...after.map((sequence) => inOrder([...text, ...sequence])),
  ]
  return { span_not: { include: own, exclude: { span_or: { clauses: longer } } } }
}

/** One of each text's characters behind the other. */
function inOrder(sequence: Sequence): ClusterQuery {
  const clauses = sequence.map((characters) => ({
    span_or: {
      clauses: characterTokens(characters)
        .split(' ')
        .map((token) => ({ span_term: { characters: token } })),
    },
  }))
  return { span_near: { clauses, slop: 0, in_order: true } }
}

function isNothing(condition: Condition): boolean {
  if (condition.kind === 'all') return condition.conditions.some(isNothing)
  return condition.kind === 'any' && condition.conditions.every(isNothing)
}

function matchingValue(facet: string, asks: FacetTest): ClusterQuery {
  const folded = `folded.${facet}`
  if ('equals' in asks) return { terms: { [folded]: asks.equals.map(exactly) } }
  if ('equalsBare' in asks) return { term: { [folded]: bare(asks.equalsBare) } }
  if ('contains' in asks)
    return anyOf(asks.contains.map((text) => ({ wildcard: { [folded]: containing(text) } })))
  const { from, to } = asks
  if (from === undefined && to === undefined) return { exists: { field: `facets.${facet}` } }
  return {
    range: {
      [`facets.${facet}`]: { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lte: to }) },
    },
  }
}

const LEAVES = new Set(['term', 'terms', 'match_phrase', 'wildcard', 'range', 'exists', 'span_term'])

/** How many clauses a query has: a cluster refuses too many. */
export function termsIn(query: unknown): number {
  if (typeof query !== 'object' || query === null) return 0
  const own = Object.keys(query).filter((key) => LEAVES.has(key)).length
  return Object.values(query).reduce((sum: number, inner) => sum + termsIn(inner), own)
}

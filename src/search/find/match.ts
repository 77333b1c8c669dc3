import type { PostingList } from '../../postings/posting-list.js'
import type { Column, FacetName, TermEntry } from '../../postings/posting-store.js'
import type { Condition } from '../../query/clause.js'
import { wholeOccurrences } from '../../text/number-edges.js'
import { intersect, join, pick } from './join.js'
import { difference, everyOrdinal, includes, intersection, union } from './ordinal-sets.js'

/** What conditions are checked against. */
export interface MatchSource {
  /** How many there are, from 0. */
  ordinals: number
  /** Parallel to the entries. */
  listsOf(entries: readonly TermEntry[]): PostingList[]
  columnOf(facet: FacetName): Column
}

/** What postings and columns tell of a condition; only the texts of the paragraphs between the two can tell more. */
export interface Bounds {
  /** Paragraphs that meet it. */
  readonly certain: Uint32Array
  /** These, and those that may. */
  readonly possible: Uint32Array
}

/** @param within The paragraphs that matter; default: all. Lists are read only where these may stand in them. */
export function boundsOf(condition: Condition, source: MatchSource, within?: Uint32Array): Bounds {
  switch (condition.kind) {
    case 'any': {
      const certain: Uint32Array[] = []
      const possible: Uint32Array[] = []
      let areCertain = true
      for (const inner of condition.conditions) {
        const bounds = boundsOf(inner, source, within)
        certain.push(bounds.certain)
        possible.push(bounds.possible)
        areCertain &&= isCertain(bounds)
      }
      const united = union(possible, source.ordinals)
      return areCertain ? same(united) : { certain: union(certain, source.ordinals), possible: united }
    }
    case 'all':
      return boundsOfAll(condition.conditions, source, within)
    case 'not': {
      const all = within ?? everyOrdinal(source.ordinals)
      const { certain, possible } = boundsOf(condition.condition, source, within)
      const least = difference(all, possible)
      return certain === possible ? same(least) : { certain: least, possible: difference(all, certain) }
    }
    case 'entries': {
      const lists = source.listsOf(condition.entries)
      return same(within ? pick(within, join(lists, within).at) : intersect(lists))
    }
    case 'phrase':
      return { certain: new Uint32Array(0), possible: boundsOf(condition.within, source, within).possible }
    case 'facet':
      return same(facetMatches(condition, source, within))
  }
}

/** Each condition is looked for among what meets the ones before it, the rarest first. */
function boundsOfAll(
  conditions: readonly Condition[],
  source: MatchSource,
  within: Uint32Array | undefined,
): Bounds {
  const sorted = conditions
    .map((condition) => ({ condition, size: sizeOf(condition, source) }))
    .sort((a, b) => a.size - b.size)
  let bounds = within && same(within)
  for (const { condition } of sorted) {
    const next = boundsOf(condition, source, bounds?.possible)
    const certain = bounds && !isCertain(bounds) ? intersection(next.certain, bounds.certain) : next.certain
    bounds = isCertain(next) && certain === next.certain ? next : { certain, possible: next.possible }
  }
  return bounds ?? same(everyOrdinal(source.ordinals))
}

/** About how many paragraphs meet a condition, at most. */
function sizeOf(condition: Condition, source: MatchSource): number {
  switch (condition.kind) {
    case 'any':
      return condition.conditions.reduce((sum, inner) => sum + sizeOf(inner, source), 0)
    case 'all':
      return Math.min(source.ordinals, ...condition.conditions.map((inner) => sizeOf(inner, source)))
    case 'entries':
      return Math.min(...condition.entries.map(({ documentFrequency }) => documentFrequency))
    case 'phrase':
      return sizeOf(condition.within, source)
    default:
      return source.ordinals
  }
}

/** Whether the texts can tell no more. */
function isCertain({ certain, possible }: Bounds): boolean {
  return certain === possible
}

function same(set: Uint32Array): Bounds {
  return { certain: set, possible: set }
}

function hasPhrase(condition: Condition): boolean {
  if (condition.kind === 'phrase') return true
  if (condition.kind === 'not') return hasPhrase(condition.condition)
  return 'conditions' in condition && condition.conditions.some(hasPhrase)
}

/** A test of one candidate, by its ordinal and its folded text. */
export type Verifier = (ordinal: number, text: string) => boolean

/** Compiles a condition, so that the sets of its parts are made once for all candidates. */
export function verifierFor(condition: Condition, source: MatchSource): Verifier {
  if (!hasPhrase(condition)) {
    const { certain } = boundsOf(condition, source)
    return (ordinal) => includes(certain, ordinal)
  }
  switch (condition.kind) {
    case 'phrase': // Its bigrams need not be looked at: a text that contains the phrase has them.
      return condition.whole
        ? (_, text) => wholeOccurrences(text, condition.text).length > 0
        : (_, text) => text.includes(condition.text)
    case 'not': {
      const inner = verifierFor(condition.condition, source)
      return (ordinal, text) => !inner(ordinal, text)
    }
    case 'all': {
      const inner = condition.conditions.map((part) => verifierFor(part, source))
      return (ordinal, text) => inner.every((meets) => meets(ordinal, text))
    }
    case 'any': {
      const inner = condition.conditions.map((part) => verifierFor(part, source))
      return (ordinal, text) => inner.some((meets) => meets(ordinal, text))
    }
    default:
      return () => true
  }
}

function facetMatches(
  { facet, accepts }: Extract<Condition, { kind: 'facet' }>,
  { ordinals, columnOf }: MatchSource,
  within: Uint32Array | undefined,
): Uint32Array {
  const { values, numbers, starts } = columnOf(facet)
  const accepted = values.map(accepts)
  return (within ?? everyOrdinal(ordinals)).filter((ordinal) => {
    for (let i = starts[ordinal]!; i < starts[ordinal + 1]!; i++) if (accepted[numbers[i]!]) return true
    return false
  })
}

/** The entries whose postings a condition reads. */
export function entriesIn(condition: Condition): TermEntry[] {
  if (condition.kind === 'entries') return [...condition.entries]
  if (condition.kind === 'not') return entriesIn(condition.condition)
  if (condition.kind === 'phrase') return entriesIn(condition.within)
  return 'conditions' in condition ? condition.conditions.flatMap(entriesIn) : []
}

import type { PostingList } from '../postings/posting-list.js'
import type { Column, FacetName, TermEntry } from '../postings/posting-store.js'
import type { Condition } from '../query/clause.js'
import { Bitset } from './bitset.js'
import { intersect } from './join.js'

/** What conditions are checked against. */
export interface MatchSource {
  paragraphs: number
  postingsOf(entry: TermEntry): PostingList
  columnOf(facet: FacetName): Column
}

/** What postings and columns tell of a condition; only the texts of the paragraphs between the two can tell more. */
export interface Bounds {
  /** Paragraphs that meet it. */
  certain: Bitset
  /** These, and those that may. */
  possible: Bitset
}

export function boundsOf(condition: Condition, source: MatchSource): Bounds {
  const { paragraphs } = source
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const both = condition.kind === 'all'
      const start = (): Bitset => (both ? Bitset.full(paragraphs) : new Bitset(paragraphs))
      const bounds = { certain: start(), possible: start() }
      for (const inner of condition.conditions) {
        const { certain, possible } = boundsOf(inner, source)
        if (both) {
          bounds.certain.intersect(certain)
          bounds.possible.intersect(possible)
        } else {
          bounds.certain.unite(certain)
          bounds.possible.unite(possible)
        }
      }
      return bounds
    }
    case 'not': {
      const { certain, possible } = boundsOf(condition.condition, source)
      return { certain: possible.complement(), possible: certain.complement() }
    }
    case 'entries':
      return same(Bitset.of(paragraphs, intersect(condition.entries.map(source.postingsOf))))
    case 'phrase':
      return { certain: new Bitset(paragraphs), possible: boundsOf(condition.within, source).possible }
    case 'facet':
      return same(facetMatches(condition, source))
  }
}

function same(set: Bitset): Bounds {
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
    return (ordinal) => certain.has(ordinal)
  }
  switch (condition.kind) {
    case 'phrase': // Its bigrams need not be looked at: a text that contains the phrase has them.
      return (_, text) => text.includes(condition.text)
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

/** In words, what keeps a paragraph from meeting a condition; nothing if it meets it. */
export function unmetConditions(
  condition: Condition,
  source: MatchSource,
  ordinal: number,
  text: string,
): string[] {
  if (verifierFor(condition, source)(ordinal, text)) return []
  switch (condition.kind) {
    case 'all':
      return condition.conditions.flatMap((inner) => unmetConditions(inner, source, ordinal, text))
    case 'any': {
      if (condition.conditions.every((inner) => inner.kind === 'entries')) {
        const terms = condition.conditions.flatMap(({ entries }) => entries.map(({ term }) => term))
        return [
          terms.length > 0
            ? `none of these is in it: ${[...new Set(terms)].join(' ')}`
            : 'nothing to search for',
        ]
      }
      const inner = condition.conditions.map((part) =>
        unmetConditions(part, source, ordinal, text).join(' and '),
      )
      return [[...new Set(inner)].join(', or ')]
    }
    case 'not':
      return ['it has what the query excludes']
    case 'entries':
      return [`not in it: ${condition.entries.map(({ term }) => term).join(' ')}`]
    case 'phrase':
      return [`the phrase does not stand in it: ${condition.text}`]
    case 'facet':
      return [`another ${condition.facet}`]
  }
}

function facetMatches(
  { facet, accepts }: Extract<Condition, { kind: 'facet' }>,
  { paragraphs, columnOf }: MatchSource,
): Bitset {
  const { values, numbers, starts } = columnOf(facet)
  const accepted = values.map(accepts)
  const set = new Bitset(paragraphs)
  for (let ordinal = 0; ordinal < paragraphs; ordinal++) {
    for (let i = starts[ordinal] as number; i < (starts[ordinal + 1] as number); i++) {
      if (accepted[numbers[i] as number]) set.add(ordinal)
    }
  }
  return set
}

/** The entries whose postings a condition reads. */
export function entriesIn(condition: Condition): TermEntry[] {
  if (condition.kind === 'entries') return [...condition.entries]
  if (condition.kind === 'not') return entriesIn(condition.condition)
  if (condition.kind === 'phrase') return entriesIn(condition.within)
  return 'conditions' in condition ? condition.conditions.flatMap(entriesIn) : []
}

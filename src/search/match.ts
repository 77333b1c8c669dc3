import type { Column, FacetName, Postings, TermEntry } from '../postings/posting-store.js'
import type { Condition } from '../query/clause.js'
import { Bitset } from './bitset.js'
import { intersect } from './intersect.js'

/** What conditions are checked against. */
export interface MatchSource {
  paragraphs: number
  postingsOf(entry: TermEntry): Postings
  columnOf(facet: FacetName): Column
}

/**
 * The paragraphs that can meet a condition: all that do, and, where it holds phrases, perhaps others, which
 * `meetsPhrases` tells apart by their texts.
 */
export function candidatesFor(condition: Condition, source: MatchSource): Bitset {
  const { paragraphs } = source
  switch (condition.kind) {
    case 'all':
      return condition.conditions.reduce(
        (set, inner) => set.intersect(candidatesFor(inner, source)),
        Bitset.full(paragraphs),
      )
    case 'any':
      return condition.conditions.reduce(
        (set, inner) => set.unite(candidatesFor(inner, source)),
        new Bitset(paragraphs),
      )
    case 'not':
      return hasPhrase(condition)
        ? Bitset.full(paragraphs)
        : candidatesFor(condition.condition, source).complement()
    case 'entries':
      return Bitset.of(paragraphs, intersect(condition.entries.map(source.postingsOf)).paragraphs)
    case 'phrase':
      return candidatesFor(condition.within, source)
    case 'facet':
      return facetMatches(condition, source)
  }
}

/** Whether only texts can tell if a candidate meets the condition. */
export function hasPhrase(condition: Condition): boolean {
  if (condition.kind === 'phrase') return true
  if (condition.kind === 'not') return hasPhrase(condition.condition)
  return 'conditions' in condition && condition.conditions.some(hasPhrase)
}

/** A test of one candidate, by its ordinal and its folded text. */
export type Verifier = (ordinal: number, text: string) => boolean

/** Compiles a condition, so that the sets of its parts are made once for all candidates. */
export function verifierFor(condition: Condition, source: MatchSource): Verifier {
  if (!hasPhrase(condition)) {
    const set = candidatesFor(condition, source)
    return (ordinal) => set.has(ordinal)
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
      const inner = condition.conditions.flatMap((part) => unmetConditions(part, source, ordinal, text))
      return [inner.length > 0 ? `none of: ${[...new Set(inner)].join(', ')}` : 'nothing to search for']
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

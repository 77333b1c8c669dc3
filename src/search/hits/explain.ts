import type { Clause, Condition } from '../../query/clause.js'
import type { Plan } from '../../query/plan.js'
import { isBody, K1 } from '../find/bm25.js'
import { join } from '../find/join.js'
import { entriesIn, type MatchSource, verifierFor } from '../find/match.js'
import { gainOf, type RankSource } from '../find/rank.js'
import type { Reading } from '../find/reading.js'
import type { Explanation, ExplanationPart } from '../hit.js'
import type { Addition } from '../order/text-score.js'

// Loaded for queries that ask for it.

/** How the score of a hit came about. */
export function explainHit(
  ordinal: number,
  { clauses }: Plan,
  additions: readonly Addition[],
  reading: Reading,
): Explanation {
  const parts = explainScore(ordinal, clauses, additions, reading)
  return { score: parts.reduce((sum, { score }) => sum + score, 0), parts, missing: [] }
}

/** Of any paragraph whose text was fetched, a hit or not. */
export function explainParagraph(
  ordinal: number,
  plan: Plan,
  additions: readonly Addition[],
  reading: Reading,
): Explanation {
  const explanation = explainHit(ordinal, plan, additions, reading)
  const missing = plan.condition
    ? unmetConditions(plan.condition, reading, ordinal, reading.foldedOf(ordinal).text)
    : explanation.parts.length > 0
      ? []
      : ['none of the words stands in the paragraph']
  return missing.length > 0 ? { score: 0, parts: [], missing } : explanation
}

/** The addends of a paragraph's score, in the order in which they were added. */
function explainScore(
  ordinal: number,
  clauses: readonly Clause[],
  additions: readonly Addition[],
  source: RankSource,
): ExplanationPart[] {
  const parts: ExplanationPart[] = []
  for (const clause of clauses) {
    const frequencies = frequenciesOf(clause, ordinal, source)
    clause.entries.forEach((entry, i) => {
      const frequency = frequencies[i]
      if (frequency === undefined) return
      const { field, kind, weight } = clause
      const norm = isBody(field) ? source.norms[source.lengths[ordinal]!]! : K1
      const score = (gainOf(entry, weight, source.paragraphs) * frequency) / (frequency + norm)
      parts.push({ field, term: entry.term, kind, frequency, weight, score })
    })
  }
  return [...parts, ...additions.map((addition) => ({ field: 'text', ...addition }))]
}

/** Of each entry; none if the paragraph does not meet the clause. */
function frequenciesOf({ entries }: Clause, ordinal: number, source: RankSource): number[] {
  const { frequencies } = join(source.listsOf(entries), Uint32Array.of(ordinal))
  return frequencies.flatMap((some) => [...some])
}

/** In words, what keeps a paragraph from meeting a condition; nothing if it meets it. */
function unmetConditions(condition: Condition, source: MatchSource, ordinal: number, text: string): string[] {
  if (verifierFor(condition, source)(ordinal, text)) return []
  switch (condition.kind) {
    case 'all':
      return condition.conditions.flatMap((inner) => unmetConditions(inner, source, ordinal, text))
    case 'any': {
      const { asked, conditions } = condition
      const terms = new Set(entriesIn(condition).map(({ term }) => term))
      if (asked !== undefined)
        return [terms.size > 0 ? `not whole in it: ${asked}` : `not in the index: ${asked}`]
      if (conditions.every(({ kind }) => kind === 'entries'))
        return [terms.size > 0 ? `none of these is in it: ${[...terms].join(' ')}` : 'nothing to search for']
      const inner = conditions.map((part) => unmetConditions(part, source, ordinal, text).join(' and '))
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

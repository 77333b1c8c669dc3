import { namesByField, proposalTitles } from '../../postings/documents.js'
import type { Field, StoredParagraph } from '../../postings/posting-store.js'
import type { Clause } from '../../query/clause.js'
import { EXACT, PINYIN } from '../../query/clause.js'
import type { Plan } from '../../query/plan.js'
import type { Folding } from '../../text/normalize.js'
import { isBody } from '../find/bm25.js'
import { unmetConditions } from '../find/match.js'
import type { Ranked } from '../find/rank.js'
import type { Reading } from '../find/reading.js'
import type { Explanation, FieldName, Hit, Tier } from '../hit.js'
import type { Addition } from '../order/rescore.js'
import { explainScore, metClauses } from './explain.js'
import { createHighlighter } from './highlight.js'
import { snippetOf } from './snippet.js'

export interface HitSource {
  plan: Plan
  ranked: Ranked
  reading: Reading
  folding: Folding
  /** By ordinal. */
  additions: ReadonlyMap<number, readonly Addition[]>
}

export interface HitBuilder {
  /** Of ranked paragraphs whose texts were fetched, by their places. */
  hits(places: readonly number[], explained: boolean): Hit[]
  /** Of any paragraph whose text was fetched, a hit or not. */
  explain(ordinal: number): Explanation
}

export function createHitBuilder({ plan, ranked, reading, folding, additions }: HitSource): HitBuilder {
  const words = plan.clauses.flatMap(({ field, kind, entries }) =>
    (field === 'words' || kind === 'word') && entries.length === 1 ? entries : [],
  )
  const highlighter = createHighlighter(
    plan.parts,
    words.map(({ term }) => term),
  )

  function explanationOf(ordinal: number): Explanation {
    const parts = explainScore(ordinal, plan.clauses, additions.get(ordinal) ?? [], reading)
    return { score: parts.reduce((sum, { score }) => sum + score, 0), parts, missing: [] }
  }

  return {
    hits(places, explained) {
      const ordinals = places.map((place) => ranked.ordinals[place]!)
      const met = metClauses(ordinals, plan.clauses, reading)
      return places.map((place): Hit => {
        const ordinal = ranked.ordinals[place]!
        const stored = reading.paragraphOf(ordinal)
        const { paragraph, reply, section } = stored
        const highlights = highlighter.ranges(reading.foldedOf(ordinal))
        return {
          paragraph,
          reply,
          section,
          score: ranked.scores[place]!,
          tier: tierName(ranked.tiers?.[place] ?? EXACT),
          matched: fieldsOf(met.get(ordinal)!, stored, folding),
          highlights,
          snippet: snippetOf(paragraph.text, highlights),
          ...(explained && { explanation: explanationOf(ordinal) }),
        }
      })
    },
    explain(ordinal) {
      const explanation = explanationOf(ordinal)
      const missing = plan.condition
        ? unmetConditions(plan.condition, reading, ordinal, reading.foldedOf(ordinal).text)
        : explanation.parts.length > 0
          ? []
          : ['none of the words stands in the paragraph']
      return missing.length > 0 ? { score: 0, parts: [], missing } : explanation
    },
  }
}

function tierName(tier: number): Tier {
  return tier === EXACT ? 'exact' : tier === PINYIN ? 'pinyin' : 'typo'
}

function fieldsOf(
  clauses: readonly Clause[],
  { reply, section }: StoredParagraph,
  folding: Folding,
): FieldName[] {
  const textsIn: Partial<Record<Field, { [name in FieldName]?: readonly string[] }>> = {
    sections: { section: section.path },
    proposals: { proposal: proposalTitles(reply) },
    names: namesByField(reply),
  }
  const fields = new Set<FieldName>()
  for (const { field, entries } of clauses) {
    if (isBody(field)) fields.add('body')
    for (const [name, texts] of Object.entries(textsIn[field] ?? {})) {
      const folded = texts.map((text) => folding.fold(text))
      if (folded.some((text) => entries.every(({ term }) => text.includes(term))))
        fields.add(name as FieldName)
    }
  }
  return [...fields]
}

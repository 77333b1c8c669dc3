import { namesByField, proposalTitles } from '../../postings/documents.js'
import type { Field, StoredParagraph } from '../../postings/posting-store.js'
import { type Clause, EXACT, PINYIN } from '../../query/clause.js'
import type { Plan } from '../../query/plan.js'
import type { Folding } from '../../text/normalize.js'
import { isBody } from '../find/bm25.js'
import { join } from '../find/join.js'
import type { Ranked, RankSource } from '../find/rank.js'
import type { Reading } from '../find/reading.js'
import type { FieldName, Hit, Tier } from '../hit.js'
import { createHighlighter } from './highlight.js'
import { snippetOf } from './snippet.js'

export interface HitSource {
  plan: Plan
  ranked: Ranked
  reading: Reading
  folding: Folding
}

/** Of ranked paragraphs whose texts were fetched, by their places. */
export function buildHits(places: readonly number[], { plan, ranked, reading, folding }: HitSource): Hit[] {
  const words = plan.clauses.flatMap(({ field, kind, entries }) =>
    (field === 'words' || kind === 'word') && entries.length === 1 ? entries : [],
  )
  const highlightsIn = createHighlighter(
    plan.parts,
    words.map(({ term }) => term),
  )
  const ordinals = places.map((place) => ranked.ordinals[place]!)
  const met = metClauses(ordinals, plan.clauses, reading)
  return places.map((place) => {
    const ordinal = ranked.ordinals[place]!
    const stored = reading.paragraphOf(ordinal)
    const { paragraph, reply, section } = stored
    const highlights = highlightsIn(reading.foldedOf(ordinal))
    return {
      paragraph,
      reply,
      section,
      score: ranked.scores[place]!,
      tier: tierName(ranked.tiers?.[place] ?? EXACT),
      matched: fieldsOf(met.get(ordinal)!, stored, folding),
      highlights,
      snippet: snippetOf(paragraph.text, highlights),
    }
  })
}

/** The clauses that each paragraph meets, by ordinal. */
function metClauses(
  ordinals: readonly number[],
  clauses: readonly Clause[],
  source: RankSource,
): Map<number, Clause[]> {
  const sorted = Uint32Array.from(ordinals).sort()
  const met = new Map<number, Clause[]>(ordinals.map((ordinal) => [ordinal, []]))
  for (const clause of clauses) {
    for (const at of join(clause.entries.map(source.postingsOf), sorted).at)
      met.get(sorted[at]!)!.push(clause)
  }
  return met
}

function tierName(tier: number): Tier {
  return tier === EXACT ? 'exact' : tier === PINYIN ? 'pinyin' : 'typo'
}

function fieldsOf(
  clauses: readonly Clause[],
  { reply, section }: StoredParagraph,
  folding: Folding,
): FieldName[] {
  const fields = new Set<FieldName>()
  for (const { field, entries } of clauses) {
    if (isBody(field)) {
      fields.add('body')
      continue
    }
    for (const [name, texts] of Object.entries(textsIn(field))) {
      const folded = texts.map((text) => folding.fold(text))
      if (folded.some((text) => entries.every(({ term }) => text.includes(term))))
        fields.add(name as FieldName)
    }
  }
  return [...fields]

  function textsIn(field: Field): { [name in FieldName]?: readonly string[] } {
    if (field === 'names') return namesByField(reply)
    return field === 'sections' ? { section: section.path } : { proposal: proposalTitles(reply) }
  }
}

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
  const words: string[] = []
  for (const { field, kind, entries } of plan.clauses) {
    if ((field === 'words' || kind === 'word') && entries.length === 1) words.push(entries[0]!.term)
  }
  const highlightsIn = createHighlighter(plan.parts, words)
  const met = metClauses(places, plan.clauses, ranked.ordinals, reading)
  return Array.from(places, (place) => {
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
  places: readonly number[],
  clauses: readonly Clause[],
  ordinals: Uint32Array,
  source: RankSource,
): Map<number, Clause[]> {
  const sorted = Uint32Array.from(places, (place) => ordinals[place]!).sort()
  const met = new Map<number, Clause[]>()
  for (const ordinal of sorted) met.set(ordinal, [])
  for (const clause of clauses) {
    for (const at of join(source.listsOf(clause.entries), sorted).at) met.get(sorted[at]!)!.push(clause)
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

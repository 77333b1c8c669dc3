import { failedToLoad } from '../failed-to-load.js'
import type { TermStore } from '../postings/posting-store.js'
import { emptyRanges } from '../query/filter.js'
import type { QueryNote } from '../query/note.js'
import type { ParsedQuery } from '../query/parsed-query.js'
import { planQuery } from '../query/plan.js'
import type { SearchOptions } from '../query/query.js'
import type { Folding } from '../text/normalize.js'
import type { Finder } from './find/finder.js'
import type { Explanation, Hit, SearchResult } from './hit.js'
import { countFacet } from './hits/facets.js'
import { buildHits } from './hits/hit-builder.js'
import { orderHits } from './order/order-hits.js'

export interface AnswerContext {
  readonly store: TermStore
  readonly find: Finder
  readonly folding: Folding
  /** Groups of texts of equal meaning, folded. */
  readonly synonyms: readonly (readonly string[])[]
}

/** One query, from its parsed form to its result: lexicon, postings and texts are read in one round each. */
export async function answer(
  parsed: ParsedQuery,
  options: SearchOptions,
  context: AnswerContext,
): Promise<Omit<SearchResult, 'took'>> {
  const { group = 'paragraph', facetLimit, signal } = options
  const planned = planQuery(parsed, { ...context, options })
  const found = await context.find({ plan: planned, query: parsed.query, options })
  const plan = await planned
  signal?.throwIfAborted()
  const { reading } = found
  const { ranked, places, page, total, complete, additions } = await orderHits(
    found,
    plan,
    options,
    context.folding,
  )
  await reading.fetchParagraphs(Array.from(page, (place) => ranked.ordinals[place]!))
  signal?.throwIfAborted()

  const hits = buildHits(page, { plan, ranked, reading, folding: context.folding })
  return {
    hits: options.explain === true ? await explained(hits) : hits,
    ...(found.counted ?? { total, totalIsExact: complete, facets: countFacets() }),
    query: { ...parsed, notes: await notesOn(hits) },
    ...(typeof options.explain === 'string' && { explanation: await explainById(options.explain) }),
  }

  async function notesOn(hits: readonly Hit[]): Promise<QueryNote[]> {
    const notes = [...parsed.notes, ...emptyRanges(options.filter), ...(await plan.missing)(hits)]
    const { condition } = plan
    if (!condition) return notes
    // Without it the notes say more than they need to, and less than they could.
    const loaded = await import('./hits/field-notes.js').catch(() => undefined)
    return loaded?.withFieldNotes(notes, condition, parsed.literal, hits, found, context.folding) ?? notes
  }

  function countFacets(): SearchResult['facets'] {
    const { facets = [] } = options
    if (facets.length === 0) return {}
    const ordinals = places.map((place) => ranked.ordinals[place]!)
    const replies = group === 'reply' ? reading.columnOf('reply') : undefined
    return Object.fromEntries(
      facets.map((name) => [name, countFacet(reading.columnOf(name), ordinals, facetLimit, replies)]),
    )
  }

  async function explained(hits: readonly Hit[]): Promise<Hit[]> {
    const { explainHit } = await import('./hits/explain.js').catch(failedToLoad)
    return hits.map((hit, i) => {
      const ordinal = ranked.ordinals[page[i]!]!
      return { ...hit, explanation: explainHit(ordinal, plan, additions.get(ordinal) ?? [], reading) }
    })
  }

  async function explainById(id: string): Promise<Explanation> {
    const ordinal = await found.ordinalOf(id)
    if (ordinal === undefined)
      return { score: 0, parts: [], missing: [`no paragraph has the id ${JSON.stringify(id)}`] }
    const { explainParagraph } = await import('./hits/explain.js').catch(failedToLoad)
    return explainParagraph(ordinal, plan, additions.get(ordinal) ?? [], reading)
  }
}

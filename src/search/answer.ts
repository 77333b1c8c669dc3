import { failedToLoad } from '../failed-to-load.js'
import type { TermStore } from '../postings/posting-store.js'
import { emptyRanges } from '../query/filter.js'
import type { QueryNote } from '../query/note.js'
import { planQuery } from '../query/plan.js'
import type { ParsedQuery, SearchOptions } from '../query/query.js'
import type { Folding } from '../text/normalize.js'
import { verify } from './find/candidates.js'
import type { Finder } from './find/finder.js'
import { everyOrdinal } from './find/ordinal-sets.js'
import { enoughOf, pageOf, RESCORED } from './find/page.js'
import { rank } from './find/rank.js'
import type { Explanation, Hit, SearchResult } from './hit.js'
import { countFacet } from './hits/facets.js'
import { buildHits } from './hits/hit-builder.js'
import { bestOfReplies, byDate, byRelevance, first } from './order/order.js'
import { rescore } from './order/rescore.js'
import type { Addition } from './order/text-score.js'

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
  const { sort = 'relevance', group = 'paragraph', facetLimit, signal } = options

  const planned = planQuery(parsed, { ...context, options })
  const found = await context.find({ plan: planned, query: parsed.query, options })
  const plan = await planned
  signal?.throwIfAborted()
  const { reading, skipped } = found

  const ranked = rank(plan.clauses, found.ordinals, reading)
  const relevance = byRelevance(ranked)
  const before = sort === 'relevance' ? relevance : byDate(sort, reading.columnOf('date'), ranked, relevance)
  const { places, complete } = found.certain
    ? await verify(plan, found.certain, ranked, reading, before, enoughOf(options))
    : { places: everyOrdinal(ranked.ordinals.length), complete: true }

  const isRescored = sort === 'relevance' && skipped === 0
  // Loaded while texts are read; without it the order stays.
  const variety =
    isRescored && plan.guesses.length > 1 ? import('./order/variety.js').catch(() => undefined) : undefined
  const additions: Map<number, Addition[]> = isRescored
    ? await rescore(
        first(places, RESCORED, before),
        plan,
        ranked,
        reading,
        context.folding,
        options.explain !== undefined,
      )
    : new Map()
  ;(await variety)?.vary(places, plan, ranked, reading, before, additions)
  const grouped =
    group === 'reply' ? bestOfReplies(places, reading.columnOf('reply'), ranked, before) : places
  // Of texts that were not read, what is a hit whatever they say.
  const total = complete ? grouped.length : Math.max(grouped.length, found.certain!.length)
  const { start, end } = pageOf(options)
  const page = first(grouped, end - skipped, before).slice(start - skipped)
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
    return loaded?.withFieldNotes(notes, condition, parsed.literal, hits, found) ?? notes
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

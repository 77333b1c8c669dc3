import { UnsupportedQueryError } from '../../errors.js'
import { type Clause, EXACT } from '../../query/clause.js'
import type { Plan } from '../../query/plan.js'
import type { SearchOptions } from '../../query/query.js'
import { isExactVaried } from '../../search/order/variety.js'
import {
  allOf,
  anyOf,
  type ClusterQuery,
  certain,
  greatestScore,
  heaviest,
  matching,
  meetingAny,
  NONE,
  raising,
  scoring,
  termsIn,
} from './queries.js'

/** A search in the cluster's language. */
export type ClusterSearch = Record<string, unknown>

/** Hits that the cluster counts before it only says that there are more. */
const COUNTED = 10_000
/** Values of a facet, and of all together: a cluster gives 65,535 buckets. */
const MOST_VALUES = 10_000
const ALL_VALUES = 60_000
/** The same where replies are counted for each value: a node takes 16 kB for it, and looks at half as many more. */
const GROUPED_VALUES = 3_000
/** Replies that are counted exactly; the number of more is estimated. */
export const REPLIES_COUNTED = 10_000
/** Estimates of fewer replies are off by one or two at most: of all, and of those of each value. */
const REPLIES_ESTIMATED = 40_000
const REPLIES_ESTIMATED_BY_VALUE = 3_000
/** Hits of one guess among which its paragraph is chosen. */
const OF_A_GUESS = 8

/** By relevance, and by their places in the index where that is equal. */
const BY_SCORE = [{ _score: 'desc' }, { order: 'asc' }, { place: 'asc' }]

const KEPT = ['stored', 'facets', 'date']

/** Terms of a query; a cluster takes 1,024 clauses, and some are needed beside them. */
const MOST_TERMS = 900
/** How often a clause stands in a query, at most. */
const MOST_REPEATS = 5

/** The searches of one plan. */
export interface Requests {
  /** Whether terms that tell least are left out, so that there may be further hits. */
  isCut: boolean
  /** Some of the hits in their order, grouped and counted as the options say. */
  page(range: { from?: number; size: number; after?: unknown[] }, counted: boolean): ClusterSearch
  /** The places of hits only, to be passed over. */
  places(range: { size: number; after?: unknown[] }): ClusterSearch
  /** The replies of the hits, when they are not many more than are counted. */
  replies(): ClusterSearch
  /** The best paragraphs, whatever the order and the groups. */
  best(size: number): ClusterSearch
  /** For each of the texts that may be meant, paragraphs of each tier that hold it, those with most of the others first. */
  guesses(): ClusterSearch
}

/** @throws UnsupportedQueryError for a condition of more terms than a cluster takes. */
export function requestsFor(plan: Plan, options: SearchOptions, paragraphs: number): Requests {
  const { clauses: all, condition, guesses } = plan
  const { facets = [], group, sort = 'relevance' } = options
  const conditions = condition ? matching(condition) : undefined
  const room = MOST_TERMS - termsIn(conditions)
  if (room < 0) throw tooMany(MOST_TERMS - room)
  const { clauses, scores, step, filter, query } = fitting(room)

  const order =
    sort === 'relevance'
      ? BY_SCORE
      : [{ date: { order: sort === 'date' ? 'asc' : 'desc', missing: '_last' } }, ...BY_SCORE]
  const collapse = group === 'reply' ? { collapse: { field: 'facets.reply' } } : {}
  const isCounted =
    options.match === 'all' ||
    condition !== undefined ||
    sort !== 'relevance' ||
    group === 'reply' ||
    facets.length > 0

  return {
    isCut: !conditions && clauses.length < all.length,
    page: ({ from = 0, size, after }, counted) => ({
      query,
      sort: order,
      size,
      ...(after ? { search_after: after } : { from }),
      ...collapse,
      _source: KEPT,
      track_total_hits: counted ? (isCounted ? true : COUNTED) : false,
      ...(counted && { aggs: aggregations() }),
    }),
    places: ({ size, after }) => ({
      query,
      sort: order,
      size,
      ...(after && { search_after: after }),
      _source: false,
      track_total_hits: false,
    }),
    replies: () => ({
      query,
      size: 0,
      track_total_hits: false,
      // By what is found alone: the number of all replies may be large.
      aggs: { replies: { terms: { field: 'facets.reply', size: ALL_VALUES, execution_hint: 'map' } } },
    }),
    best: (size) => ({ query, sort: BY_SCORE, size, _source: KEPT, track_total_hits: false }),
    guesses() {
      let holding = guesses.map((guess) => matching(guess.condition))
      while (termsIn(guessQuery(holding)) > MOST_TERMS && holding.length > 0) holding = holding.slice(0, -1)
      const exact = certain(clauses)
      const filters = Object.fromEntries(
        holding.flatMap((whole, i) => {
          const titled = matching(guesses[i]!.titled)
          return [
            [`guess-${i}`, { bool: { filter: [whole], must_not: [exact] } }],
            [`title-${i}`, { bool: { filter: [titled], must_not: [exact] } }],
            ...(isExactVaried(plan)
              ? [
                  [`exact-${i}`, allOf([whole, exact])],
                  [`exact-title-${i}`, allOf([titled, exact])],
                ]
              : []),
          ]
        }),
      )
      const top = { top_hits: { size: OF_A_GUESS, sort: BY_SCORE, _source: KEPT } }
      return {
        query: guessQuery(holding),
        size: 0,
        track_total_hits: false,
        aggs: { guesses: { filters: { filters }, aggs: { top } } },
      }
    },
  }

  /** Clauses are repeated where some are guesses: fewer are taken until all of it has room. */
  function fitting(room: number): Scoring {
    const scoring = scoringOf(heaviest(all, room, paragraphs), conditions, paragraphs)
    const over = termsIn(scoring.query) - MOST_TERMS
    return over > 0 ? fitting(room - Math.ceil(over / MOST_REPEATS)) : scoring
  }

  function guessQuery(holding: readonly ClusterQuery[]): ClusterQuery {
    const counting = holding.map((filter) => ({ constant_score: { filter, boost: step } }))
    return {
      bool: {
        filter: [filter ?? NONE, anyOf(holding)],
        should: [...scores, ...counting],
        minimum_should_match: 0,
      },
    }
  }

  function aggregations(): Record<string, unknown> {
    const replies = (precision_threshold: number): object => ({
      cardinality: { field: 'facets.reply', precision_threshold },
    })
    const grouped = group === 'reply'
    const all = grouped ? GROUPED_VALUES : ALL_VALUES
    const values = Math.min(MOST_VALUES, Math.floor(all / facets.length))
    return {
      ...(grouped && { replies: replies(REPLIES_ESTIMATED) }),
      ...Object.fromEntries(
        facets.map((name) => [
          `facet-${name}`,
          {
            terms: {
              field: `facets.${name}`,
              size: values,
              ...(grouped && { collect_mode: 'breadth_first' }),
            },
            ...(grouped && { aggs: { replies: replies(REPLIES_ESTIMATED_BY_VALUE) } }),
          },
        ]),
      ),
    }
  }
}

interface Scoring {
  clauses: readonly Clause[]
  scores: readonly ClusterQuery[]
  /** More than all clauses can add. */
  step: number
  filter: ClusterQuery | undefined
  query: ClusterQuery
}

function scoringOf(
  clauses: readonly Clause[],
  conditions: ClusterQuery | undefined,
  paragraphs: number,
): Scoring {
  const guessing = clauses.some(({ tier }) => tier !== EXACT)
  const step = 2 ** Math.ceil(Math.log2(1 + greatestScore(clauses, paragraphs)))
  const scores = clauses.map((clause) => scoring(clause, paragraphs))
  const should = guessing ? [...scores, ...raising(clauses, step)] : scores
  const filter = conditions ?? (guessing ? meetingAny(clauses) : undefined)
  const query: ClusterQuery = filter
    ? { bool: { filter: [filter], should, minimum_should_match: 0 } }
    : should.length > 0
      ? { bool: { should, minimum_should_match: 1 } }
      : NONE
  return { clauses, scores, step, filter, query }
}

function tooMany(terms: number): UnsupportedQueryError {
  return new UnsupportedQueryError(
    `A cluster takes conditions of ${MOST_TERMS} terms; this query has ${terms}. Ask for fewer words that must all occur.`,
  )
}

import type { Field, PostingStore, TermEntry, TermKey } from '../postings/posting-store.js'
import { bigramsOf } from '../text/bigrams.js'
import { knownSubwords, segmentByCounts } from '../text/lexicon-segmenter.js'
import type { Folding } from '../text/normalize.js'
import type { Run } from '../text/runs.js'
import { type Clause, type ClauseKind, type Condition, canonical, EXACT, NOTHING } from './clause.js'
import { createLexicon, type Lexicon } from './lexicon.js'
import { isSingle, lookupsOf, type Part, partsOf, phrasePart } from './parts.js'
import type { Query, SearchOptions } from './query.js'
import { FIELD_WEIGHTS } from './weights.js'

export interface Plan {
  /** In canonical order. */
  clauses: Clause[]
  /** undefined: a paragraph matches that meets any clause. */
  condition: Condition | undefined
  /** What is to be marked in texts. */
  parts: Part[]
  lexicon: Lexicon
}

export interface PlanContext {
  store: PostingStore
  folding: Folding
  /** Groups of folded texts. */
  synonyms: readonly (readonly string[])[]
  options: Pick<SearchOptions, 'match' | 'pinyin' | 'typos' | 'signal'>
}

/** The fields that hold titles and names: bigrams, characters and Latin words in one list. */
const TITLE_FIELDS = ['sections', 'proposals', 'names'] as const

/** Query + lexicon → what to read, how to score it and which paragraphs may be hits. Reads the lexicon in one round. */
export async function planQuery(query: Query, context: PlanContext): Promise<Plan> {
  const lexicon = createLexicon(context.store, context.options.signal)
  const partsByQuery = new Map<Query, Part[]>()
  for (const leaf of textLeaves(query)) partsByQuery.set(leaf, partsOfLeaf(leaf, context))
  await lexicon.fetch(keysOf([...partsByQuery.values()].flat()))

  const clauses: Clause[] = []
  const parts: Part[] = []
  const condition = conditionOf(query, true)

  function conditionOf(node: Query, positive: boolean): Condition {
    if ('all' in node)
      return { kind: 'all', conditions: node.all.map((inner) => conditionOf(inner, positive)) }
    if ('any' in node)
      return { kind: 'any', conditions: node.any.map((inner) => conditionOf(inner, positive)) }
    if ('not' in node) return { kind: 'not', condition: conditionOf(node.not, !positive) }
    if ('field' in node) return facetCondition(node)
    const own = partsByQuery.get(node) ?? []
    const ownClauses = own.flatMap((part) => clausesOf(part, lexicon))
    if (positive) {
      clauses.push(...ownClauses)
      parts.push(...own)
    }
    if ('phrase' in node) return phraseCondition(own[0], lexicon)
    if (context.options.match === 'all') {
      return own.length > 0
        ? { kind: 'all', conditions: own.map((part) => partCondition(part, lexicon)) }
        : NOTHING
    }
    return {
      kind: 'any',
      conditions: ownClauses.map(({ entries }) => ({ kind: 'entries' as const, entries })),
    }
  }

  const simple = 'text' in query && context.options.match !== 'all'
  return { clauses: canonical(clauses), condition: simple ? undefined : condition, parts, lexicon }
}

function* textLeaves(query: Query): Generator<Extract<Query, { text: string } | { phrase: string }>> {
  if ('all' in query) for (const inner of query.all) yield* textLeaves(inner)
  else if ('any' in query) for (const inner of query.any) yield* textLeaves(inner)
  else if ('not' in query) yield* textLeaves(query.not)
  else if (!('field' in query)) yield query
}

function partsOfLeaf(leaf: { text: string } | { phrase: string }, context: PlanContext): Part[] {
  if ('text' in leaf) return partsOf(leaf.text, context)
  const part = phrasePart(leaf.phrase, context.folding)
  return part ? [part] : []
}

function* keysOf(parts: readonly Part[]): Generator<TermKey> {
  for (const part of parts) {
    for (const { run, words, bigrams } of lookupsOf(part)) {
      for (const term of words) yield { field: 'words', term }
      for (const term of bigrams) yield { field: 'bigrams', term }
      for (const term of run.text) yield { field: 'characters', term }
      for (const field of TITLE_FIELDS) for (const term of titleTerms(run)) yield { field, term }
    }
  }
}

function titleTerms(run: Run): string[] {
  const words = run.stretches.filter((stretch) => stretch.alphabetic).map((stretch) => stretch.text)
  return isSingle(run) ? [run.text] : [...bigramsOf(run.text), ...words]
}

function clausesOf(part: Part, lexicon: Lexicon): Clause[] {
  return [
    ...part.runs.flatMap((run) => runClauses(run, lexicon)),
    ...part.alternatives.flatMap(({ runs, kind, weight }) =>
      runs.flatMap((run) => runClauses(run, lexicon, { kind, weight })),
    ),
  ]
}

/** @param as What the clauses of an alternative are, and how much less they weigh. */
function runClauses(run: Run, lexicon: Lexicon, as?: { kind: ClauseKind; weight: number }): Clause[] {
  const clauses: Clause[] = []
  const add = (field: Field, kind: ClauseKind, terms: readonly string[]): void => {
    const entries = entriesOf(field, terms, lexicon)
    if (!entries) return
    const weight = FIELD_WEIGHTS[field] * (as?.weight ?? 1)
    clauses.push({ field, entries, kind: as?.kind ?? kind, weight, tier: EXACT })
  }

  for (const stretch of run.stretches) {
    for (const word of stretch.alphabetic ? [stretch.text] : wordsOf(stretch.text, lexicon)) {
      add('words', 'word', [word])
      if (stretch.alphabetic) for (const field of TITLE_FIELDS) add(field, 'word', [word])
    }
  }
  const groups = isSingle(run) ? [] : bigramGroups(run)
  for (const group of groups)
    for (const field of ['bigrams', ...TITLE_FIELDS] as const) add(field, 'bigram', group)
  if (isSingle(run)) {
    for (const field of ['characters', ...TITLE_FIELDS] as const) add(field, 'character', [run.text])
  }
  return clauses
}

function wordsOf(stretch: string, lexicon: Lexicon): string[] {
  return segmentByCounts(stretch, lexicon).flatMap((word) => [word, ...knownSubwords(word, lexicon)])
}

/**
 * The bigrams of a run, each by itself where ideographs are in it. Those within a Latin word or a number belong
 * together: 2024 is not half found in 2025.
 */
function bigramGroups(run: Run): string[][] {
  const groups: string[][] = []
  let previous = ''
  for (const stretch of run.stretches) {
    const characters = [...stretch.text]
    if (previous) groups.push([previous + characters[0]])
    const bigrams = bigramsOf(stretch.text)
    if (stretch.alphabetic && bigrams.length > 0) groups.push(bigrams)
    else for (const bigram of bigrams) groups.push([bigram])
    previous = characters[characters.length - 1] as string
  }
  return groups
}

/** The entries of terms that must all stand in a paragraph; undefined if one of them stands nowhere. */
function entriesOf(field: Field, terms: readonly string[], lexicon: Lexicon): TermEntry[] | undefined {
  const entries: TermEntry[] = []
  for (const term of new Set(terms)) {
    const entry = lexicon.get(field, term)
    if (!entry) return undefined
    entries.push(entry)
  }
  return entries
}

/** The part, or one of its alternatives, stands whole in the text or in a title: all its bigrams do. */
function partCondition(part: Part, lexicon: Lexicon): Condition {
  const texts = [part, ...part.alternatives]
  return {
    kind: 'any',
    conditions: texts.flatMap(({ runs }) =>
      (['bigrams', ...TITLE_FIELDS] as const).map((field) => wholeCondition(runs, field, lexicon)),
    ),
  }
}

function wholeCondition(runs: readonly Run[], field: Field, lexicon: Lexicon): Condition {
  const conditions = runs.map((run): Condition => {
    const single = isSingle(run)
    const own = single && field === 'bigrams' ? 'characters' : field
    const entries = entriesOf(own, single ? [run.text] : bigramsOf(run.text), lexicon)
    return entries ? { kind: 'entries', entries } : NOTHING
  })
  return { kind: 'all', conditions }
}

function phraseCondition(part: Part | undefined, lexicon: Lexicon): Condition {
  if (!part) return NOTHING
  const within = wholeCondition(part.runs, 'bigrams', lexicon)
  const [run] = part.runs
  const certain = part.runs.length === 1 && run?.text === part.text && [...part.text].length <= 2
  return certain ? within : { kind: 'phrase', text: part.text, within }
}

function facetCondition(node: Extract<Query, { field: unknown }>): Condition {
  if ('value' in node) return { kind: 'facet', facet: node.field, accepts: (value) => value === node.value }
  const { from, to } = node
  return {
    kind: 'facet',
    facet: node.field,
    accepts: (value) => (from === undefined || value >= from) && (to === undefined || value <= to),
  }
}

import type { TermKey } from '../postings/posting-store.js'
import type { Folding } from '../text/normalize.js'
import { type Clause, type Condition, canonical, NOTHING } from './clause.js'
import { facetCondition, filterConditions } from './filter.js'
import { createLexicon, isKnownPair, type Lexicon } from './lexicon.js'
import { isInDoubt, MOST_CORRECTED, WORD } from './meant/doubt.js'
import { clausesOf, literalClauses } from './parts/part-clauses.js'
import {
  type Guess,
  guessesOf,
  IN_TEXT,
  IN_TEXT_OR_TITLES,
  partCondition,
  phraseCondition,
} from './parts/part-conditions.js'
import { keysOf } from './parts/part-keys.js'
import {
  inEitherSpelling,
  inStandingSpelling,
  type Part,
  partsOf,
  phrasePart,
  withAlignedSynonyms,
  withoutUnknownPairs,
} from './parts/parts.js'
import type { PlanContext } from './plan-context.js'
import type { ParsedQuery, Query } from './query.js'

export interface Plan {
  /** In canonical order. */
  clauses: Clause[]
  /** undefined: a paragraph matches that meets any clause. */
  condition: Condition | undefined
  /** What is to be marked in texts. */
  parts: Part[]
  /** For a query of one part, the texts that may be meant by it; the most used first. */
  guesses: Guess[]
  lexicon: Lexicon
}

type Leaf = Extract<Query, { text: string } | { phrase: string }>

/**
 * Query + lexicon → what to read, how to score it and which paragraphs may be hits. Reads the lexicon in one round;
 * only what does not stand in it needs more.
 */
export async function planQuery(
  { query, literal }: Omit<ParsedQuery, 'notes'>,
  given: Omit<PlanContext, 'numberVariants'>,
): Promise<Plan> {
  const context = { ...given, ...(await loadNumbers(query, given.folding)) }
  const lexicon = createLexicon(context.store, context.options.signal)
  const partsOfLeaf = new Map<Leaf, Part[]>()
  const excluded = new Set<Leaf>()
  for (const { leaf, positive } of leavesOf(query)) {
    partsOfLeaf.set(leaf, readLeaf(leaf, context))
    if (!positive) excluded.add(leaf)
  }
  const literalPart = literal === undefined ? undefined : phrasePart(literal, context.folding)
  const parts = [...partsOfLeaf.values(), literalPart ?? []].flat()
  readAhead(parts, context)
  await lexicon.fetch(parts.flatMap((part) => [...keysOf(part)]))
  for (const [leaf, own] of partsOfLeaf) {
    const stands = (bigram: string): boolean => isKnownPair(bigram, lexicon)
    const aligned = own
      .map((part) =>
        'text' in leaf && excluded.has(leaf)
          ? inEitherSpelling(part)
          : inStandingSpelling(part, 'phrase' in leaf, stands),
      )
      .flatMap((part) => withoutUnknownPairs(part, stands))
      .map((part) => withAlignedSynonyms(part, lexicon))
    // A guess may add hits, never take them away.
    const guessed = 'text' in leaf && !excluded.has(leaf)
    partsOfLeaf.set(leaf, guessed ? await withGuesses(aligned, lexicon, context) : aligned)
  }

  const clauses: Clause[] = []
  const marked: Part[] = []
  const asked = conditionOf(query, true)
  const met: Condition = literalPart
    ? { kind: 'any', conditions: [asked, phraseCondition(literalPart, lexicon)] }
    : asked
  const filters = filterConditions(context.options.filter, context.folding)
  const isText = 'text' in query
  // Nothing but a filter: all that passes it.
  const wanted = isText && partsOfLeaf.get(query)!.length === 0 && filters.length > 0 ? [] : [met]
  if (literalPart) {
    for (const clause of literalClauses(literalPart, lexicon)) clauses.push(clause)
    marked.push({ ...literalPart, runs: [] })
  }
  const simple = isText && !literalPart && context.options.match !== 'all' && filters.length === 0
  const condition: Condition | undefined = simple
    ? undefined
    : { kind: 'all', conditions: [...wanted, ...filters] }
  const [only] = marked
  const guesses = only && marked.length === 1 ? guessesOf(only, lexicon) : []
  return { clauses: canonical(clauses), condition, parts: marked, guesses, lexicon }

  function conditionOf(node: Query, positive: boolean): Condition {
    if ('all' in node) return allOf(node.all, positive)
    if ('any' in node)
      return { kind: 'any', conditions: node.any.map((inner) => conditionOf(inner, positive)) }
    if ('not' in node) return { kind: 'not', condition: conditionOf(node.not, !positive) }
    if ('field' in node) return facetCondition(node, context)
    return leafCondition(node, positive)
  }

  /** Text without a term, such as a comma between two phrases, asks for nothing beside what asks for something. */
  function allOf(nodes: readonly Query[], positive: boolean): Condition {
    const asking = nodes.filter((node) => !('text' in node) || partsOfLeaf.get(node)!.length > 0)
    if (nodes.length > 0 && asking.length === 0) return NOTHING
    return { kind: 'all', conditions: asking.map((node) => conditionOf(node, positive)) }
  }

  function leafCondition(leaf: Leaf, positive: boolean): Condition {
    const parts = partsOfLeaf.get(leaf)!
    const own = parts.flatMap((part) => clausesOf(part, lexicon))
    if (positive) {
      for (const clause of own) clauses.push(clause)
      for (const part of parts) marked.push(part)
    }
    if (parts.length === 0) return NOTHING
    if ('phrase' in leaf) return phraseCondition(parts[0]!, lexicon)
    const all = context.options.match === 'all'
    // What is excluded must not be read; its pieces may be, and so may a title above.
    if (all || !positive) {
      const conditions = parts.map((part) =>
        partCondition(part, positive ? IN_TEXT_OR_TITLES : IN_TEXT, lexicon),
      )
      return { kind: all ? 'all' : 'any', conditions }
    }
    const conditions = own.map(({ entries }) => ({ kind: 'entries' as const, entries }))
    const unknown = own.length === 0 && { asked: parts.map((part) => part.text).join(' ') }
    return { kind: 'any', conditions, ...unknown }
  }
}

function* leavesOf(query: Query, positive = true): Generator<{ leaf: Leaf; positive: boolean }> {
  if ('all' in query) for (const inner of query.all) yield* leavesOf(inner, positive)
  else if ('any' in query) for (const inner of query.any) yield* leavesOf(inner, positive)
  else if ('not' in query) yield* leavesOf(query.not, !positive)
  else if (!('field' in query)) yield { leaf: query, positive }
}

function readLeaf(leaf: Leaf, context: PlanContext): Part[] {
  if ('text' in leaf) return partsOf(leaf.text, context)
  const part = phrasePart(leaf.phrase, context.folding)
  return part ? [part] : []
}

/**
 * What letters may spell, and what reads it, is loaded beside the words that they may be, and so is how the characters
 * of a short part sound: that costs fewer rounds.
 */
function readAhead(parts: readonly Part[], context: PlanContext): void {
  const { store, options } = context
  if (options.pinyin === false || parts.length > MOST_CORRECTED) return
  if (parts.some(({ text }) => /[a-z]/.test(text)))
    loadCorrect().then(
      (module) => module.readAhead(parts, context),
      () => {},
    )
  if (!store.readAhead) return
  const keys = parts.flatMap(({ text }): TermKey[] => {
    const letters = text.match(/[a-z]{2,}/g) ?? []
    const characters = text.match(/\p{Script=Han}/gu) ?? []
    return [
      ...letters
        .filter((word) => /[aeiouv]/.test(word))
        .map((word): TermKey => ({ field: 'readings', term: `${word}\0` })),
      ...letters
        .filter((word) => !/[iuv]/.test(word))
        .map((word): TermKey => ({ field: 'initials', term: `${word}\0` })),
      ...(characters.length <= WORD ? characters : []).map(
        (character): TermKey => ({ field: 'syllables', term: `${character}\0` }),
      ),
    ]
  })
  store.readAhead(keys, options.signal)
}

/** What writes a number otherwise is loaded for a query that may have one. */
async function loadNumbers(query: Query, folding: Folding): Promise<Pick<PlanContext, 'numberVariants'>> {
  if (!/[\d〇零一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾]/.test(folding.fold(JSON.stringify(query))))
    return {}
  // Without it a number is found as it was typed.
  return import('./numbers/number-variants.js').catch(() => ({}))
}

function loadCorrect(): Promise<typeof import('./meant/correct.js')> {
  return import('./meant/correct.js')
}

async function withGuesses(parts: Part[], lexicon: Lexicon, context: PlanContext): Promise<Part[]> {
  const { pinyin = true, typos = true } = context.options
  if (!(pinyin || typos) || !parts.some((part) => isInDoubt(part, lexicon))) return parts
  const { correct } = await loadCorrect().catch(() => ({ correct: undefined }))
  // A guess adds hits and takes none away, also where what guesses can no longer be loaded.
  return correct ? correct(parts, lexicon, context) : parts
}

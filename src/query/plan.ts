import { pairsOf } from '../text/bigrams.js'
import type { Folding } from '../text/normalize.js'
import { type Clause, type Condition, canonical } from './clause.js'
import { filterConditions } from './filter.js'
import { createLexicon, isKnownPair, type Lexicon } from './lexicon.js'
import { MOST_CORRECTED } from './meant/doubt.js'
import { readAhead, withGuesses } from './meant/on-demand.js'
import type { TellMissing } from './missing-words.js'
import type { ParsedQuery } from './parsed-query.js'
import { clausesOf, literalClauses } from './parts/part-clauses.js'
import { type Guess, guessesOf, phraseCondition } from './parts/part-conditions.js'
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
import type { Leaf, Query } from './query.js'
import { treeCondition } from './tree-condition.js'

export interface Plan {
  /** In canonical order. */
  clauses: Clause[]
  /** undefined: a paragraph matches that meets any clause. */
  condition: Condition | undefined
  /** What is to be marked in texts. */
  parts: Part[]
  /** For a query of one part, the texts that may be meant by it; the most used first. */
  guesses: Guess[]
  /** Tells what the query asks for in vain. */
  missing: Promise<TellMissing>
  lexicon: Lexicon
}

/**
 * Query + lexicon → what to read, how to score it and which paragraphs may be hits. Reads the lexicon in one round;
 * only what does not stand in it needs more.
 */
export async function planQuery(
  { query, literal }: Omit<ParsedQuery, 'notes'>,
  given: Omit<PlanContext, 'numberVariants' | 'nameLetters'>,
): Promise<Plan> {
  const context = { ...given, ...(await loadNumbers(query, given.folding)) }
  const lexicon = createLexicon(context.store, context.options.signal)
  const leaves = readLeaves(query, context)
  const literals = literal === undefined ? [] : phraseParts(literal, context.folding)
  const parts = partsIn(leaves, literals)
  readAhead(parts, context)
  await lexicon.fetch(keysOf(parts))
  for (const read of leaves) {
    const standing = inStandingForm(read, lexicon)
    // A guess may add hits, never take them away.
    read.parts =
      'text' in read.leaf && read.positive ? await withGuesses(standing, lexicon, context) : standing
  }
  return planOf(query, leaves, literals, lexicon, context)
}

/** A leaf of the query's tree, and what it was read as. */
interface ReadLeaf {
  readonly leaf: Leaf
  /** Whether it is looked for, not excluded. */
  readonly positive: boolean
  parts: Part[]
}

function readLeaves(query: Query, context: PlanContext): ReadLeaf[] {
  const leaves = [...leavesOf(query)]
  return Array.from(leaves, ({ leaf, positive }) => {
    const isPhrase = 'phrase' in leaf
    const parts = isPhrase ? phraseParts(leaf.phrase, context.folding) : partsOf(leaf.text, context)
    if (positive) context.nameLetters?.(parts, isPhrase, leaves.length === 1)
    return { leaf, positive, parts }
  })
}

/** All of the leaves that are looked for, or excluded; then those of the whole text. */
function partsIn(leaves: readonly Pick<ReadLeaf, 'parts'>[], literals: readonly Part[]): Part[] {
  const parts: Part[] = []
  for (const own of leaves) for (const part of own.parts) parts.push(part)
  for (const part of literals) parts.push(part)
  return parts
}

function planOf(
  query: Query,
  leaves: readonly ReadLeaf[],
  literals: readonly Part[],
  lexicon: Lexicon,
  context: PlanContext,
): Plan {
  const asked = partsIn(
    leaves.filter(({ positive }) => positive),
    [],
  )
  // Where words are but excluded, a text that has them behind a hyphen is a hit, and no better than others.
  const isRanked = asked.length > 0 || leaves.length === 0
  const clauses = [...clausesOf(asked, lexicon), ...(isRanked ? literalClauses(literals, lexicon) : [])]
  const marked = [...asked]
  for (const part of literals) marked.push({ ...part, runs: [] })
  const [only] = marked
  return {
    clauses: canonical(clauses),
    condition: conditionOf(),
    parts: marked,
    guesses: only && marked.length === 1 ? guessesOf(only, lexicon) : [],
    missing: missingIn(asked, lexicon, context),
    lexicon,
  }

  function conditionOf(): Condition | undefined {
    const filters = filterConditions(context.options.filter, context.folding)
    const isText = 'text' in query
    if (isText && literals.length + filters.length === 0 && context.options.match !== 'all') return undefined
    // Nothing but a filter: all that passes it.
    if (isText && asked.length === 0 && filters.length > 0) return { kind: 'all', conditions: filters }
    const partsOfLeaf = new Map(Array.from(leaves, ({ leaf, parts }) => [leaf, parts]))
    const met = treeCondition(query, partsOfLeaf, lexicon, context)
    const other = literals.map((part) => phraseCondition(part, lexicon))
    const wanted: Condition = other.length > 0 ? { kind: 'any', conditions: [met, ...other] } : met
    return { kind: 'all', conditions: [wanted, ...filters] }
  }
}

/** A query of many parts is a text, which may have words of its own. Without what tells them nothing is said. */
async function missingIn(
  parts: readonly Part[],
  lexicon: Lexicon,
  context: PlanContext,
): Promise<TellMissing> {
  const nothing = (): [] => []
  if (parts.length > MOST_CORRECTED) return nothing
  // The pairs of a number may all stand in others.
  if (parts.every((part) => !/\d{3}/.test(part.text) && hasKnownPairs(part, lexicon))) return nothing
  return import('./missing-words.js').then(
    ({ missingWords }) => missingWords(parts, lexicon, context),
    () => nothing,
  )
}

function hasKnownPairs({ runs }: Part, lexicon: Lexicon): boolean {
  return runs.every(({ text }) => pairsOf(text).every((pair) => isKnownPair(pair, lexicon)))
}

function* leavesOf(query: Query, positive = true): Generator<{ leaf: Leaf; positive: boolean }> {
  if ('all' in query) for (const inner of query.all) yield* leavesOf(inner, positive)
  else if ('any' in query) for (const inner of query.any) yield* leavesOf(inner, positive)
  else if ('not' in query) yield* leavesOf(query.not, !positive)
  else if (!('field' in query)) yield { leaf: query, positive }
}

function phraseParts(text: string, folding: Folding): Part[] {
  const part = phrasePart(text, folding)
  return part ? [part] : []
}

/** The parts of a leaf as the index has them: in which spelling, whether as one word, and with which synonyms. */
function inStandingForm({ leaf, positive, parts }: ReadLeaf, lexicon: Lexicon): Part[] {
  const isPhrase = 'phrase' in leaf
  const stands = (bigram: string): boolean => isKnownPair(bigram, lexicon)
  const standing: Part[] = []
  for (const part of parts) {
    const spelled = positive || isPhrase ? inStandingSpelling(part, isPhrase, stands) : inEitherSpelling(part)
    for (const known of withoutUnknownPairs(spelled, stands))
      standing.push(withAlignedSynonyms(known, lexicon))
  }
  return standing
}

/** What writes a number otherwise is loaded for a query that may have one. */
async function loadNumbers(
  query: Query,
  folding: Folding,
): Promise<Pick<PlanContext, 'numberVariants' | 'nameLetters'>> {
  // Without its spaces, which take long to fold.
  const text = JSON.stringify(query).replaceAll(' ', '')
  if (!/[\d〇零一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾佰仟]/.test(folding.fold(text))) return {}
  // Without it a number is found as it was typed.
  return import('./numbers/number-variants.js').catch(() => ({}))
}

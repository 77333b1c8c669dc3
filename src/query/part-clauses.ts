import type { Field, TermEntry, TermKey } from '../postings/posting-store.js'
import { bigramsOf } from '../text/bigrams.js'
import { candidateWords, segmentByCounts } from '../text/lexicon-segmenter.js'
import { type Run, runsOf } from '../text/runs.js'
import { countedOf, type Form, isAmbiguous } from './amounts.js'
import { type Clause, type ClauseKind, type Condition, EXACT, NOTHING, PINYIN, TYPO } from './clause.js'
import type { Lexicon } from './lexicon.js'
import { isGuess, isSingle, type Part } from './parts.js'
import { FIELD_WEIGHTS, ONE_CHARACTER_WORD } from './weights.js'

/** The fields that hold titles and names: bigrams, characters and Latin words in one list. */
const TITLE_FIELDS = ['sections', 'proposals', 'names'] as const

/**
 * Of what is left, as it was typed, of a part that stands nowhere, and of the pieces of 1,200: it brings hits still,
 * behind those of what it means.
 * Source: `npm run evaluate`.
 */
const REMNANT_WEIGHT = 0.05

/**
 * A word of one character (是, 的) in more than this share of the paragraphs tells too little to read its list, if that is
 * long, unless nothing else of its run stands anywhere. Source: `npm run evaluate`; 0.3 to 0.05 do alike.
 */
const COMMON_CHARACTER = 0.05
/** In paragraphs. */
const LONG_LIST = 1_000

/** In characters. */
const LONGEST_UNCUT = 4

const ONE_PAIR = FIELD_WEIGHTS.words + FIELD_WEIGHTS.bigrams

/** All that may have to be looked up for a part. */
export function* keysOf(part: Part): Generator<TermKey> {
  if (part.certain) yield* keysOf(part.certain)
  for (const spelling of part.spellings ?? []) yield* keysOf(spelling)
  for (const run of part.runs) {
    yield* runKeys(run, candidateWords)
    for (const term of run.text) yield { field: 'characters', term }
    if (part.spaced) for (const field of TITLE_FIELDS) for (const term of run.text) yield { field, term }
  }
  for (const alternative of part.alternatives) {
    for (const run of alternative.runs) {
      yield* runKeys(run, isGuess(alternative) ? wordsOfGuess : candidateWords)
      if (isSingle(run)) yield { field: 'characters', term: run.text }
    }
  }
}

function* runKeys(run: Run, wordsIn: (stretch: string) => Iterable<string>): Generator<TermKey> {
  const latin = run.stretches.filter((stretch) => stretch.alphabetic).map((stretch) => stretch.text)
  const words = run.stretches.flatMap((stretch) =>
    stretch.alphabetic ? [stretch.text] : [...wordsIn(stretch.text)],
  )
  const bigrams = bigramsOf(run.text)
  for (const term of words) yield { field: 'words', term }
  for (const term of bigrams) yield { field: 'bigrams', term }
  for (const field of TITLE_FIELDS) {
    for (const term of isSingle(run) ? [run.text] : [...bigrams, ...latin]) yield { field, term }
  }
}

/** What is found by its sound is a word of the index: it need not be cut, nor its pieces be read from a far file. */
function wordsOfGuess(stretch: string): Iterable<string> {
  const { length } = [...stretch]
  return length === 2 ? [] : length <= LONGEST_UNCUT ? [stretch] : candidateWords(stretch)
}

/** What a part earns score by: its own terms, and those that its alternatives add. */
export function clausesOf(part: Part, lexicon: Lexicon): Clause[] {
  const typed = part.certain ? PINYIN : EXACT
  const weight = part.certain ? REMNANT_WEIGHT : 1
  return [
    ...(part.certain ? clausesOf(part.certain, lexicon) : []),
    ...formClauses(part, lexicon, { tier: typed, weight }),
    ...part.alternatives.flatMap((form) => {
      const { kind, weight } = form
      const tier = kind === 'pinyin' ? PINYIN : kind === 'typo' ? TYPO : kind === 'numeral' ? typed : EXACT
      return formClauses(form, lexicon, { kind, weight, tier })
    }),
  ]
}

/** What clauses are, and how much less they weigh. */
interface As {
  kind?: ClauseKind
  weight: number
  tier: Clause['tier']
}

function formClauses(form: Form, lexicon: Lexicon, as: As): Clause[] {
  const { amounts, runs, remnants } = countedOf(form)
  const little = { ...as, weight: as.weight * REMNANT_WEIGHT }
  return [
    ...amounts.flatMap((amount) => amountClauses(amount, lexicon, as)),
    ...runs.flatMap((run) => runClauses(run, lexicon, as)),
    ...remnants.flatMap((run) => runClauses(run, lexicon, little)),
  ]
}

/** Together its pieces are an amount, alone they stand in many others. */
function amountClauses(amount: string, lexicon: Lexicon, { weight, tier }: As): Clause[] {
  const runs = runsOf(amount)
  const latin = runs.flatMap((run) => run.stretches.filter(({ alphabetic }) => alphabetic))
  const figures = latin.map(({ text }) => text)
  const pairs = runs.flatMap((run) => bigramsOf(run.text)).filter((pair) => !/\d\d/.test(pair))
  const words = entriesOf('words', figures, lexicon)
  const bigrams = entriesOf('bigrams', pairs, lexicon)
  const entries = words && bigrams ? [...words, ...bigrams] : []
  if (entries.length === 0) return []
  return [{ field: 'words', entries, kind: 'numeral', weight: weight * ONE_PAIR, tier }]
}

function runClauses(run: Run, lexicon: Lexicon, as: As): Clause[] {
  const { weight, tier } = as
  const guessed = isGuess(as) ? guessedBigrams(run, lexicon) : NONE_GUESSED
  const clauses: Clause[] = []
  const fillers: string[] = []
  const add = (
    field: Field,
    kind: ClauseKind,
    terms: readonly string[],
    own = FIELD_WEIGHTS[field],
  ): void => {
    const entries = entriesOf(field, terms, lexicon)
    if (!entries) return
    clauses.push({ field, entries, kind: as.kind ?? kind, weight: own * weight, tier })
  }

  for (const stretch of run.stretches) {
    if (stretch.alphabetic) {
      for (const field of ['words', ...TITLE_FIELDS] as const) add(field, 'word', [stretch.text])
    } else {
      for (const word of guessed.pairs.has(run.text) ? [] : segmentByCounts(stretch.text, lexicon)) {
        if (guessed.pairs.has(word)) continue
        if ([...word].length > 1) add('words', 'word', [word])
        else if (isFiller(word, lexicon)) fillers.push(word)
        else add('words', 'word', [word], ONE_CHARACTER_WORD)
      }
    }
  }
  if (isSingle(run)) {
    for (const field of ['characters', ...TITLE_FIELDS] as const) add(field, 'character', [run.text])
  } else {
    for (const group of bigramGroups(run)) {
      const [bigram] = group as [string]
      if (!guessed.common.has(bigram))
        add('bigrams', 'bigram', group, guessed.pairs.has(bigram) ? ONE_PAIR : FIELD_WEIGHTS.bigrams)
      for (const field of TITLE_FIELDS) add(field, 'bigram', group)
    }
  }
  if (clauses.length === 0) for (const word of fillers) add('words', 'word', [word], ONE_CHARACTER_WORD)
  return clauses
}

/** Bigrams of a run that is guessed, for which fewer lists are read. */
interface GuessedBigrams {
  /** Words of two characters: their bigrams count for both. */
  pairs: ReadonlySet<string>
  /** Those with long lists, inside longer words whose other bigrams find all that holds them. */
  common: ReadonlySet<string>
}

const NONE_GUESSED: GuessedBigrams = { pairs: new Set(), common: new Set() }

function guessedBigrams({ text, stretches }: Run, lexicon: Lexicon): GuessedBigrams {
  if ([...text].length === 2) return { pairs: new Set([text]), common: new Set() }
  const count = (bigram: string): number => lexicon.get('bigrams', bigram)?.documentFrequency ?? 0
  const words = stretches.flatMap((stretch) =>
    stretch.alphabetic ? [] : segmentByCounts(stretch.text, lexicon).map((word) => [...word]),
  )
  const common = words.flatMap((word) => {
    const bigrams = bigramsOf(word.join(''))
    const rarest = Math.min(...bigrams.map(count))
    return bigrams.filter((bigram) => count(bigram) > Math.max(LONG_LIST, rarest))
  })
  const pairs = words.filter((word) => word.length === 2).map((word) => word.join(''))
  return { pairs: new Set(pairs), common: new Set(common) }
}

function isFiller(character: string, lexicon: Lexicon): boolean {
  return lexicon.count(character) > Math.max(LONG_LIST, lexicon.paragraphs * COMMON_CHARACTER)
}

/** What belongs together in a Latin stretch, and in one of ideographs. */
const LETTERS_OR_DIGITS = /\d+|\D+/g
const DIGITS_OR_IDEOGRAPH = /[〇零一二三四五六七八九]{3,}|./gu

/**
 * The bigrams of a run, each by itself where ideographs are in it or letters stand beside digits. Those within letters or
 * digits belong together: 2024 is not half found in 2025, nor 二〇二四 in 二〇二五, but 1354 of gb1354 is in gb/t1354.
 */
function bigramGroups(run: Run): string[][] {
  const groups: string[][] = []
  let previous = ''
  for (const { text, alphabetic } of run.stretches) {
    for (const [piece] of text.matchAll(alphabetic ? LETTERS_OR_DIGITS : DIGITS_OR_IDEOGRAPH)) {
      const characters = [...piece]
      if (previous) groups.push([previous + characters[0]])
      if (characters.length > 1) groups.push(bigramsOf(piece))
      previous = characters[characters.length - 1]!
    }
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

/** What a text that is meant as it stands earns score by: each of its runs, whole. */
export function literalClauses(part: Part, lexicon: Lexicon): Clause[] {
  return part.runs.flatMap((run): Clause[] => {
    const entries = isSingle(run) ? undefined : entriesOf('bigrams', bigramsOf(run.text), lexicon)
    const weight = FIELD_WEIGHTS.bigrams
    return entries ? [{ field: 'bigrams', entries, kind: 'bigram', weight, tier: EXACT }] : []
  })
}

/** The text of a paragraph, by its bigrams and, for single characters, its characters. */
export const IN_TEXT: readonly Field[] = ['bigrams']
export const IN_TEXT_OR_TITLES: readonly Field[] = [...IN_TEXT, ...TITLE_FIELDS]

/** The part, or one of its alternatives, stands whole in one of the fields: all its bigrams do. */
export function partCondition(part: Part, fields: readonly Field[], lexicon: Lexicon): Condition {
  return {
    kind: 'any',
    asked: part.text,
    conditions: [part, ...part.alternatives].flatMap((form) =>
      fields.map((field) => formCondition(form, field, lexicon)),
    ),
  }
}

/** Of a form that was not typed, an amount must be no piece of another one, which only a text tells. */
function formCondition(form: Form, field: Field, lexicon: Lexicon): Condition {
  const within = wholeCondition(form.runs, field, lexicon)
  if (!isAmbiguous(form)) return within
  const typed = form.kind !== 'numeral'
  if (field !== 'bigrams') return typed ? within : NOTHING
  return { kind: 'phrase', text: form.text, ...(!typed && { whole: true }), within }
}

/** A text that may be meant by a part, and where it stands, whole in one of the fields. */
export interface Guess {
  text: string
  /** In titles and names. */
  titled: Condition
  /** Anywhere. */
  condition: Condition
}

/** The most used first. */
export function guessesOf(part: Part, lexicon: Lexicon): Guess[] {
  const standing = (runs: readonly Run[], fields: readonly Field[]): Condition => ({
    kind: 'any',
    conditions: fields.map((field) => wholeCondition(runs, field, lexicon, true)),
  })
  return part.alternatives.filter(isGuess).map(({ text, runs }) => ({
    text,
    titled: standing(runs, TITLE_FIELDS),
    condition: standing(runs, IN_TEXT_OR_TITLES),
  }))
}

/** The folded text of a paragraph contains the part as it is. */
export function phraseCondition(part: Part, lexicon: Lexicon): Condition {
  const within = wholeCondition(part.runs, 'bigrams', lexicon)
  const [run] = part.runs
  const certain = run?.text === part.text && [...part.text].length <= 2
  return certain ? within : { kind: 'phrase', text: part.text, within }
}

/** @param guessed Whether the runs are a guess, by the lists that are read for it. */
function wholeCondition(
  runs: readonly Run[],
  field: Field,
  lexicon: Lexicon,
  guessed: boolean = false,
): Condition {
  const conditions = runs.map((run): Condition => {
    const single = isSingle(run)
    const own = single && field === 'bigrams' ? 'characters' : field
    const { common } = guessed && field === 'bigrams' ? guessedBigrams(run, lexicon) : NONE_GUESSED
    const bigrams = bigramsOf(run.text).filter((bigram) => !common.has(bigram))
    const entries = entriesOf(own, single ? [run.text] : bigrams, lexicon)
    return entries ? { kind: 'entries', entries } : NOTHING
  })
  return { kind: 'all', conditions }
}

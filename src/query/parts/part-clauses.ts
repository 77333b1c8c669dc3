import type { Field, TermEntry } from '../../postings/posting-store.js'
import { bigramsOf } from '../../text/bigrams.js'
import { segmentByCounts } from '../../text/lexicon-segmenter.js'
import { HAN } from '../../text/number-edges.js'
import type { Run } from '../../text/runs.js'
import { type Clause, type ClauseKind, EXACT, PINYIN, TYPO } from '../clause.js'
import { entriesOf, type Lexicon } from '../lexicon.js'
import { FIELD_WEIGHTS, TITLE_FIELDS, WORD_AND_BIGRAM } from '../weights.js'
import { countedOf, type Form } from './amounts.js'
import { isGuess, isSingle, type Part } from './parts.js'
import { isFrequentPair, LONG_LIST, NONE_SPARED, sparedIn } from './spared-lists.js'

/**
 * Of what is left, as it was typed, of a part that stands nowhere, and of the pieces of 1,200: it brings hits still,
 * behind those of what it means. Source: `npm run evaluate -- FOLDER --sensitivity`, where a fifth more or less moves no
 * question.
 */
const REMNANT_WEIGHT = 0.05

/** What names a letter, by its number or day: more than a text can earn that prints that, or a number that holds a piece. */
const NAMED_WEIGHT = 60

/**
 * A word of one character (是, 的) in more than this share of the paragraphs tells too little to read its list, if that is
 * long, unless nothing else of its run stands anywhere. The sets of `npm run evaluate` have no list that long.
 */
const COMMON_CHARACTER = 0.05

/** 年 of 2024年, 口 of 五口之家 and 二 of 二〇二四 tell nothing where they stand alone. */
const NUMBER = RegExp(`^(?:[\\d${HAN}]|.[${HAN}]{2})`)

const PADDED = /^0\d$/

/** What parts earn score by: their own terms, and those that their alternatives add. */
export function clausesOf(parts: readonly Part[], lexicon: Lexicon): Clause[] {
  const clauses: Clause[] = []
  for (const part of parts) addPart(part, lexicon, clauses)
  return clauses
}

function addPart(part: Part, lexicon: Lexicon, clauses: Clause[]): void {
  const typed = part.certain ? PINYIN : EXACT
  if (part.certain) addPart(part.certain, lexicon, clauses)
  const weight = part.certain ? REMNANT_WEIGHT : 1
  for (const term of part.names ?? []) {
    const entries = entriesOf('names', [term], lexicon)
    if (entries) clauses.push({ field: 'names', entries, kind: 'numeral', weight: NAMED_WEIGHT, tier: EXACT })
  }
  const { inNames } = part
  addForm(part, lexicon, { kind: undefined, weight, tier: typed, inNames }, clauses)
  for (const form of part.alternatives) {
    const { kind, weight } = form
    const tier = kind === 'pinyin' ? PINYIN : kind === 'typo' ? TYPO : kind === 'numeral' ? typed : EXACT
    addForm(form, lexicon, { kind, weight, tier, inNames }, clauses)
  }
}

/** What clauses are, and how much less they weigh. */
interface As {
  kind: ClauseKind | undefined
  weight: number
  tier: Clause['tier']
  inNames: Part['inNames']
}

function addForm(form: Form, lexicon: Lexicon, as: As, clauses: Clause[]): void {
  const { amounts, runs, remnants } = countedOf(form)
  const { weight } = as
  for (const amount of amounts) addAmount(amount, lexicon, as, clauses)
  for (const run of runs) addRun(run, lexicon, as, clauses)
  for (const run of remnants) addRun(run, lexicon, { ...as, weight: weight * REMNANT_WEIGHT }, clauses)
}

/** Together its pieces are an amount, alone they stand in many others. */
function addAmount(amount: string, lexicon: Lexicon, { kind, weight, tier }: As, clauses: Clause[]): void {
  const figures = amount.match(/\d+/g) ?? []
  const pairs = bigramsOf(amount).filter((pair) => !/\d\d|[.,]/.test(pair))
  const words = entriesOf('words', figures, lexicon)
  const bigrams = entriesOf('bigrams', pairs, lexicon)
  const add = (field: Field, entries: readonly TermEntry[] = [], own: number): void => {
    if (entries.length > 0) clauses.push({ field, entries, kind: 'numeral', weight: weight * own, tier })
  }
  add('words', words && bigrams && [...words, ...bigrams], WORD_AND_BIGRAM)
  // Texts alone tell that a large one or a fraction is no piece of another.
  if (kind !== 'numeral' || /[.,万亿]/.test(amount)) return
  for (const field of TITLE_FIELDS)
    add(field, entriesOf(field, [...figures, ...pairs], lexicon), FIELD_WEIGHTS[field])
}

function addRun(run: Run, lexicon: Lexicon, as: As, clauses: Clause[]): void {
  const { weight, tier } = as
  const { common, pairs: guessed } = isGuess(as) ? sparedIn(run, lexicon) : NONE_SPARED
  const pairs = new Set(guessed)
  const before = clauses.length
  const fillers: string[] = []
  /** Whether it is 05 of 005, or 05 itself, for 5: it is meant whole, and no end of 105. */
  const isPadding = (term: string): boolean => as.kind === 'numeral' && PADDED.test(term)
  const add = (
    field: Field,
    kind: ClauseKind,
    terms: readonly string[],
    own = FIELD_WEIGHTS[field],
  ): void => {
    const entries = entriesOf(field, (field === 'names' && as.inNames?.(run, terms)) || terms, lexicon)
    if (!entries) return
    clauses.push({ field, entries, kind: as.kind ?? kind, weight: own * weight, tier })
  }

  for (const stretch of run.stretches) {
    if (stretch.alphabetic) {
      add('words', 'word', [stretch.text])
      if (!isPadding(stretch.text)) for (const field of TITLE_FIELDS) add(field, 'word', [stretch.text])
    } else {
      let at = 0
      for (const word of pairs.has(run.text) ? [] : segmentByCounts(stretch.text, lexicon)) {
        const place = stretch.start - run.start + at
        at += word.length
        if (pairs.has(word)) continue
        if (word.length === 1 && NUMBER.test((run.text[place - 1] ?? ' ') + run.text.slice(place, place + 2)))
          continue
        if (isFrequentPair(word, lexicon)) pairs.add(word)
        else if ([...word].length > 1) add('words', 'word', [word])
        else if (isFiller(word, lexicon)) fillers.push(word)
        else add('words', 'word', [word], WORD_AND_BIGRAM)
      }
    }
  }
  if (isSingle(run)) {
    for (const field of ['characters', ...TITLE_FIELDS] as const) add(field, 'character', [run.text])
  } else {
    for (const group of bigramGroups(run)) {
      const [bigram] = group as [string]
      if (isPadding(bigram)) continue
      if (pairs.has(bigram)) add('bigrams', 'word', group, WORD_AND_BIGRAM)
      else if (!common.has(bigram)) add('bigrams', 'bigram', group)
      // Of a number that begins with zeros the pairs stand in many others; the whole one is a term.
      if (!PADDED.test(bigram)) for (const field of TITLE_FIELDS) add(field, 'bigram', group)
    }
  }
  if (clauses.length === before) for (const word of fillers) add('words', 'word', [word], WORD_AND_BIGRAM)
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

/** What texts that are meant as they stand earn score by: each of their runs, whole. */
export function literalClauses(parts: readonly Part[], lexicon: Lexicon): Clause[] {
  const weight = FIELD_WEIGHTS.bigrams
  const clauses: Clause[] = []
  for (const { runs } of parts) {
    for (const run of runs) {
      const entries = isSingle(run) ? undefined : entriesOf('bigrams', bigramsOf(run.text), lexicon)
      if (entries) clauses.push({ field: 'bigrams', entries, kind: 'bigram', weight, tier: EXACT })
    }
  }
  return clauses
}

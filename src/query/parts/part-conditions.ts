import type { Field } from '../../postings/posting-store.js'
import { bigramsOf } from '../../text/bigrams.js'
import type { Run } from '../../text/runs.js'
import { type Condition, NOTHING } from '../clause.js'
import { entriesOf, type Lexicon } from '../lexicon.js'
import { TITLE_FIELDS } from '../weights.js'
import { ambiguousIn, countedOf, type Form } from './amounts.js'
import { isGuess, isSingle, type Part } from './parts.js'
import { NONE_SPARED, sparedIn } from './spared-lists.js'

/** The text of a paragraph, by its bigrams and, for single characters, its characters. */
export const IN_TEXT: readonly Field[] = ['bigrams']
export const IN_TEXT_OR_TITLES: readonly Field[] = [...IN_TEXT, ...TITLE_FIELDS]

/** Whose pairs stand in many others: in titles and names the whole is a term. */
const PADDED_NUMBER = /^0\d+$/

/** The part, or one of its alternatives, stands whole in one of the fields: all its bigrams do. */
export function partCondition(part: Part, fields: readonly Field[], lexicon: Lexicon): Condition {
  return {
    kind: 'any',
    asked: part.text,
    conditions: [
      ...[part, ...part.alternatives].flatMap((form) => formConditions(form, fields, lexicon, part.inNames)),
      ...namedConditions(part, lexicon),
    ],
  }
}

/** Of a form that was not typed, an amount must be no piece of another one, which only a text tells, and no title. */
function formConditions(
  form: Form,
  fields: readonly Field[],
  lexicon: Lexicon,
  inNames: Part['inNames'],
): Condition[] {
  const pieces = ambiguousIn(form)
  const typed = form.kind !== 'numeral'
  const isInTitles = pieces.length === 0 || typed || countedOf(form).amounts.length === 0
  return fields.flatMap((field): Condition[] => {
    const within =
      field === 'bigrams' || isInTitles ? wholeCondition(form.runs, field, lexicon, false, inNames) : NOTHING
    if (within === NOTHING) return []
    if (field !== 'bigrams' || pieces.length === 0) return [within]
    const phrases = pieces.map((text): Condition => {
      return { kind: 'phrase', text, ...(!typed && { whole: true }), within }
    })
    return [{ kind: 'all', conditions: [within, ...phrases] }]
  })
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

/** The folded text of a paragraph contains the part as it is, or it is the first of a letter that the part names. */
export function phraseCondition(part: Part, lexicon: Lexicon): Condition {
  const within = wholeCondition(part.runs, 'bigrams', lexicon)
  const [run] = part.runs
  const certain = run?.text === part.text && [...part.text].length <= 2
  const stands: Condition = certain ? within : { kind: 'phrase', text: part.text, within }
  const named = namedConditions(part, lexicon)
  return named.length > 0 ? { kind: 'any', conditions: [stands, ...named] } : stands
}

function namedConditions({ names = [] }: Part, lexicon: Lexicon): Condition[] {
  return names.flatMap((term) => {
    const entries = entriesOf('names', [term], lexicon)
    return entries ? { kind: 'entries', entries } : []
  })
}

/** @param guessed Whether the runs are a guess, by the lists that are read for it. */
function wholeCondition(
  runs: readonly Run[],
  field: Field,
  lexicon: Lexicon,
  guessed: boolean = false,
  inNames?: Part['inNames'],
): Condition {
  const conditions: Condition[] = []
  for (const run of runs) {
    const single = isSingle(run)
    const own = single && field === 'bigrams' ? 'characters' : field
    const { common } = guessed && field === 'bigrams' ? sparedIn(run, lexicon) : NONE_SPARED
    const bigrams = bigramsOf(run.text).filter((bigram) => !common.has(bigram))
    const isWhole = single || (field !== 'bigrams' && PADDED_NUMBER.test(run.text))
    const terms = isWhole ? [run.text] : bigrams
    const entries = entriesOf(own, (field === 'names' && inNames?.(run, terms)) || terms, lexicon)
    if (!entries) return NOTHING
    conditions.push({ kind: 'entries', entries })
  }
  return { kind: 'all', conditions }
}

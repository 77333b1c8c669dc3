import type { Lexicon } from '../../query/lexicon.js'
import type { Alternative } from '../../query/parts/alternatives.js'
import { isGuess, isLatin, type Part } from '../../query/parts/parts.js'
import type { Plan } from '../../query/plan.js'
import { bigramsOf } from '../../text/bigrams.js'
import { classOf, type Folding, IDEOGRAPHIC } from '../../text/normalize.js'
import { wholeOccurrences } from '../../text/number-edges.js'
import type { Run } from '../../text/runs.js'
import { inverseDocumentFrequency, K1 } from '../find/bm25.js'
import type { Ranked } from '../find/rank.js'
import type { Reading } from '../find/reading.js'
import { liftOverCourtesies } from './courtesies.js'

/** What single characters add beside words and bigrams. Source: `npm run evaluate`. */
const CHARACTER_WEIGHT = 0.6
/** What bigrams that stand close together add. Source: `npm run evaluate`. */
const PROXIMITY_WEIGHT = 0.5
/** How close, in characters. Source: `npm run evaluate`; 25 to 40 do alike. */
const WINDOW = 30
/**
 * What a part of the query that stands whole adds beside its bigrams. Source: `npm run evaluate -- FOLDER --sensitivity`,
 * where a fifth more or less moves no question.
 */
const WHOLE_WEIGHT = 2
/** Where it stands as it was typed, but as a piece of a longer number: 3亿元 in 13亿元. */
const PIECE_WEIGHT = 1

/** One addend of the second stage. */
export interface Addition {
  kind: 'character' | 'proximity' | 'whole' | 'courtesy' | 'variety'
  term: string
  frequency: number
  weight: number
  score: number
}

/**
 * Stage 2: adds to the scores of the first hits what postings do not hold. Each addition is 0 or more, so that the first
 * stay the first.
 *
 * @param isExplained Whether the additions are asked for: hundreds of objects, which are else not made.
 * @returns The additions, by ordinal, in the order in which they were added.
 */
export async function rescore(
  places: readonly number[],
  { parts, lexicon }: Plan,
  ranked: Ranked,
  reading: Reading,
  folding: Folding,
  isExplained: boolean,
): Promise<Map<number, Addition[]>> {
  const { ordinals, scores } = ranked
  const meant = textsMeant(parts)
  const ideographs = new Set<string>()
  const pairs = new Set<string>()
  for (const { runs } of meant) {
    addPairs(runs, pairs)
    for (const { text } of runs) {
      for (const character of text) if (classOf(character) === IDEOGRAPHIC) ideographs.add(character)
    }
  }
  const characters = weigh(ideographs, 'characters', reading.paragraphs, lexicon)
  const bigrams = weigh(pairs, 'bigrams', reading.paragraphs, lexicon)
  const wholes = weighWholes(meant, reading.paragraphs, lexicon)
  // Where several words may be meant there is nothing to look for, and no text to read from a far file.
  if (characters.length + bigrams.length + wholes.length === 0) return new Map()
  await reading.fetchParagraphs(Array.from(places, (place) => ordinals[place]!))

  const additions = new Map<number, Addition[]>()
  for (const place of places) {
    const ordinal = ordinals[place]!
    const folded = reading.foldedOf(ordinal).text
    const added: Addition[] = []
    const add: Add = (score, kind, term, frequency, weight) => {
      scores[place]! += score
      if (isExplained) added.push({ kind, term, frequency, weight, score })
    }
    addCharacters(add, folded, characters, reading.norms[reading.lengths[ordinal]!]!)
    addProximity(add, folded, bigrams)
    addWholes(add, folded, wholes)
    if (isExplained) additions.set(ordinal, added)
  }
  // A letter that is named is led to by its opening.
  if (!parts.some(({ names }) => names?.length))
    liftOverCourtesies(places, bigrams, ranked, reading, folding, additions)
  return additions
}

/** A text that a part of the query stands for. */
type Meant = Pick<Part, 'text' | 'runs' | 'alternatives'>

/** The parts, and what their letters or slips mean where that is one text. */
function textsMeant(parts: readonly Part[]): Meant[] {
  const meant: Meant[] = []
  // Letters of pinyin tell nothing of a text; what they mean does.
  for (const part of parts) meant.push(part.certain ?? part)
  for (const part of parts) {
    const texts = part.certain || isLatin(part) ? part.alternatives.filter(isGuess) : []
    if (texts.length === 1) meant.push({ text: texts[0]!.text, runs: texts[0]!.runs, alternatives: [] })
  }
  return meant
}

type Add = (score: number, kind: Addition['kind'], term: string, frequency: number, weight: number) => void

function addCharacters(add: Add, text: string, characters: readonly Weighed[], norm: number): void {
  for (const { term, idf } of characters) {
    const frequency = countOf(text, term)
    if (frequency === 0) continue
    const score = (CHARACTER_WEIGHT * idf * (K1 + 1) * frequency) / (frequency + norm)
    add(score, 'character', term, frequency, CHARACTER_WEIGHT)
  }
}

function addProximity(add: Add, text: string, bigrams: readonly Weighed[]): void {
  const occurrences: number[] = []
  let standing = 0
  for (let number = 0; number < bigrams.length; number++) {
    const { term } = bigrams[number]!
    let at = text.indexOf(term)
    if (at >= 0) standing++
    for (; at >= 0; at = text.indexOf(term, at + 1)) occurrences.push(at * bigrams.length + number)
  }
  if (standing < 2) return
  const terms = densestWindow(Float64Array.from(occurrences).sort(), bigrams)
  if (terms.length < 2) return
  let joined = ''
  for (const { term } of terms) joined += joined ? ` ${term}` : term
  // Added anew, so that the sum does not depend on what passed through the window before.
  add(PROXIMITY_WEIGHT * sumOf(terms), 'proximity', joined, terms.length, PROXIMITY_WEIGHT)
}

function addWholes(add: Add, text: string, wholes: readonly Whole[]): void {
  for (const { forms, idf } of wholes) {
    const whole = forms.find((form) => wholeOccurrences(text, form).length > 0)
    const term = whole ?? forms[0]!
    if (whole === undefined && !text.includes(term)) continue
    const weight = whole === undefined ? PIECE_WEIGHT : WHOLE_WEIGHT
    add(weight * idf, 'whole', term, 1, weight)
  }
}

export interface Weighed {
  readonly term: string
  readonly idf: number
}

function addPairs(runs: readonly Run[], pairs: Set<string>): void {
  for (const { text } of runs) for (const pair of bigramsOf(text)) pairs.add(pair)
}

function sumOf(terms: readonly Weighed[]): number {
  let sum = 0
  for (const { idf } of terms) sum += idf
  return sum
}

/** The terms that stand in the index, or above or beside its texts alone, in one order. */
function weigh(
  terms: ReadonlySet<string>,
  field: 'characters' | 'bigrams',
  paragraphs: number,
  lexicon: Lexicon,
): Weighed[] {
  const weighed: Weighed[] = []
  for (const term of [...terms].sort()) {
    const entry = lexicon.get(field, term) ?? lexicon.get('sections', term) ?? lexicon.get('names', term)
    if (entry) weighed.push({ term, idf: inverseDocumentFrequency(entry.documentFrequency, paragraphs) })
  }
  return weighed
}

/** A part of the query, as it was typed and with its numbers written otherwise. */
interface Whole {
  forms: readonly string[]
  idf: number
}

/** The parts of two characters or more, each by the sum over the distinct bigrams of the form that has most. */
function weighWholes(parts: readonly Meant[], paragraphs: number, lexicon: Lexicon): Whole[] {
  const byText = new Map<string, Meant>()
  for (const part of parts) byText.set(part.text, part)
  const wholes: Whole[] = []
  for (const part of [...byText.values()].sort((a, b) => (a.text < b.text ? -1 : 1))) {
    const forms: string[] = []
    let idf = 0
    for (const { text, runs } of [part, ...part.alternatives.filter(isSameNumber)]) {
      forms.push(text)
      const pairs = new Set<string>()
      addPairs(runs, pairs)
      idf = Math.max(idf, sumOf(weigh(pairs, 'bigrams', paragraphs, lexicon)))
    }
    if (idf > 0) wholes.push({ forms, idf })
  }
  return wholes
}

function isSameNumber({ kind, weight }: Alternative): boolean {
  return kind === 'numeral' && weight === 1
}

function countOf(text: string, term: string): number {
  let count = 0
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) count++
  return count
}

/**
 * The terms of the window whose distinct terms weigh most.
 * @param occurrences Ascending: where a term stands, times how many terms there are, plus the term's own number.
 */
function densestWindow(occurrences: Float64Array, terms: readonly Weighed[]): Weighed[] {
  const placeOf = (i: number): number => Math.floor(occurrences[i]! / terms.length)
  const numberOf = (i: number): number => occurrences[i]! - placeOf(i) * terms.length
  const inWindow = new Uint32Array(terms.length)
  let sum = 0
  let best = 0
  let bestFrom = 0
  let bestTo = 0
  for (let from = 0, to = 0; to < occurrences.length; to++) {
    const number = numberOf(to)
    if (inWindow[number]!++ === 0) sum += terms[number]!.idf
    for (; placeOf(to) - placeOf(from) > WINDOW; from++) {
      const left = numberOf(from)
      if (--inWindow[left]! === 0) sum -= terms[left]!.idf
    }
    if (sum <= best) continue
    best = sum
    bestFrom = from
    bestTo = to + 1
  }
  const isIn = new Uint8Array(terms.length)
  for (let i = bestFrom; i < bestTo; i++) isIn[numberOf(i)] = 1
  return terms.filter((_, number) => isIn[number])
}

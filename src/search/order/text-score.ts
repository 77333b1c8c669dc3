import { standsWhole } from '../../text/number-edges.js'
import { K1 } from '../find/bm25.js'
import { type LookedFor, sumOf, type Weighed, type Whole } from './looked-for.js'

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
/** Where it is a number as it was typed: 80% before 八成. */
const TYPED_WEIGHT = 3
/** Where it stands as it was typed, but as a piece of a longer number: 3亿元 in 13亿元. */
const PIECE_WEIGHT = 1

/** One addend of the second stage. */
export interface Addition {
  kind: 'character' | 'proximity' | 'whole' | 'lift' | 'variety'
  term: string
  frequency: number
  weight: number
  score: number
}

/** Where the additions go if they are asked for: hundreds of objects, which are else not made. */
export type Additions = Addition[] | undefined

/**
 * The score of a paragraph with what is found in its text.
 * @param score Of the first stage.
 * @param norm Of the text's length.
 * @returns At least `score`.
 */
export function textScore(
  score: number,
  text: string,
  norm: number,
  { characters, bigrams, wholes }: LookedFor,
  additions: Additions,
): number {
  const withCharacters = addCharacters(score, text, characters, norm, additions)
  return addWholes(addProximity(withCharacters, text, bigrams, additions), text, wholes, additions)
}

function addCharacters(
  before: number,
  text: string,
  characters: readonly Weighed[],
  norm: number,
  additions: Additions,
): number {
  let sum = before
  for (let i = 0; i < characters.length; i++) {
    const { term, idf } = characters[i]!
    const frequency = countOf(text, term)
    if (frequency === 0) continue
    const score = (CHARACTER_WEIGHT * idf * (K1 + 1) * frequency) / (frequency + norm)
    sum += score
    additions?.push({ kind: 'character', term, frequency, weight: CHARACTER_WEIGHT, score })
  }
  return sum
}

function addProximity(
  before: number,
  text: string,
  bigrams: readonly Weighed[],
  additions: Additions,
): number {
  const occurrences: number[] = []
  let standing = 0
  for (let number = 0; number < bigrams.length; number++) {
    const { term } = bigrams[number]!
    let at = text.indexOf(term)
    if (at >= 0) standing++
    for (; at >= 0; at = text.indexOf(term, at + 1)) occurrences.push(at * bigrams.length + number)
  }
  if (standing < 2) return before
  const terms = densestWindow(Float64Array.from(occurrences).sort(), bigrams)
  if (terms.length < 2) return before
  // Added anew, so that the sum does not depend on what passed through the window before.
  const score = PROXIMITY_WEIGHT * sumOf(terms)
  additions?.push({
    kind: 'proximity',
    term: terms.map(({ term }) => term).join(' '),
    frequency: terms.length,
    weight: PROXIMITY_WEIGHT,
    score,
  })
  return before + score
}

function addWholes(before: number, text: string, wholes: readonly Whole[], additions: Additions): number {
  let sum = before
  for (let i = 0; i < wholes.length; i++) {
    const { forms, idf } = wholes[i]!
    const at = forms.findIndex((form) => standsWhole(text, form))
    const term = forms[at] ?? forms[0]!
    if (at < 0 && !text.includes(term)) continue
    const weight = at < 0 ? PIECE_WEIGHT : at > 0 || forms.length === 1 ? WHOLE_WEIGHT : TYPED_WEIGHT
    sum += weight * idf
    additions?.push({ kind: 'whole', term, frequency: 1, weight, score: weight * idf })
  }
  return sum
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

import type { Lexicon } from '../../query/lexicon.js'
import type { Alternative } from '../../query/parts/alternatives.js'
import { isGuess, isLatin, type Part } from '../../query/parts/parts.js'
import type { Plan } from '../../query/plan.js'
import { bigramsOf } from '../../text/bigrams.js'
import { classOf, IDEOGRAPHIC } from '../../text/normalize.js'
import { wholeOccurrences } from '../../text/number-edges.js'
import { inverseDocumentFrequency, K1 } from '../find/bm25.js'
import type { Ranked } from '../find/rank.js'
import type { Reading } from '../find/reading.js'

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
  kind: 'character' | 'proximity' | 'whole' | 'variety'
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
  { ordinals, scores }: Ranked,
  reading: Reading,
  isExplained: boolean,
): Promise<Map<number, Addition[]>> {
  // Letters of pinyin tell nothing of a text; what they mean does.
  const standing = parts.map((part) => part.certain ?? part)
  const guessed = parts.flatMap((part) => {
    const texts = part.certain || isLatin(part) ? part.alternatives.filter(isGuess) : []
    return texts.length === 1 ? texts.map((text) => ({ ...text, alternatives: [] })) : []
  })
  const meant = [...standing, ...guessed]
  const texts = meant.flatMap((part) => part.runs.map((run) => run.text))
  const ideographs = [...texts.join('')].filter((character) => classOf(character) === IDEOGRAPHIC)
  const characters = weigh(ideographs, 'characters', reading.paragraphs, lexicon)
  const bigrams = weigh(texts.flatMap(bigramsOf), 'bigrams', reading.paragraphs, lexicon)
  const wholes = weighWholes(meant, (terms) => weigh(terms, 'bigrams', reading.paragraphs, lexicon))
  // Where several words may be meant there is nothing to look for, and no text to read from a far file.
  if (characters.length + bigrams.length + wholes.length === 0) return new Map()
  await reading.fetchParagraphs(places.map((place) => ordinals[place]!))

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
  return additions
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
  if (bigrams.length < 2) return
  const standing = bigrams.filter(({ term }) => text.includes(term))
  if (standing.length < 2) return
  const { sum, terms } = densestWindow(text, standing)
  if (terms.length < 2) return
  add(PROXIMITY_WEIGHT * sum, 'proximity', terms.join(' '), terms.length, PROXIMITY_WEIGHT)
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

interface Weighed {
  readonly term: string
  readonly idf: number
}

/** The terms that stand in the index, each once, in one order. */
function weigh(
  terms: Iterable<string>,
  field: 'characters' | 'bigrams',
  paragraphs: number,
  lexicon: Lexicon,
): Weighed[] {
  return [...new Set(terms)].sort().flatMap((term): Weighed[] => {
    const entry = lexicon.get(field, term)
    return entry ? [{ term, idf: inverseDocumentFrequency(entry.documentFrequency, paragraphs) }] : []
  })
}

/** A part of the query, as it was typed and with its numbers written otherwise. */
interface Whole {
  forms: readonly string[]
  idf: number
}

/** The parts of two characters or more, each by the sum over the distinct bigrams of the form that has most. */
function weighWholes(
  parts: readonly Pick<Part, 'text' | 'runs' | 'alternatives'>[],
  weighBigrams: (bigrams: readonly string[]) => Weighed[],
): Whole[] {
  return [...new Map(parts.map((part) => [part.text, part])).values()]
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map((part) => {
      const forms = [part, ...part.alternatives.filter(isSameNumber)]
      const sums = forms.map(({ runs }) =>
        weighBigrams(runs.flatMap((run) => bigramsOf(run.text))).reduce((sum, { idf }) => sum + idf, 0),
      )
      return { forms: forms.map(({ text }) => text), idf: Math.max(...sums) }
    })
    .filter(({ idf }) => idf > 0)
}

function isSameNumber({ kind, weight }: Alternative): boolean {
  return kind === 'numeral' && weight === 1
}

function countOf(text: string, term: string): number {
  let count = 0
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) count++
  return count
}

/** The window whose distinct terms weigh most. */
function densestWindow(text: string, terms: readonly Weighed[]): { sum: number; terms: string[] } {
  const occurrences: { at: number; number: number }[] = []
  terms.forEach(({ term }, number) => {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
      occurrences.push({ at, number })
  })
  occurrences.sort((a, b) => a.at - b.at || a.number - b.number)

  const inWindow = new Uint32Array(terms.length)
  let sum = 0
  let best = { sum: 0, from: 0, to: 0 }
  let from = 0
  occurrences.forEach(({ at, number }, to) => {
    if (inWindow[number]!++ === 0) sum += terms[number]!.idf
    while (at - occurrences[from]!.at > WINDOW) {
      const left = occurrences[from++]!.number
      if (--inWindow[left]! === 0) sum -= terms[left]!.idf
    }
    if (sum > best.sum) best = { sum, from, to: to + 1 }
  })
  const numbers = new Set(occurrences.slice(best.from, best.to).map(({ number }) => number))
  const found = [...numbers].sort((a, b) => a - b).map((number) => terms[number]!)
  // Added anew, so that the sum does not depend on what passed through the window before.
  return { sum: found.reduce((total, { idf }) => total + idf, 0), terms: found.map(({ term }) => term) }
}

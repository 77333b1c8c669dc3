import type { Lexicon } from '../../query/lexicon.js'
import type { Alternative } from '../../query/parts/alternatives.js'
import { isGuess, isLatin, type Part } from '../../query/parts/parts.js'
import type { Plan } from '../../query/plan.js'
import { bigramsOf } from '../../text/bigrams.js'
import { classOf, IDEOGRAPHIC } from '../../text/normalize.js'
import type { Run } from '../../text/runs.js'
import { inverseDocumentFrequency } from '../find/bm25.js'

/** What the second stage looks for in a text. */
export interface LookedFor {
  readonly characters: readonly Weighed[]
  readonly bigrams: readonly Weighed[]
  readonly wholes: readonly Whole[]
}

export interface Weighed {
  readonly term: string
  readonly idf: number
}

/** A part of the query, as it was typed and with its numbers written otherwise. */
export interface Whole {
  readonly forms: readonly string[]
  readonly idf: number
}

/** @param paragraphs In the index. @returns undefined where there is nothing to look for: several words may be meant. */
export function lookedFor({ parts, lexicon }: Plan, paragraphs: number): LookedFor | undefined {
  const meant = textsMeant(parts)
  const characters = weigh(ideographsIn(meant), 'characters', paragraphs, lexicon)
  const pairs = Array.from(meant, ({ runs }) => weigh(pairsIn(runs), 'bigrams', paragraphs, lexicon))
  const wholes = weighWholes(meant, pairs, paragraphs, lexicon)
  if (characters.length + wholes.length === 0 && pairs.every(({ length }) => length === 0)) return undefined
  return { characters, bigrams: unionOf(pairs), wholes }
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

function ideographsIn(texts: readonly Meant[]): string[] {
  const ideographs: string[] = []
  for (const { runs } of texts)
    for (const { text } of runs)
      for (const character of text) if (classOf(character) === IDEOGRAPHIC) ideographs.push(character)
  return ideographs
}

function pairsIn(runs: readonly Run[]): string[] {
  const pairs: string[] = []
  for (const { text } of runs) for (const pair of bigramsOf(text)) pairs.push(pair)
  return pairs
}

export function sumOf(terms: readonly Weighed[]): number {
  let sum = 0
  for (let i = 0; i < terms.length; i++) sum += terms[i]!.idf
  return sum
}

/** The terms that stand in the index, or above or beside its texts alone, each once, in one order. */
function weigh(
  terms: readonly string[],
  field: 'characters' | 'bigrams',
  paragraphs: number,
  lexicon: Lexicon,
): Weighed[] {
  const weighed: Weighed[] = []
  for (const term of [...new Set(terms)].sort()) {
    const entry = lexicon.get(field, term) ?? lexicon.get('sections', term) ?? lexicon.get('names', term)
    if (entry) weighed.push({ term, idf: inverseDocumentFrequency(entry.documentFrequency, paragraphs) })
  }
  return weighed
}

/** Each term once, in one order. */
function unionOf(lists: readonly Weighed[][]): Weighed[] {
  if (lists.length === 1) return lists[0]!
  const union = new Map<string, Weighed>()
  for (const list of lists) for (const each of list) union.set(each.term, each)
  return [...union.values()].sort((a, b) => (a.term < b.term ? -1 : 1))
}

/**
 * The parts of two characters or more, each by the sum over the distinct bigrams of the form that has most, or over the
 * characters of 2.7, which has none.
 * @param pairs Of each part.
 */
function weighWholes(
  parts: readonly Meant[],
  pairs: readonly Weighed[][],
  paragraphs: number,
  lexicon: Lexicon,
): Whole[] {
  const byText = new Map<string, Whole>()
  parts.forEach(({ text, alternatives }, i) => {
    const forms = [text]
    let idf = sumOf(pairs[i]!)
    if (idf === 0 && /^\d\D/.test(text)) idf = sumOf(weigh([...text], 'characters', paragraphs, lexicon))
    for (const number of alternatives.filter(isSameNumber)) {
      forms.push(number.text)
      idf = Math.max(idf, sumOf(weigh(pairsIn(number.runs), 'bigrams', paragraphs, lexicon)))
    }
    if (idf > 0) byText.set(text, { forms, idf })
  })
  return [...byText.values()].sort((a, b) => (a.forms[0]! < b.forms[0]! ? -1 : 1))
}

/** Of synonyms, a number with its unit: 5km for 5公里. */
function isSameNumber({ kind, weight, text }: Alternative): boolean {
  return (kind === 'numeral' && weight === 1) || (kind === 'synonym' && /\d/.test(text))
}

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
  const ideographs = new Set<string>()
  const pairs = new Set<string>()
  for (const { runs } of meant) {
    addPairs(runs, pairs)
    for (const { text } of runs) {
      for (const character of text) if (classOf(character) === IDEOGRAPHIC) ideographs.add(character)
    }
  }
  const characters = weigh(ideographs, 'characters', paragraphs, lexicon)
  const bigrams = weigh(pairs, 'bigrams', paragraphs, lexicon)
  const wholes = weighWholes(meant, paragraphs, lexicon)
  return characters.length + bigrams.length + wholes.length > 0 ? { characters, bigrams, wholes } : undefined
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

function addPairs(runs: readonly Run[], pairs: Set<string>): void {
  for (const { text } of runs) for (const pair of bigramsOf(text)) pairs.add(pair)
}

export function sumOf(terms: readonly Weighed[]): number {
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

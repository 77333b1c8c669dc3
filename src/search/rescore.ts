import type { TermEntry } from '../postings/posting-store.js'
import type { Part } from '../query/parts.js'
import { bigramsOf } from '../text/bigrams.js'
import { inverseDocumentFrequency, K1 } from './bm25.js'

/** How many of the first stage's hits are scored again from their texts. */
export const RESCORED = 20

/** What single characters add beside words and bigrams. Source: `npm run evaluate`. */
const CHARACTER_WEIGHT = 0.4
/** What bigrams that stand close together add. Source: `npm run evaluate`. */
const PROXIMITY_WEIGHT = 0.3
/** How close, in characters. Source: `npm run evaluate`; 30 to 60 do alike. */
const WINDOW = 40

/** One addend of the second stage. */
export interface Addition {
  kind: 'character' | 'proximity'
  term: string
  frequency: number
  weight: number
  score: number
}

/** Stage 2: what a text adds to its first stage's score; each addition is 0 or more. */
export interface Rescorer {
  additions(folded: string, norm: number): Addition[]
}

export interface RescoreSource {
  paragraphs: number
  entryOf(field: 'characters' | 'bigrams', term: string): TermEntry | undefined
}

export function createRescorer(parts: readonly Part[], source: RescoreSource): Rescorer {
  const texts = parts.flatMap((part) => part.runs.map((run) => run.text))
  const characters = weigh(new Set(texts.join('')), 'characters', source)
  const bigrams = weigh(new Set(texts.flatMap(bigramsOf)), 'bigrams', source)

  return {
    additions(folded, norm) {
      const additions: Addition[] = []
      for (const [term, idf] of characters) {
        const frequency = countOf(folded, term)
        if (frequency === 0) continue
        const score = (CHARACTER_WEIGHT * idf * (K1 + 1) * frequency) / (frequency + norm)
        additions.push({ kind: 'character', term, frequency, weight: CHARACTER_WEIGHT, score })
      }
      const closest = densestWindow(folded, bigrams)
      if (closest.terms.length > 1) {
        additions.push({
          kind: 'proximity',
          term: closest.terms.join(' '),
          frequency: closest.terms.length,
          weight: PROXIMITY_WEIGHT,
          score: PROXIMITY_WEIGHT * closest.sum,
        })
      }
      return additions
    },
  }
}

function weigh(
  terms: Iterable<string>,
  field: 'characters' | 'bigrams',
  { paragraphs, entryOf }: RescoreSource,
): [term: string, idf: number][] {
  const weighed: [string, number][] = []
  for (const term of [...terms].sort()) {
    const entry = entryOf(field, term)
    if (entry) weighed.push([term, inverseDocumentFrequency(entry.documentFrequency, paragraphs)])
  }
  return weighed
}

function countOf(text: string, term: string): number {
  let count = 0
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) count++
  return count
}

/** The window whose distinct terms weigh most. */
function densestWindow(text: string, terms: readonly [string, number][]): { sum: number; terms: string[] } {
  const occurrences: { at: number; number: number }[] = []
  terms.forEach(([term], number) => {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
      occurrences.push({ at, number })
  })
  occurrences.sort((a, b) => a.at - b.at || a.number - b.number)

  const inWindow = new Uint32Array(terms.length)
  let sum = 0
  let best = { sum: 0, from: 0, to: 0 }
  let from = 0
  occurrences.forEach(({ at, number }, to) => {
    if (inWindow[number]!++ === 0) sum += terms[number]![1]
    while (at - occurrences[from]!.at > WINDOW) {
      const left = occurrences[from++]!.number
      if (--inWindow[left]! === 0) sum -= terms[left]![1]
    }
    if (sum > best.sum) best = { sum, from, to: to + 1 }
  })
  const numbers = new Set(occurrences.slice(best.from, best.to).map(({ number }) => number))
  const found = [...numbers].sort((a, b) => a - b).map((number) => terms[number]!)
  // Added anew, so that the sum does not depend on what passed through the window before.
  return { sum: found.reduce((total, [, idf]) => total + idf, 0), terms: found.map(([term]) => term) }
}

import type { TermKey } from '../../postings/posting-store.js'
import { bigramsOf } from '../../text/bigrams.js'
import { candidateWords } from '../../text/lexicon-segmenter.js'
import type { Run } from '../../text/runs.js'
import { TITLE_FIELDS } from '../weights.js'
import { isGuess, isSingle, type Part } from './parts.js'

/** In characters. */
const LONGEST_UNCUT = 4

/** All that may have to be looked up for some parts. */
export function keysOf(parts: readonly Part[]): TermKey[] {
  const keys: TermKey[] = []
  for (const part of parts) addKeys(part, keys)
  return keys
}

function addKeys(part: Part, keys: TermKey[]): void {
  if (part.certain) addKeys(part.certain, keys)
  for (const term of part.names ?? []) keys.push({ field: 'names', term })
  for (const spelling of part.spellings ?? []) addKeys(spelling, keys)
  for (const run of part.runs) {
    addRun(run, candidateWords, keys)
    for (const term of run.text) keys.push({ field: 'characters', term })
    if (part.spaced) for (const field of TITLE_FIELDS) for (const term of run.text) keys.push({ field, term })
  }
  for (const alternative of part.alternatives) {
    for (const run of alternative.runs) {
      addRun(run, isGuess(alternative) ? wordsOfGuess : candidateWords, keys)
      if (isSingle(run)) keys.push({ field: 'characters', term: run.text })
    }
  }
}

function addRun(run: Run, wordsIn: (stretch: string) => Iterable<string>, keys: TermKey[]): void {
  const inTitles = isSingle(run) ? [run.text] : bigramsOf(run.text)
  if (!isSingle(run)) for (const term of inTitles) keys.push({ field: 'bigrams', term })
  for (const { text, alphabetic } of run.stretches) {
    for (const term of alphabetic ? [text] : wordsIn(text)) keys.push({ field: 'words', term })
    if (alphabetic && !isSingle(run)) inTitles.push(text)
  }
  for (const field of TITLE_FIELDS) for (const term of inTitles) keys.push({ field, term })
}

/** What is found by its sound is a word of the index: it need not be cut, nor its pieces be read from a far file. */
function wordsOfGuess(stretch: string): Iterable<string> {
  const { length } = [...stretch]
  return length === 2 ? [] : length <= LONGEST_UNCUT ? [stretch] : candidateWords(stretch)
}

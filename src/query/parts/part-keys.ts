import type { TermKey } from '../../postings/posting-store.js'
import { bigramsOf } from '../../text/bigrams.js'
import { candidateWords } from '../../text/lexicon-segmenter.js'
import type { Run } from '../../text/runs.js'
import { TITLE_FIELDS } from '../weights.js'
import { isGuess, isSingle, type Part } from './parts.js'

/** In characters. */
const LONGEST_UNCUT = 4

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

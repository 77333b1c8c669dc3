import { bigramsOf } from '../../text/bigrams.js'
import { segmentByCounts } from '../../text/lexicon-segmenter.js'
import type { Run } from '../../text/runs.js'
import type { Lexicon } from '../lexicon.js'

/** In paragraphs: a longer list is read only where nothing shorter tells as much. */
export const LONG_LIST = 1_000

/** Bigrams of a run that is guessed, for which fewer lists are read. */
interface GuessedBigrams {
  /** Words of two characters: their bigrams count for both. */
  pairs: ReadonlySet<string>
  /** Those with long lists, inside longer words whose other bigrams find all that holds them. */
  common: ReadonlySet<string>
}

export const NONE_GUESSED: GuessedBigrams = { pairs: new Set(), common: new Set() }

export function guessedBigrams({ text, stretches }: Run, lexicon: Lexicon): GuessedBigrams {
  if ([...text].length === 2) return { pairs: new Set([text]), common: new Set() }
  const count = (bigram: string): number => lexicon.get('bigrams', bigram)?.documentFrequency ?? 0
  const words = stretches.flatMap((stretch) =>
    stretch.alphabetic ? [] : segmentByCounts(stretch.text, lexicon).map((word) => [...word]),
  )
  const common = words.flatMap((word) => {
    const bigrams = bigramsOf(word.join(''))
    const rarest = Math.min(...bigrams.map(count))
    return bigrams.filter((bigram) => count(bigram) > Math.max(LONG_LIST, rarest))
  })
  const pairs = words.filter((word) => word.length === 2).map((word) => word.join(''))
  return { pairs: new Set(pairs), common: new Set(common) }
}

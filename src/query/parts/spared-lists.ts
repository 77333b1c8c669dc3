import { bigramsOf } from '../../text/bigrams.js'
import { segmentByCounts } from '../../text/lexicon-segmenter.js'
import type { Run } from '../../text/runs.js'
import type { Lexicon } from '../lexicon.js'

/** In paragraphs: a longer list is read only where nothing shorter tells as much. */
export const LONG_LIST = 1_000

/** Of the paragraphs that have two characters side by side, the share that has them as a word where that is what they are. */
const NEARLY_ALL = 0.9

/** Bigrams of a run that is guessed, by which fewer lists are read. */
interface SparedLists {
  /** Words of two characters: their bigrams count for both. */
  pairs: ReadonlySet<string>
  /** Those with long lists, inside longer words whose other bigrams find all that holds them. */
  common: ReadonlySet<string>
}

export const NONE_SPARED: SparedLists = { pairs: new Set(), common: new Set() }

export function sparedIn({ text, stretches }: Run, lexicon: Lexicon): SparedLists {
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

/** Whether a word is a bigram with a long list that is nearly the word's own. */
export function isFrequentPair(word: string, lexicon: Lexicon): boolean {
  const bigram = lexicon.get('bigrams', word)?.documentFrequency ?? 0
  return bigram > LONG_LIST && lexicon.count(word) >= bigram * NEARLY_ALL
}

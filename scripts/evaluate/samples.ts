import type { Segmenter } from '../../src/index.js'
import { NUMERAL_PHRASE, simplified } from './forms.js'
import type { Typed } from './measures/spelling.js'
import type { Begun } from './measures/suggestions.js'
import { type Phrase, sampleMatches, samplePhrases } from './phrases.js'
import { type Random, sample, seeded } from './random.js'
import type { Context, QuestionSet } from './sets.js'
import { BEGINNINGS, spellings } from './spellings.js'
import { bruteForce, type Truth } from './truth.js'

export const SPELLINGS = ['pinyin', 'initials', 'mixed', 'homophone'] as const
export type SpellingName = (typeof SPELLINGS)[number]

const SEED = 42
const SUBSTRINGS = 1_000
const PHRASES = 300
const WORDS = 300
const TITLES = 150
/** How many of the most frequent words the words are taken from. */
const FREQUENT = 1_000

const HAN = /^\p{Script=Han}+$/u
const HAN_WORD = /^\p{Script=Han}{2,}$/u

/** What is asked of a set beside its questions; the same in every run. */
export interface Samples {
  truth: Truth
  /** Of 1 to 8 Han characters. */
  substrings: Phrase[]
  /** Of 2 to 6 Han characters, from the inside of one word to the inside of another, as jieba cuts them. */
  across: Phrase[]
  /** Of 2 to 8 Han characters, Simplified. */
  phrases: string[]
  /** Of 2 to 8 characters, some of them Latin letters or digits. */
  latin: string[]
  /** That begin with a number. */
  numerals: string[]
  /** `anyInitials`: for the paragraphs of every frequent word with the same initials. */
  words: Record<SpellingName | 'anyInitials', Typed[]>
  titles: Record<SpellingName, Typed[]>
  /** The same words and titles, for suggestions. */
  begun: Record<'words' | 'titles', Record<keyof typeof BEGINNINGS, Begun[]>>
}

export function takeSamples({ contexts }: QuestionSet, segmenter: Segmenter): Samples {
  const random = seeded(SEED)
  const truth = bruteForce(contexts)
  const textsOf = (phrases: readonly Phrase[]): string[] => phrases.map(({ text }) => text)
  const substrings = samplePhrases(random, contexts, SUBSTRINGS, { from: 1, to: 8, pattern: HAN })
  const phrases = samplePhrases(random, contexts, PHRASES, { from: 2, to: 8, pattern: HAN })
  const latin = samplePhrases(random, contexts, PHRASES, { from: 2, to: 8, pattern: /[0-9A-Za-z]/ })
  const numerals = sampleMatches(random, contexts, PHRASES, NUMERAL_PHRASE)
  const wordsById = new Map(contexts.map(({ id, text }) => [id, segmenter.segment(text)]))
  const frequent = frequentWords(wordsById.values())
  const chosen = sample(random, frequent, WORDS)
  const words = typed(
    random,
    truth,
    chosen.map((word) => [word, truth.holding(word)]),
  )
  const titles = sample(random, [...contextsByTitle(contexts)], TITLES)
  const { initials } = spellings(random, truth.stands)
  const holdingAny = (query: string): Set<string> =>
    new Set(frequent.filter((word) => initials(word) === query).flatMap((word) => [...truth.holding(word)]))
  const endsById = new Map([...wordsById].map(([id, words]) => [id, endsOf(words)]))
  return {
    truth,
    substrings,
    across: samplePhrases(seeded(SEED), contexts, SUBSTRINGS, {
      from: 2,
      to: 6,
      pattern: HAN,
      across: ({ id }) => endsById.get(id)!,
    }),
    phrases: textsOf(phrases).map(simplified),
    latin: textsOf(latin),
    numerals: textsOf(numerals),
    words: {
      ...words,
      anyInitials: words.initials.map(({ query }) => ({ query, right: holdingAny(query) })),
    },
    titles: typed(random, truth, titles),
    begun: { words: begun(chosen), titles: begun(titles.map(([title]) => title)) },
  }
}

/** Where words end that follow one another. */
function endsOf(words: readonly string[]): Set<number> {
  let end = 0
  return new Set(words.map((word) => (end += word.length)))
}

/** The words of two or more Han characters that stand in the most contexts. */
function frequentWords(wordsOfContexts: Iterable<readonly string[]>): string[] {
  const counts = new Map<string, number>()
  for (const words of wordsOfContexts) {
    for (const word of new Set(words)) {
      if (HAN_WORD.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, FREQUENT)
    .map(([word]) => word)
}

function contextsByTitle(contexts: readonly Context[]): Map<string, Set<string>> {
  const byTitle = new Map<string, Set<string>>()
  for (const { id, title } of contexts) {
    if (HAN_WORD.test(title)) byTitle.set(title, (byTitle.get(title) ?? new Set()).add(id))
  }
  return byTitle
}

function typed(
  random: Random,
  truth: Truth,
  texts: readonly (readonly [string, ReadonlySet<string>])[],
): Record<SpellingName, Typed[]> {
  const spell = spellings(random, truth.stands)
  const bySpelling = SPELLINGS.map((name) => {
    const queries = texts.flatMap(([text, right]) => {
      const query = spell[name](text)
      return query === undefined ? [] : [{ query, right }]
    })
    return [name, queries] as const
  })
  return Object.fromEntries(bySpelling) as Record<SpellingName, Typed[]>
}

function begun(texts: readonly string[]): Samples['begun']['words'] {
  const byBeginning = Object.entries(BEGINNINGS).map(([name, beginning]) => [
    name,
    texts.map((text) => ({ text, typed: beginning(text) })),
  ])
  return Object.fromEntries(byBeginning) as Samples['begun']['words']
}

import type { TermEntry, TermStore } from '../../postings/posting-store.js'
import { MOST_OF_KIND, parseVocabularyTerm } from '../../postings/vocabulary-term.js'
import type { Folding } from '../../text/normalize.js'

/** The vocabularies whose keys are letters. */
type Lettered = 'readings' | 'initials'

/** Texts of the index by what they are typed as; folded, the most used first. */
export interface TextsByKey {
  at(vocabulary: Lettered, keys: readonly string[]): Promise<string[]>
  /** By what the keys of `readings` begin with: a whole key ends in \0. */
  beginning(beginnings: readonly string[]): Promise<string[]>
}

/** Texts that are taken of those that sound alike. */
export const MOST_TEXTS = 12
/** Of those with the same initials, which are more, while they stand in so few paragraphs that their lists are short. */
export const MOST_ABBREVIATED: number = MOST_OF_KIND.t
const SHORT_LISTS = 4_000
/** How many of them may be titles, and how many names. */
const MOST_TITLES = 4
const MOST_NAMES = 2
/** Entries with one beginning that are compared by use. */
const MOST_ENTRIES = 1_000

export function createTextsByKey(
  store: TermStore,
  folding: Folding,
  signal: AbortSignal | undefined,
): TextsByKey {
  async function textsOf(vocabulary: Lettered, beginnings: readonly string[]): Promise<string[]> {
    const lists = await Promise.all(
      beginnings.map((beginning) => store.prefix(vocabulary, beginning, MOST_ENTRIES, signal)),
    )
    return mostUsed(lists.flat(), vocabulary === 'initials' ? MOST_ABBREVIATED : MOST_TEXTS, folding)
  }

  return {
    at: (vocabulary, keys) =>
      textsOf(
        vocabulary,
        keys.map((key) => `${key}\0`),
      ),
    beginning: (beginnings) => textsOf('readings', beginnings),
  }
}

/** Words and titles in turn, for a title is rare however well it is known; some names between them. */
function mostUsed(entries: readonly TermEntry[], most: number, folding: Folding): string[] {
  const sorted = [...entries].sort((a, b) => b.documentFrequency - a.documentFrequency)
  const byKind: Record<'words' | 'titles' | 'names', TermEntry[]> = { words: [], titles: [], names: [] }
  for (const entry of sorted) {
    const { kind } = parseVocabularyTerm(entry.term)
    byKind[kind === 't' ? 'words' : kind === 'n' ? 'names' : 'titles'].push(entry)
  }
  const lists = [byKind.words, byKind.titles.slice(0, MOST_TITLES), byKind.names.slice(0, MOST_NAMES)]
  const inTurn = Array.from({ length: most }, (_, i) => lists.flatMap((list) => list[i] ?? []))
  const texts = new Set<string>()
  let paragraphs = 0
  for (const { term, documentFrequency } of inTurn.flat()) {
    paragraphs += documentFrequency
    if (texts.size >= (paragraphs > SHORT_LISTS ? MOST_TEXTS : most)) break
    texts.add(folding.fold(parseVocabularyTerm(term).text))
  }
  return [...texts]
}

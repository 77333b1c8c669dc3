import type { Field, TermEntry, Vocabulary } from '../postings/posting-store.js'
import { type PhraseKind, parseVocabularyTerm } from '../postings/vocabulary-term.js'
import { createReadings } from '../query/readings.js'
import { runsOf } from '../text/runs.js'
import type { AnswerContext } from './answer.js'
import type { Suggestion, TextRange } from './hit.js'

const DEFAULT_LIMIT = 8
/** How many texts with one beginning are compared by use. */
const MOST_CANDIDATES = 2_000

const IS_LATIN = /^[a-z]+$/

const KINDS: Readonly<Record<PhraseKind, Suggestion['kind']>> = {
  t: 'term',
  n: 'term',
  s: 'section',
  p: 'proposal',
}

/**
 * Words, titles and names that begin with what was typed, or whose pinyin or initials do: the most used first, and what
 * begins with the letters themselves before what sounds like them.
 */
export async function suggest(
  typed: string,
  { store, folding }: AnswerContext,
  limit: number = DEFAULT_LIMIT,
  signal?: AbortSignal,
): Promise<Suggestion[]> {
  const prefix = folding.fold(typed)
  if (!prefix) return []
  const [words, titles, sounding] = await Promise.all([
    starting('words', prefix),
    starting('titles', prefix),
    soundingLike(prefix),
  ])
  const found = new Map<string, Suggestion>()
  const written = [...words.filter(isSuggestible).map(fromWord), ...titles.map(fromPhrase)]
  const heard = sounding.map(fromPhrase)
  // Letters are pinyin more often than they begin a Latin word.
  const suggestions = IS_LATIN.test(prefix)
    ? byUse([...written, ...heard])
    : [...byUse(written), ...byUse(heard)]
  for (const suggestion of suggestions) {
    if (found.size === limit) break
    if (!found.has(suggestion.text)) found.set(suggestion.text, suggestion)
  }
  return [...found.values()]

  function starting(field: Field | Vocabulary, beginning: string): Promise<TermEntry[]> {
    return store.prefix(field, beginning, MOST_CANDIDATES, signal)
  }

  /** Letters, alone or behind ideographs: xianto, xth, 先投h. */
  async function soundingLike(beginning: string): Promise<TermEntry[]> {
    const [run, ...others] = runsOf(beginning)
    if (!run || others.length > 0 || !run.stretches.some((stretch) => stretch.alphabetic)) return []
    const readings = createReadings({ store, folding, signal })
    const { full, initials, ideographs } = await readings.spellingsOf(run)
    const lists = await Promise.all([
      ...full.map((key) => starting('readings', key)),
      ...initials.map((key) => starting('initials', key)),
    ])
    return lists.flat().filter(({ term }) => {
      const text = folding.fold(parseVocabularyTerm(term).text)
      return ideographs.every((character) => text.includes(character))
    })
  }

  function fromWord({ term, documentFrequency }: TermEntry): Suggestion {
    return {
      text: term,
      kind: 'term',
      highlights: [{ start: 0, end: prefix.length }],
      count: documentFrequency,
    }
  }

  function fromPhrase({ term, documentFrequency }: TermEntry): Suggestion {
    const { kind, text } = parseVocabularyTerm(term)
    return { text, kind: KINDS[kind], highlights: beginningOf(text), count: documentFrequency }
  }

  /** What of a text was typed as it stands; nothing of one that was found by its sound. */
  function beginningOf(text: string): TextRange[] {
    const folded = folding.foldWithOffsets(text)
    return folded.text.startsWith(prefix)
      ? [{ start: folded.starts[0]!, end: folded.ends[prefix.length - 1]! }]
      : []
  }
}

/** A single character is typed faster than chosen. */
function isSuggestible({ term }: TermEntry): boolean {
  return [...term].length > 1
}

function byUse(suggestions: Suggestion[]): Suggestion[] {
  return suggestions.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

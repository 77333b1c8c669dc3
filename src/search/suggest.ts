import type { Field, TermEntry, Vocabulary } from '../postings/posting-store.js'
import { type PhraseKind, parseVocabularyTerm } from '../postings/vocabulary-term.js'
import { createReadings } from '../query/meant/readings.js'
import { createPrintedWords } from '../text/printed-words.js'
import { runsOf } from '../text/runs.js'
import type { AnswerContext } from './answer.js'
import { Top } from './find/top.js'
import type { Suggestion, TextRange } from './hit.js'

const DEFAULT_LIMIT = 8
/** How many texts with one beginning are compared by use. */
const MOST_CANDIDATES = 2_000
/** One text may stand in several entries: under each of its readings, its initials and itself. */
const SPARE = 8

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
  const { printed } = createPrintedWords(folding)
  const written = [...words.filter(isSuggestible), ...titles]
  // Letters are pinyin more often than they begin a Latin word.
  const found = IS_LATIN.test(prefix)
    ? mostUsed([...written, ...sounding], limit)
    : [...mostUsed(written, limit), ...mostUsed(sounding, limit)]
  return distinct(found, limit).map(({ text, kind, count }) => ({
    text: kind === 'term' ? printed(text) : text,
    kind,
    highlights: beginningOf(text),
    count,
  }))

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
    const entries = lists.flat()
    if (ideographs.length === 0) return entries
    return entries.filter(({ term }) => {
      const text = folding.fold(parseVocabularyTerm(term).text)
      return ideographs.every((character) => text.includes(character))
    })
  }

  /** What of a text was typed as it stands; nothing of one that was found by its sound. */
  function beginningOf(text: string): TextRange[] {
    const folded = folding.foldWithOffsets(text)
    return folded.text.startsWith(prefix)
      ? [{ start: folded.starts[0]!, end: folded.ends[prefix.length - 1]! }]
      : []
  }
}

type Candidate = Omit<Suggestion, 'highlights'>

function candidateOf({ field, term, documentFrequency }: TermEntry): Candidate {
  if (field === 'words') return { text: term, kind: 'term', count: documentFrequency }
  const { kind, text } = parseVocabularyTerm(term)
  return { text, kind: KINDS[kind], count: documentFrequency }
}

/** A single character is typed faster than chosen. */
function isSuggestible({ term }: TermEntry): boolean {
  return [...term].length > 1
}

/** The most used texts, each once; only entries that are used enough to be among them are looked at. */
function mostUsed(entries: readonly TermEntry[], limit: number): Candidate[] {
  for (let size = limit * SPARE; ; size *= SPARE) {
    const least = size < entries.length ? useOf(entries, size) : 0
    const candidates = entries.filter(({ documentFrequency }) => documentFrequency >= least).map(candidateOf)
    const found = distinct(
      candidates.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : Number(a.text > b.text))),
      limit,
    )
    if (found.length === limit || candidates.length === entries.length) return found
  }
}

/** How much the `size`th most used is used. */
function useOf(entries: readonly TermEntry[], size: number): number {
  const top = new Top(size, (a, b) => a > b)
  for (const { documentFrequency } of entries) top.offer(documentFrequency)
  return top.last
}

/** The first `limit` texts. */
function distinct(candidates: readonly Candidate[], limit: number): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const candidate of candidates) {
    if (found.size === limit) break
    if (!found.has(candidate.text)) found.set(candidate.text, candidate)
  }
  return [...found.values()]
}

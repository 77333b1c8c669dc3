import type { Field, TermEntry, TermKey, TermStore } from '../postings/posting-store.js'
import type { WordCounts } from '../text/segmenter.js'
import { TITLE_FIELDS } from './weights.js'

/** What one query has looked up so far. */
export interface Lexicon extends WordCounts {
  /** In the whole index. */
  readonly paragraphs: number
  /** Reads the entries that are not known yet, in one round. */
  fetch(keys: Iterable<TermKey>): Promise<void>
  /** @returns undefined for a term that does not occur, or was not fetched. */
  get(field: TermKey['field'], term: string): TermEntry | undefined
}

export function createLexicon(store: TermStore, signal?: AbortSignal): Lexicon {
  const known = new Map<string, TermEntry | undefined>()
  const nameOf = (field: TermKey['field'], term: string): string => `${field} ${term}`
  const get = (field: TermKey['field'], term: string): TermEntry | undefined => known.get(nameOf(field, term))

  return {
    paragraphs: store.summary.paragraphs,
    total: store.totalWords,
    count: (word) => get('words', word)?.documentFrequency ?? 0,
    get,
    async fetch(keys) {
      const missing = new Map<string, TermKey>()
      for (const key of keys) {
        const name = nameOf(key.field, key.term)
        if (!known.has(name)) missing.set(name, key)
      }
      if (missing.size === 0) return
      const entries = await store.lookup([...missing.values()], signal)
      let i = 0
      for (const name of missing.keys()) known.set(name, entries[i++])
    },
  }
}

/** The entries of terms that must all stand in a paragraph; undefined if one of them stands nowhere. */
export function entriesOf(field: Field, terms: readonly string[], lexicon: Lexicon): TermEntry[] | undefined {
  const entries: TermEntry[] = []
  for (const term of new Set(terms)) {
    const entry = lexicon.get(field, term)
    if (!entry) return undefined
    entries.push(entry)
  }
  return entries
}

/** Whether two characters stand side by side in some field. */
export function isKnownPair(bigram: string, lexicon: Lexicon): boolean {
  return (['bigrams', ...TITLE_FIELDS] as const).some((field) => lexicon.get(field, bigram))
}

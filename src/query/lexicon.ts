import type { Field, TermEntry, TermKey, TermStore } from '../postings/posting-store.js'
import type { WordCounts } from '../text/segmenter.js'
import { TITLE_FIELDS } from './weights.js'

/** What one query has looked up so far. */
export interface Lexicon extends WordCounts {
  /** In the whole index. */
  readonly paragraphs: number
  /** Reads the entries that are not known yet, in one round; one call at a time. */
  fetch(keys: readonly TermKey[]): Promise<void>
  /** @returns undefined for a term that does not occur, or was not fetched. */
  get(field: TermKey['field'], term: string): TermEntry | undefined
}

export function createLexicon(store: TermStore, signal?: AbortSignal): Lexicon {
  const known = new Map<TermKey['field'], Map<string, TermEntry | undefined>>()
  const get = (field: TermKey['field'], term: string): TermEntry | undefined => known.get(field)?.get(term)

  return {
    paragraphs: store.summary.paragraphs,
    total: store.totalWords,
    count: (word) => get('words', word)?.documentFrequency ?? 0,
    get,
    async fetch(keys) {
      const missing = unknownOf(keys)
      if (missing.length === 0) return
      for (const entry of await store.lookup(missing, signal))
        if (entry) known.get(entry.field)!.set(entry.term, entry)
    },
  }

  /** Those that were not asked for before; from now on they were. */
  function unknownOf(keys: readonly TermKey[]): TermKey[] {
    const unknown: TermKey[] = []
    for (const key of keys) {
      const { field, term } = key
      let terms = known.get(field)
      if (!terms) {
        terms = new Map()
        known.set(field, terms)
      }
      if (terms.has(term)) continue
      terms.set(term, undefined)
      unknown.push(key)
    }
    return unknown
  }
}

/** The entries of terms that must all stand in a paragraph; undefined if one of them stands nowhere. */
export function entriesOf(field: Field, terms: readonly string[], lexicon: Lexicon): TermEntry[] | undefined {
  const entries: TermEntry[] = []
  for (const term of terms.length > 1 ? new Set(terms) : terms) {
    const entry = lexicon.get(field, term)
    if (!entry) return undefined
    entries.push(entry)
  }
  return entries
}

const PAIR_FIELDS = ['bigrams', 'characters', ...TITLE_FIELDS] as const

/** Whether two characters stand side by side in some field, or one that was looked up stands there. */
export function isKnownPair(bigram: string, lexicon: Lexicon): boolean {
  for (const field of PAIR_FIELDS) if (lexicon.get(field, bigram)) return true
  return false
}

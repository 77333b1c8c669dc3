import { FACETS, FORMAT_VERSION } from '../../postings/posting-store.js'
import { B, K1 } from '../../search/find/bm25.js'
import type { DocumentKind } from './ids.js'

/** Of the documents and the mapping; raised with each change that an older or newer dafu would misread. */
export const LAYOUT_VERSION = 1

/** What is noted in the mapping of each index that dafu makes, so that no other is taken for one. */
export interface Mark {
  layoutVersion: number
  /** Of the `.dafu` files that hold the same terms. */
  formatVersion: number
  segmenter: { name: string; fingerprint: string }
  /** Of the synonyms. */
  synonyms: string
  shards: number
  /** Whether everything is in it; else a push is under way, or was broken off. */
  complete: boolean
}

/** A document, as far as it is kept as it was sent. */
export interface KeptDocument {
  kind: DocumentKind
  /** JSON: a `StoredDocument`, a `StoredReply`, a page of terms, or the head. */
  stored: string
  /** Of the reply that a paragraph or a reply belongs to. */
  version?: string
}

/** What is only looked up: the index has it, `_source` has not. */
const NOT_KEPT = ['body', 'sections', 'proposals', 'names', 'characters', 'folded', 'order', 'place']

/**
 * BM25 without the inverse document frequency, which comes with the query: shards do not change it. The average length
 * counts deleted documents until they are merged away, which a push asks for at its end. As in a `.dafu` file, more than
 * 255 occurrences count as 255, and lengths as the middles of their classes (`length.ts`).
 */
const SIMILARITY = `
  double frequency = Math.min(doc.freq, 255.0);
  int rest = doc.length - 24;
  int width = rest < 8 ? 4 : Integer.highestOneBit(rest) >> 1;
  double length = 24 + (rest & -width) + width / 2.0;
  double average = (double) field.sumTotalTermFreq / field.docCount;
  return query.boost * frequency / (frequency + ${K1} * (1 - ${B} + ${B} * length / average));`

/** Settings of an index while it is filled; `refresh_interval` is for its end. */
export function settingsOf({ shards, replicas }: { shards: number; replicas: number }): object {
  return {
    index: {
      number_of_shards: shards,
      number_of_replicas: replicas,
      refresh_interval: '-1',
      codec: 'best_compression',
      similarity: { dafu: { type: 'scripted', script: { source: SIMILARITY.trim().replace(/\s+/g, ' ') } } },
    },
  }
}

export function mappingsOf(mark: Mark): object {
  const keyword = { type: 'keyword' }
  const exact = { type: 'keyword', doc_values: false }
  const words = { type: 'text', analyzer: 'whitespace', norms: false, index_options: 'docs' }
  const facets = (type: object): object => ({
    properties: Object.fromEntries(FACETS.map((name) => [name, type])),
  })
  return {
    dynamic: 'strict',
    _meta: { dafu: mark },
    _source: { excludes: NOT_KEPT.flatMap((name) => [name, `${name}.*`]) },
    properties: {
      kind: exact,
      stored: { type: 'object', enabled: false },
      version: keyword,
      /** Words, bigrams and characters: `tokens.ts`. */
      body: { type: 'text', analyzer: 'whitespace', similarity: 'dafu', index_options: 'freqs' },
      sections: words,
      proposals: words,
      names: words,
      /** The folded text, character by character. */
      characters: { ...words, index_options: 'positions' },
      facets: facets(keyword),
      /** What values are compared by: `facet-values.ts`. */
      folded: facets(exact),
      date: keyword,
      /** Of the reply: `ids.ts`. */
      order: { type: 'keyword', index: false },
      /** Within the reply. */
      place: { type: 'integer', index: false },
    },
  }
}

export const MARK: Pick<Mark, 'layoutVersion' | 'formatVersion'> = {
  layoutVersion: LAYOUT_VERSION,
  formatVersion: FORMAT_VERSION,
}

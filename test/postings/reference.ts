import { COLUMNS, columnFrom, columnOf } from '../../src/postings/columns.js'
import { paragraphTerms } from '../../src/postings/documents.js'
import { encodeLength } from '../../src/postings/length.js'
import type { Postings } from '../../src/postings/posting-list.js'
import {
  type Column,
  type ColumnName,
  FIELDS,
  type Field,
  type IndexContent,
  type TermPostings,
} from '../../src/postings/posting-store.js'
import { paragraphsOf, type Reply } from '../../src/reply/reply.js'
import { type Analyzer, createAnalyzer } from '../../src/text/analyzer.js'
import { foldingFor, traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import type { Segmenter } from '../../src/text/segmenter.js'

/** Cuts after every second character: words that need no dictionary. */
export const pairs: Segmenter = {
  name: 'pairs',
  fingerprint: 'pairs/1',
  segment: (text) => text.match(/..?/gsu) ?? [],
  places: (text) => text.match(/..?/gsu)?.filter((pair) => /[持办路]/.test(pair)) ?? [],
}

export const testAnalyzer: Analyzer = createAnalyzer(createFolding(traditionalFolding()), pairs)

/** An index made the plainest way: what every store's answers are held against. */
export interface Reference extends IndexContent {
  readonly sorted: readonly Reply[]
  readonly lists: ReadonlyMap<Field, ReadonlyMap<string, Postings>>
  readonly columns: ReadonlyMap<ColumnName, Column>
}

export function referenceOf(replies: readonly Reply[]): Reference {
  const sorted = [...replies].sort((a, b) => (a.id < b.id ? -1 : 1))
  const counts = new Map(FIELDS.map((field) => [field, new Map<string, Map<number, number>>()]))
  const lengths: number[] = []
  const places: (readonly string[])[] = []
  for (const reply of sorted) {
    for (const { terms, length, places: names } of paragraphTerms(reply, testAnalyzer)) {
      for (const field of FIELDS) {
        for (const term of terms[field]) {
          const list = counts.get(field)!.get(term) ?? new Map<number, number>()
          list.set(lengths.length, (list.get(lengths.length) ?? 0) + 1)
          counts.get(field)!.set(term, list)
        }
      }
      lengths.push(length)
      places.push(names)
    }
  }
  const lists = new Map<Field, Map<string, Postings>>()
  for (const [field, terms] of counts) {
    const ordered = [...terms].sort(([a], [b]) => (a < b ? -1 : 1))
    lists.set(field, new Map(ordered.map(([term, list]) => [term, toPostings(list)])))
  }
  const characters = new Set([...lists.values()].flatMap((terms) => [...terms.keys()]))
  const columns = new Map(
    COLUMNS.map((name) => [name, name === 'place' ? columnFrom(places) : columnOf(name, sorted)]),
  )
  return {
    sorted,
    lists,
    columns,
    segmenter: { name: pairs.name, fingerprint: pairs.fingerprint },
    totalLength: lengths.reduce((sum, length) => sum + length, 0),
    folding: foldingFor(characters),
    synonyms: [],
    replies: () => sorted,
    lengths: () => Uint8Array.from(lengths, encodeLength),
    ownColumns: { place: () => columns.get('place')! },
    *terms(field): Generator<TermPostings> {
      for (const [term, postings] of lists.get(field) ?? []) yield { term, postings }
    },
  }
}

function toPostings(list: ReadonlyMap<number, number>): Postings {
  return {
    paragraphs: Uint32Array.from(list.keys()),
    frequencies: Uint8Array.from(list.values(), (count) => Math.min(255, count)),
  }
}

/** A reply with the paragraphs given, in sections of at most `perSection`. */
export function replyOf(
  id: string,
  texts: readonly string[],
  more: Partial<Reply> = {},
  perSection = 3,
): Reply {
  const sections = Array.from({ length: Math.ceil(texts.length / perSection) }, (_, s) => ({
    id: `${id}/${s + 1}`,
    level: 1,
    paragraphs: texts
      .slice(s * perSection, (s + 1) * perSection)
      .map((text, p) => ({ id: `${id}/${s + 1}/${p + 1}`, text })),
    sections: [],
  }))
  return { id, proposals: [], recipients: [], leaders: [], contacts: [], copies: [], ...more, sections }
}

export function paragraphIds(replies: readonly Reply[]): string[] {
  return replies.flatMap((reply) => [...paragraphsOf(reply)].map(({ paragraph }) => paragraph.id))
}

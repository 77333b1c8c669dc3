import type { Paragraph, Reply, Section } from '../reply/reply.js'
import { foldingFor, traditionalFolding } from '../text/folding-table.js'
import { byCodeUnits, columnFrom, columnOf, placesOf } from './columns.js'
import type { IndexSettings } from './index-settings.js'
import { encodeLength } from './length.js'
import type { MiniIndex } from './minisearch-index.js'
import type { Postings } from './posting-list.js'
import {
  type Column,
  type ColumnName,
  FIELDS,
  type Field,
  FORMAT_VERSION,
  type IndexContent,
  type StoredParagraph,
  type StoreSummary,
  type TermEntry,
  type TermKey,
  type TermPostings,
  VOCABULARIES,
  type Vocabulary,
} from './posting-store.js'
import { toStored } from './sections.js'
import { lowerBound } from './sorted-terms.js'

/** The mutable store between two changes. */
export interface MiniView {
  readonly summary: StoreSummary
  readonly totalLength: number
  readonly totalWords: number
  readonly folding: string
  lookup(key: TermKey): Promise<TermEntry | undefined>
  prefix(field: Field | Vocabulary, prefix: string, limit: number): Promise<TermEntry[]>
  postings(entry: TermEntry): Postings
  lengths(): Uint8Array
  columns(names: readonly ColumnName[]): Column[]
  paragraph(ordinal: number): StoredParagraph
  ordinal(paragraphId: string): number | undefined
  content(): IndexContent
}

/** What may be looked up in one field. */
interface TermList {
  /** Sorted. */
  terms: readonly string[]
  /** In how many paragraphs a term stands; 0 if it is not in the list. */
  frequency(term: string): number
}

const NO_TERMS: TermList = { terms: [], frequency: () => 0 }

interface Place {
  paragraph: Paragraph
  path: Section[]
  reply: Reply
}

export interface MiniViewSource extends IndexSettings {
  miniSearch: MiniIndex
  replies: ReadonlyMap<string, Reply>
  /** By paragraph id, not rounded. */
  lengths: ReadonlyMap<string, number>
  /** By paragraph id, the names of places in its text. */
  places: ReadonlyMap<string, readonly string[]>
}

export function createMiniView(source: MiniViewSource): MiniView {
  const { miniSearch, lengths } = source
  const replies = [...source.replies.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const places: Place[] = replies.flatMap(placesOf)
  const ordinals = new Map(places.map(({ paragraph }, ordinal) => [paragraph.id, ordinal]))
  const ordinalByNumber = new Map(
    places.map(({ paragraph }, ordinal) => [miniSearch.paragraphNumber(paragraph.id), ordinal]),
  )

  const terms = once(() => {
    const byField = new Map<Field, string[]>(FIELDS.map((field) => [field, []]))
    for (const [term, postings] of miniSearch.terms()) {
      for (const [field, list] of byField) if (postings.has(miniSearch.fieldNumber(field))) list.push(term)
    }
    for (const list of byField.values()) list.sort(byCodeUnits)
    return byField
  })

  let vocabularies: Promise<Map<Vocabulary, TermList>> | undefined

  async function readVocabularies(): Promise<Map<Vocabulary, TermList>> {
    // Loaded on use, for it brings the pinyin of every character.
    const loaded = await import('./vocabulary.js').catch(() => undefined)
    if (!loaded) {
      // They only add to what is found: without them it stays, and the next question tries again.
      vocabularies = undefined
      return new Map()
    }
    const vocabulary = loaded.createVocabulary(source.analyzer.folding)
    for (const reply of replies) vocabulary.add(reply)
    for (const word of terms().get('words')!) vocabulary.addWord(word, paragraphsWith('words', word))
    const compiled = vocabulary.compile()
    return new Map(
      VOCABULARIES.map((name) => {
        const entries = [...compiled[name]]
        const counts = new Map(entries)
        const list: TermList = {
          terms: entries.map(([term]) => term),
          frequency: (term) => counts.get(term) ?? 0,
        }
        return [name, list]
      }),
    )
  }

  async function listOf(field: Field | Vocabulary): Promise<TermList> {
    if (isVocabulary(field)) {
      vocabularies ??= readVocabularies()
      return (await vocabularies).get(field) ?? NO_TERMS
    }
    return { terms: terms().get(field)!, frequency: (term) => paragraphsWith(field, term) }
  }

  function paragraphsWith(field: Field, term: string): number {
    return miniSearch.lookup(term)?.get(miniSearch.fieldNumber(field))?.size ?? 0
  }

  function postings({ field, term }: TermKey): Postings {
    const found = miniSearch.lookup(term)?.get(miniSearch.fieldNumber(field as Field)) ?? new Map()
    const pairs = [...found]
      .map(([number, count]) => [ordinalByNumber.get(number) as number, count as number] as const)
      .sort(([a], [b]) => a - b)
    return {
      paragraphs: Uint32Array.from(pairs, ([ordinal]) => ordinal),
      frequencies: Uint8Array.from(pairs, ([, count]) => Math.min(255, count)),
    }
  }

  const coded = once(() =>
    Uint8Array.from(places, ({ paragraph }) => encodeLength(lengths.get(paragraph.id) as number)),
  )
  const totalLength = once(() => sum(lengths.values()))
  const totalWords = once(() =>
    sum((terms().get('words') as string[]).map((word) => paragraphsWith('words', word))),
  )
  const columns = new Map<ColumnName, Column>()
  const placeColumn = once(() => columnFrom(places.map(({ paragraph }) => source.places.get(paragraph.id)!)))

  return {
    get summary() {
      return {
        replies: replies.length,
        paragraphs: places.length,
        terms: (terms().get('words') as string[]).length,
        bytes: 0,
        segmenter: source.segmenter,
        formatVersion: FORMAT_VERSION,
      }
    },
    get totalLength() {
      return totalLength()
    },
    get totalWords() {
      return totalWords()
    },
    folding: traditionalFolding(),
    async lookup({ field, term }) {
      const documentFrequency = (await listOf(field)).frequency(term)
      return documentFrequency ? { field, term, documentFrequency } : undefined
    },
    async prefix(field, prefix, limit) {
      const { terms, frequency } = await listOf(field)
      const start = lowerBound(terms, prefix)
      const found: TermEntry[] = []
      for (const term of terms.slice(start, start + limit)) {
        if (!term.startsWith(prefix)) break
        found.push({ field, term, documentFrequency: frequency(term) })
      }
      return found
    },
    postings,
    lengths: coded,
    columns: (names) =>
      names.map((name) => {
        const column = columns.get(name) ?? (name === 'place' ? placeColumn() : columnOf(name, replies))
        columns.set(name, column)
        return column
      }),
    paragraph(ordinal) {
      const { paragraph, path, reply } = places[ordinal]!
      const { sections: _, ...head } = reply
      return toStored(ordinal, paragraph, path, head)
    },
    ordinal: (paragraphId) => ordinals.get(paragraphId),
    content: () => ({
      segmenter: source.segmenter,
      totalLength: totalLength(),
      folding: foldingFor(charactersOf(terms())),
      synonyms: source.synonyms,
      replies: () => replies,
      lengths: coded,
      ownColumns: { place: placeColumn },
      *terms(field): Generator<TermPostings> {
        for (const term of terms().get(field) as string[]) yield { term, postings: postings({ field, term }) }
      },
    }),
  }
}

function charactersOf(terms: ReadonlyMap<Field, readonly string[]>): Set<string> {
  return new Set([...terms.values()].flat().filter((term) => [...term].length === 1))
}

function isVocabulary(field: Field | Vocabulary): field is Vocabulary {
  return (VOCABULARIES as readonly string[]).includes(field)
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function once<T>(compute: () => T): () => T {
  let value: { it: T } | undefined
  return () => {
    value ??= { it: compute() }
    return value.it
  }
}

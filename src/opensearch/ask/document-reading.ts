import { columnFrom } from '../../postings/columns.js'
import { distinctTerms, nameTerms, proposalTitles, scoredLength } from '../../postings/documents.js'
import { encodeLength } from '../../postings/length.js'
import { listOf, type PostingList } from '../../postings/posting-list.js'
import type { Column, ColumnName, Field, StoredParagraph, TermEntry } from '../../postings/posting-store.js'
import { lengthNorms } from '../../search/find/bm25.js'
import type { Reading } from '../../search/find/reading.js'
import { bigramsOf } from '../../text/bigrams.js'
import type { FoldedText, Folding } from '../../text/normalize.js'
import { runsOf } from '../../text/runs.js'
import type { StoredDocument } from '../layout/documents.js'
import type { Head } from '../layout/head.js'

/** A paragraph as the cluster gives it back. */
export interface FoundDocument extends StoredDocument {
  values: Partial<Record<ColumnName, string[]>>
}

/** Some paragraphs of an index, numbered from 0 in the order that they are given in. */
export interface DocumentReading extends Reading {
  /** Numbers another one behind them. */
  add(document: FoundDocument): number
}

/**
 * What postings tell of a few paragraphs, made from their documents: with the counts of the whole index, code that scores
 * by postings scores these alike.
 */
export function documentReading(
  documents: readonly FoundDocument[],
  { paragraphs, totalLength }: Pick<Head, 'paragraphs' | 'totalLength'>,
  folding: Folding,
): DocumentReading {
  const known = documents.map((document) => readable(document, folding))
  let lists = new Map<TermEntry, PostingList>()
  let columns = new Map<ColumnName, Column>()
  let lengths = Uint8Array.from(known, ({ length }) => encodeLength(length))

  const listFor = (entry: TermEntry): PostingList => {
    let list = lists.get(entry)
    if (!list) {
      const frequencies = known.map(({ count }) => count(entry.field as Field, entry.term))
      const holding = frequencies.flatMap((frequency, ordinal) => (frequency > 0 ? [ordinal] : []))
      list = listOf({
        paragraphs: Uint32Array.from(holding),
        frequencies: Uint8Array.from(holding, (ordinal) => Math.min(255, frequencies[ordinal]!)),
      })
      lists.set(entry, list)
    }
    return list
  }

  return {
    paragraphs,
    norms: lengthNorms(totalLength / Math.max(1, paragraphs)),
    get ordinals() {
      return known.length
    },
    get lengths() {
      return lengths
    },
    add(document) {
      known.push(readable(document, folding))
      lengths = Uint8Array.from(known, ({ length }) => encodeLength(length))
      lists = new Map()
      columns = new Map()
      return known.length - 1
    },
    listsOf: (entries) => entries.map(listFor),
    columnOf(name) {
      const column = columns.get(name) ?? columnFrom(known.map(({ document }) => document.values[name] ?? []))
      columns.set(name, column)
      return column
    },
    paragraphOf: (ordinal) => storedParagraph(known[ordinal]!.document, ordinal),
    replyOf: (ordinal) => known[ordinal]!.document.reply.id,
    foldedOf: (ordinal) => known[ordinal]!.folded,
    async fetchParagraphs() {},
  }
}

interface Readable {
  document: FoundDocument
  folded: FoldedText
  length: number
  count(field: Field, term: string): number
}

function readable(document: FoundDocument, folding: Folding): Readable {
  const { paragraph, section, reply, place } = document
  const folded = folding.foldWithOffsets(paragraph.text)
  const runs = runsOf(folded.text).map(({ text }) => text)
  const words = document.words === '' ? [] : document.words.split(' ')
  const bigrams = runs.flatMap(bigramsOf)
  const characters = runs.flatMap((run) => [...run])
  const titles = (texts: readonly string[]): string[] => distinctTerms(texts, { folding })
  const termsOf: Record<Field, () => readonly string[]> = {
    words: () => words,
    bigrams: () => bigrams,
    characters: () => characters,
    sections: () => titles(paragraph.lead ? [...section.path, paragraph.lead] : section.path),
    proposals: () => titles(proposalTitles(reply)),
    names: () => (place === 0 ? nameTerms(reply, { folding }) : []),
  }
  const counts = new Map<Field, ReadonlyMap<string, number>>()
  return {
    document,
    folded,
    length: scoredLength(words.length + bigrams.length + characters.length, section.role),
    count(field, term) {
      let own = counts.get(field)
      if (!own) {
        own = countsOf(termsOf[field]())
        counts.set(field, own)
      }
      return own.get(term) ?? 0
    },
  }
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

function storedParagraph({ paragraph, section, reply }: FoundDocument, ordinal: number): StoredParagraph {
  return { ordinal, paragraph, section, reply }
}

import MiniSearch, { type Options } from 'minisearch'
import type { Analyzer } from '../text/analyzer.js'
import type { ParagraphTerms } from './documents.js'
import { TermMap } from './minisearch-terms.js'
import { FIELDS, type Field } from './posting-store.js'

/** What MiniSearch keeps under a term: field number → paragraph number → frequency. */
export type FieldPostings = ReadonlyMap<number, ReadonlyMap<number, number>>

/** A MiniSearch that is fed terms instead of text, keeps them in a hash map, and lets its postings be read. */
export class MiniIndex extends MiniSearch<ParagraphTerms> {
  readonly #terms = new TermMap<Map<number, Map<number, number>>>()

  constructor(analyzer: Analyzer) {
    super(optionsFor(analyzer))
    // The two entries of the package declare `SearchableMap` each for itself, with a private field: equal classes of
    // distinct types.
    this._index = this.#terms as unknown as typeof this._index
  }

  /** Every term of every field. */
  terms(): Iterable<[term: string, postings: FieldPostings]> {
    return this.#terms.hashEntries()
  }

  lookup(term: string): FieldPostings | undefined {
    return this.#terms.get(term)
  }

  fieldNumber(field: Field): number {
    return this._fieldIds[field] as number
  }

  /** MiniSearch's own number of a paragraph. */
  paragraphNumber(id: string): number {
    return this._idToShortId.get(id) as number
  }
}

function optionsFor(analyzer: Analyzer): Options<ParagraphTerms> {
  return {
    fields: [...FIELDS],
    extractField: (paragraph, field) =>
      field === 'id' ? paragraph.id : (paragraph.terms[field as Field] as unknown as string),
    // The fields hold terms already, not text: they pass through as the lists they are.
    stringifyField: (terms) => terms as unknown as string,
    tokenize: (terms) => terms as unknown as string[],
    processTerm: (term) => term,
    autoVacuum: false,
    searchOptions: {
      fields: ['words', 'bigrams'],
      tokenize: (text) => {
        const { words, bigrams } = analyzer.analyze(text)
        return [...words, ...bigrams]
      },
    },
    autoSuggestOptions: { fields: ['words'], tokenize: (text) => analyzer.analyze(text).words },
  }
}

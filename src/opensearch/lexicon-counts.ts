import { FIELDS, type TermKey } from '../postings/posting-store.js'
import { createVocabularyEntries, phrasesOf, type VocabularyEntries } from '../postings/vocabulary.js'
import type { Folding } from '../text/normalize.js'
import type { AnalyzedReply } from './documents.js'
import { LISTS, type List, type TermCount } from './lists.js'

/** Sorted lists that are put aside, to be read again in their order. */
export interface Aside {
  write(list: List, entries: readonly TermCount[]): Promise<void>
  /** One sequence for each time that something was written. */
  read(list: List): AsyncIterable<TermCount>[]
}

/** Terms that are counted before they are put aside: some 150 bytes each. */
const MOST_IN_MEMORY = 2_000_000

/** Counts in how many paragraphs each term stands, in bounded memory. */
export class LexiconCounts {
  #counts = newCounts()
  readonly #vocabulary: VocabularyEntries
  readonly #aside: Aside
  readonly #most: number

  constructor(folding: Folding, aside: Aside, most: number = MOST_IN_MEMORY) {
    this.#vocabulary = createVocabularyEntries(folding, (field, key, phrase, count) => {
      this.#add({ field, term: `${key}\0${phrase}` }, count)
    })
    this.#aside = aside
    this.#most = most
  }

  /** @param times -1 takes back what was added. */
  async add({ reply, paragraphs }: AnalyzedReply, times: 1 | -1 = 1): Promise<void> {
    for (const { terms } of paragraphs) {
      for (const field of FIELDS) for (const term of new Set(terms[field])) this.#add({ field, term }, times)
    }
    for (const [phrase, count] of phrasesOf(reply)) {
      this.#vocabulary.putPhrase(phrase, times * count)
    }
    await this.#spill()
  }

  /** The terms of one list in code unit order. Words come before all other lists, for these are made from them too. */
  async *sorted(list: List): AsyncGenerator<TermCount> {
    const isWords = list === 'words'
    const parts = [...this.#aside.read(list), sequenceOf(sortedEntries(this.#counts.get(list)!))]
    for await (const entry of merge(parts)) {
      yield entry
      if (!isWords) continue
      this.#vocabulary.putWord(...entry)
      await this.#spill('words')
    }
    this.#counts.set(list, new Map())
    if (isWords) this.#vocabulary.putSyllables()
  }

  #add({ field, term }: TermKey, count: number): void {
    const counts = this.#counts.get(field)!
    counts.set(term, (counts.get(term) ?? 0) + count)
  }

  /** @param but A list that is being read. */
  async #spill(but?: List): Promise<void> {
    const lists = LISTS.filter((list) => list !== but)
    const size = lists.reduce((sum, list) => sum + this.#counts.get(list)!.size, 0)
    if (size < this.#most) return
    for (const list of lists) {
      const entries = sortedEntries(this.#counts.get(list)!)
      this.#counts.set(list, new Map())
      if (entries.length > 0) await this.#aside.write(list, entries)
    }
  }
}

function newCounts(): Map<List, Map<string, number>> {
  return new Map(LISTS.map((list) => [list, new Map()]))
}

function sortedEntries(counts: ReadonlyMap<string, number>): TermCount[] {
  return [...counts.keys()].sort().map((term) => [term, counts.get(term)!])
}

async function* sequenceOf(entries: readonly TermCount[]): AsyncGenerator<TermCount> {
  yield* entries
}

/** Adds up the counts of sorted lists. */
async function* merge(parts: readonly AsyncIterable<TermCount>[]): AsyncGenerator<TermCount> {
  const heads = await Promise.all(
    parts.map(async (part) => {
      const iterator = part[Symbol.asyncIterator]()
      return { iterator, next: await iterator.next() }
    }),
  )
  for (;;) {
    let least: string | undefined
    for (const { next } of heads) {
      if (!next.done && (least === undefined || next.value[0] < least)) least = next.value[0]
    }
    if (least === undefined) return
    let total = 0
    for (const head of heads) {
      if (head.next.done || head.next.value[0] !== least) continue
      total += head.next.value[1]
      head.next = await head.iterator.next()
    }
    if (total > 0) yield [least, total]
  }
}

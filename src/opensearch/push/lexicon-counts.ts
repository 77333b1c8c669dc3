import { MostUsed } from '../../postings/most-used.js'
import { FIELDS } from '../../postings/posting-store.js'
import { createVocabularyEntries, phrasesOf, type VocabularyEntries } from '../../postings/vocabulary.js'
import type { Folding } from '../../text/normalize.js'
import type { AnalyzedReply } from '../layout/documents.js'
import { LISTS, type List, type TermCount } from '../layout/lists.js'

/** Sorted lists that are put aside, to be read again in their order. */
export interface Aside {
  write(list: List, entries: readonly TermCount[]): Promise<void>
  /** One sequence for each time that something was written, of some entries at a time. */
  read(list: List): AsyncIterable<readonly TermCount[]>[]
}

/** Terms that are counted before they are put aside: some 150 bytes each. */
const MOST_IN_MEMORY = 2_000_000
/** Terms that are handed on together. */
const AT_ONCE = 1_000

interface Counted {
  count: number
  /** The turn in which it was counted last. */
  last: number
}

/** Counts in how many paragraphs each term stands, in bounded memory. */
export class LexiconCounts {
  readonly #counts = new Map(LISTS.map((list) => [list, new Map<string, Counted>()]))
  /** Of what a term counts once in: a paragraph, or an entry of a vocabulary. */
  #turn = 0
  readonly #vocabulary: VocabularyEntries
  readonly #aside: Aside
  readonly #most: number

  constructor(folding: Folding, aside: Aside, most: number = MOST_IN_MEMORY) {
    this.#vocabulary = createVocabularyEntries(folding, (field, key, phrase, count) => {
      this.#turn++
      this.#add(this.#counts.get(field)!, `${key}\0${phrase}`, count)
    })
    this.#aside = aside
    this.#most = most
  }

  /** @param times -1 takes back what was added. */
  async add({ reply, paragraphs }: AnalyzedReply, times: 1 | -1 = 1): Promise<void> {
    for (const { terms } of paragraphs) {
      this.#turn++
      for (const field of FIELDS) {
        const counts = this.#counts.get(field)!
        for (const term of terms[field]) this.#add(counts, term, times)
      }
    }
    for (const [phrase, count] of phrasesOf(reply)) {
      this.#vocabulary.putPhrase(phrase, times * count)
    }
    await this.#spill()
  }

  /**
   * The terms of one list in code unit order, some at a time. Words come before all other lists, for these are made from
   * them too.
   */
  async *sorted(list: List): AsyncGenerator<readonly TermCount[]> {
    const isWords = list === 'words'
    const parts = [...this.#aside.read(list), sequenceOf(sortedEntries(this.#counts.get(list)!))]
    const merged = merge(parts)
    for await (const entries of list === 'readings' || list === 'initials' ? mostUsed(merged) : merged) {
      yield entries
      if (!isWords) continue
      for (const entry of entries) this.#vocabulary.putWord(...entry)
      await this.#spill('words')
    }
    this.#counts.set(list, new Map())
    if (isWords) this.#vocabulary.putSyllables()
  }

  /** A term counts once in a turn. */
  #add(counts: Map<string, Counted>, term: string, count: number): void {
    const counted = counts.get(term)
    if (!counted) counts.set(term, { count, last: this.#turn })
    else if (counted.last !== this.#turn) {
      counted.count += count
      counted.last = this.#turn
    }
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

function sortedEntries(counts: ReadonlyMap<string, Counted>): TermCount[] {
  return [...counts.keys()].sort().map((term) => [term, counts.get(term)!.count])
}

async function* sequenceOf(entries: readonly TermCount[]): AsyncGenerator<readonly TermCount[]> {
  yield entries
}

/** Adds up the counts of sorted lists. */
async function* merge(parts: readonly AsyncIterable<readonly TermCount[]>[]): AsyncGenerator<TermCount[]> {
  const cursors = await Promise.all(parts.map(cursorOf))
  let merged: TermCount[] = []
  for (;;) {
    let least: string | undefined
    for (const { entry } of cursors) {
      if (entry && (least === undefined || entry[0] < least)) least = entry[0]
    }
    if (least === undefined) break
    let total = 0
    for (const cursor of cursors) {
      if (cursor.entry?.[0] !== least) continue
      total += cursor.entry[1]
      cursor.entry = cursor.some[cursor.next++] ?? (await nextOf(cursor))
    }
    if (total > 0) merged.push([least, total])
    if (merged.length < AT_ONCE) continue
    yield merged
    merged = []
  }
  yield merged
}

async function* mostUsed(lists: AsyncIterable<readonly TermCount[]>): AsyncGenerator<TermCount[]> {
  const used = new MostUsed()
  for await (const entries of lists) yield entries.flatMap((entry) => used.add(entry))
  yield used.end()
}

/** Where a list is read. */
interface Cursor {
  readonly iterator: AsyncIterator<readonly TermCount[]>
  entry: TermCount | undefined
  some: readonly TermCount[]
  next: number
}

async function cursorOf(list: AsyncIterable<readonly TermCount[]>): Promise<Cursor> {
  const cursor: Cursor = { iterator: list[Symbol.asyncIterator](), entry: undefined, some: [], next: 0 }
  cursor.entry = await nextOf(cursor)
  return cursor
}

/** The entry behind those that were read. */
async function nextOf(cursor: Cursor): Promise<TermCount | undefined> {
  do {
    const { done, value } = await cursor.iterator.next()
    if (done) return undefined
    cursor.some = value
  } while (cursor.some.length === 0)
  cursor.next = 1
  return cursor.some[0]
}

import { MOST_OF_KIND, parseVocabularyTerm } from './vocabulary-term.js'

type TermCount = readonly [term: string, count: number]

const FEWEST = Math.min(...Object.values(MOST_OF_KIND))

/** Of sorted terms of a vocabulary, the most used of each kind under each key; of equal ones the first. */
export class MostUsed {
  #key = ''
  #same: TermCount[] = []

  /** @returns Those of the key before, where the term is the first of its own. */
  add(entry: TermCount): TermCount[] {
    const [term] = entry
    if (term.startsWith(this.#key) && this.#same.length > 0) {
      this.#same.push(entry)
      return []
    }
    const before = this.end()
    this.#key = term.slice(0, term.indexOf('\0') + 1)
    this.#same.push(entry)
    return before
  }

  /** @returns Those of the last key. */
  end(): TermCount[] {
    const same = this.#same
    this.#same = []
    if (same.length <= FEWEST) return same
    const left = { ...MOST_OF_KIND }
    const kept = new Set(
      [...same].sort((a, b) => b[1] - a[1]).filter(([term]) => left[parseVocabularyTerm(term).kind]-- > 0),
    )
    return same.filter((entry) => kept.has(entry))
  }
}

export function* mostUsed(sorted: Iterable<TermCount>): Generator<TermCount> {
  const used = new MostUsed()
  for (const entry of sorted) yield* used.add(entry)
  yield* used.end()
}

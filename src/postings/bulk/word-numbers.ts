import type { Analyzer } from '../../text/analyzer.js'
import { NumberList } from '../number-list.js'
import { keyOf } from './list-cursor.js'
import type { PostingLog } from './posting-log.js'
import { TextTable } from './text-table.js'

/** The words of some texts, but for those in letters and digits, as numbers, to be handed from thread to thread. */
export interface NumberedWords {
  /**
   * Of all texts, one after the other: of a word of one or two code units its key, of a longer one `LONGER` and its
   * number.
   */
  numbers: Uint32Array<ArrayBuffer>
  /** Of each text, where its numbers end. */
  ends: Uint32Array<ArrayBuffer>
  /** The number of the first new word; at 0 all words before are forgotten. */
  first: number
  /** The words of more than two code units that are numbered from there on. */
  words: string[]
  /** The names of places in the texts, one after the other … */
  places: string[]
  /** … and of each text, where its own end: a list for each would take long to hand over. */
  placeEnds: Uint32Array<ArrayBuffer>
}

/** No word's key. */
const LONGER = 0
/** Segments whose words are remembered at a time: more than letters have, and some 25 MB. */
const REMEMBERED = 2 ** 18

/** Returns what numbers the words of texts as they first come. */
export function wordNumbering(analyzer: Analyzer): (texts: readonly string[]) => NumberedWords {
  let known = new Map<string, number>()
  let segments = new TextTable()
  /** Of each segment its part in names of places, how many numbers its words take, and these. */
  let lists = new NumberList()
  return (texts) => {
    if (segments.size > REMEMBERED) {
      known = new Map()
      segments = new TextTable()
      lists = new NumberList()
    }
    const first = known.size
    const numbers = new NumberList()
    const ends = new Uint32Array(texts.length)
    const words: string[] = []
    const places: string[] = []
    const placeEnds = new Uint32Array(texts.length)

    function put(word: string): void {
      if (word.length <= 2) {
        lists.push(keyOf(word))
        return
      }
      let number = known.get(word)
      if (number === undefined) {
        number = known.size
        known.set(word, number)
        words.push(word)
      }
      lists.push(LONGER)
      lists.push(number)
    }

    function learn(text: string, start: number, end: number): number {
      const list = lists.length
      const segment = text.slice(start, end)
      lists.push(analyzer.placePart(segment))
      lists.push(0)
      for (const word of analyzer.wordsOf(segment)) put(word)
      lists.set(list + 1, lists.length - list - 2)
      segments.set(text, start, end, list)
      return list
    }

    texts.forEach((text, i) => {
      const segmentEnds = analyzer.segmentEnds(text)
      const parts: number[] = []
      let start = 0
      for (const end of segmentEnds) {
        const known = segments.find(text, start, end)
        const list = known < 0 ? learn(text, start, end) : known
        parts.push(lists.at(list))
        for (let next = list + 2, last = next + lists.at(list + 1); next < last; next++)
          numbers.push(lists.at(next))
        start = end
      }
      ends[i] = numbers.length
      places.push(...analyzer.places(text, segmentEnds, parts))
      placeEnds[i] = places.length
    })
    return { numbers: numbers.values.slice(), ends, first, words, places, placeEnds }
  }
}

/** The longer words of one numbering, and their codes in a log. */
export class WordTable {
  #words: string[] = []
  #log: PostingLog | undefined
  #generation = 0
  /** Plus 1. */
  #codes = new Float64Array(2 ** 10)

  learn({ first, words }: NumberedWords): void {
    if (first === 0) {
      this.#words = []
      this.#log = undefined
    }
    for (const word of words) this.#words.push(word)
  }

  /** The code in `log` of the word that the numbering has numbered so. */
  codeIn(log: PostingLog, word: number): number {
    if (this.#log !== log || this.#generation !== log.generation) {
      this.#log = log
      this.#generation = log.generation
      this.#codes.fill(0)
    }
    if (word >= this.#codes.length) this.#grow()
    const known = this.#codes[word]!
    if (known) return known - 1
    const code = log.codeOf(this.#words[word]!)
    this.#codes[word] = code + 1
    return code
  }

  #grow(): void {
    const larger = new Float64Array(this.#words.length * 2)
    larger.set(this.#codes)
    this.#codes = larger
  }
}

/** The words of some texts, to be taken text by text. */
export class TextWords {
  readonly #table: WordTable
  readonly #words: NumberedWords
  #text = 0
  #next = 0

  /** @param table Of the same numbering, whose words are to be taken in its order. */
  constructor(table: WordTable, words: NumberedWords) {
    this.#table = table
    this.#words = words
  }

  /** The names of places in the next text. */
  get places(): readonly string[] {
    const { places, placeEnds } = this.#words
    return places.slice(placeEnds[this.#text - 1] ?? 0, placeEnds[this.#text])
  }

  /**
   * Adds the words of the next text, but for those in letters and digits, to a log.
   *
   * @returns How many there are.
   */
  addNext(log: PostingLog, paragraph: number): number {
    if (this.#text === 0) this.#table.learn(this.#words)
    const { numbers, ends } = this.#words
    let count = 0
    for (const end = ends[this.#text++]!; this.#next < end; count++) {
      const number = numbers[this.#next++]!
      if (number !== LONGER) log.addKey(number, paragraph)
      else log.add(this.#table.codeIn(log, numbers[this.#next++]!), paragraph)
    }
    return count
  }
}

import type { Reply, Section } from '../reply/reply.js'
import { commonCharacters } from '../text/common-characters.js'
import { classOf, type Folding, IDEOGRAPHIC } from '../text/normalize.js'
import { createPrintedWords } from '../text/printed-words.js'
import { readingOf, syllablesOf } from '../text/readings.js'
import { type Run, runsOf } from '../text/runs.js'
import { namesOf, proposalTitles } from './documents.js'
import { mostUsed } from './most-used.js'
import type { Vocabulary } from './posting-store.js'
import { TermCounts } from './term-counts.js'
import type { PhraseKind } from './vocabulary-term.js'

export interface VocabularyBuilder {
  add(reply: Reply): void
  /** Adds a term of the field `words`; each once. */
  addWord(word: string, documentFrequency: number): void
  /** All entries by code unit, each list to be read once; to be called once, at the end. */
  compile(): Record<Vocabulary, Iterable<readonly [term: string, count: number]>>
}

/** Gathers what is found by typing: words, titles and names, under their pinyin and their folded form. */
export function createVocabulary(folding: Folding): VocabularyBuilder {
  const phrases = new Map<string, number>()
  const lists = {
    readings: new TermCounts(),
    initials: new TermCounts(),
    titles: new TermCounts(),
    syllables: new TermCounts(),
  }
  const entries = createVocabularyEntries(folding, (vocabulary, key, phrase, count) => {
    lists[vocabulary].add(key, phrase, count)
  })

  return {
    add(reply) {
      for (const [phrase, paragraphs] of phrasesOf(reply)) {
        phrases.set(phrase, (phrases.get(phrase) ?? 0) + paragraphs)
      }
    },
    addWord: entries.putWord,
    compile() {
      for (const [phrase, paragraphs] of phrases) entries.putPhrase(phrase, paragraphs)
      phrases.clear()
      entries.putSyllables()
      return {
        readings: mostUsed(lists.readings.drain()),
        initials: mostUsed(lists.initials.drain()),
        titles: lists.titles.drain(),
        syllables: lists.syllables.drain(),
      }
    },
  }
}

/** What a reply adds beside its words: titles and names, behind a letter for what they are, and in how many paragraphs. */
export function phrasesOf(reply: Reply): [phrase: string, paragraphs: number][] {
  const found: [string, number][] = []
  const add = (kind: PhraseKind, text: string, paragraphs: number): void => {
    if (paragraphs > 0) found.push([kind + text, paragraphs])
  }
  const addSection = (section: Section): number => {
    let paragraphs = section.paragraphs.length
    for (const inner of section.sections) paragraphs += addSection(inner)
    if (section.title) add('s', section.title, paragraphs)
    return paragraphs
  }
  let paragraphs = 0
  for (const section of reply.sections) paragraphs += addSection(section)
  for (const title of proposalTitles(reply)) add('p', title, paragraphs)
  for (const name of namesOf(reply)) add('n', name, paragraphs && 1)
  return found
}

/** Tells where words and phrases are found. */
export interface VocabularyEntries {
  putWord(word: string, count: number): void
  /** @param phrase As `phrasesOf` gives it. */
  putPhrase(phrase: string, count: number): void
  /** Of the characters of all words, and of those in everyday use; to be called once, at the end. */
  putSyllables(): void
}

/** @param put Takes an entry: its key, what is found there, and in how many paragraphs. */
export function createVocabularyEntries(
  folding: Folding,
  put: (vocabulary: Vocabulary, key: string, phrase: string, count: number) => void,
): VocabularyEntries {
  const { printed, characters: printedCharacters } = createPrintedWords(folding)
  const characters = new CharacterSet()

  function putReading(folded: string, phrase: string, count: number): void {
    const reading = readingOf(printed(folded))
    for (const full of reading.full) if (full) put('readings', full, phrase, count)
    if (reading.initials) put('initials', reading.initials, phrase, count)
  }

  return {
    putWord(word, count) {
      characters.addAll(word)
      if (isPhrase(word)) putReading(word, `t${word}`, count)
    },
    putPhrase(phrase, count) {
      const folded = folding.fold(phrase.slice(1))
      if (isPhrase(folded)) putReading(folded, phrase, count)
      if (folded) put('titles', folded, phrase, count)
    },
    putSyllables() {
      for (const character of commonCharacters()) characters.addAll(folding.fold(character))
      const printedFor = new Map<string, string[]>()
      for (const [character, folded] of printedCharacters) {
        characters.addAll(folded)
        printedFor.set(folded, [...(printedFor.get(folded) ?? []), character])
      }
      for (const character of characters) {
        const forms = [character, ...(printedFor.get(character) ?? [])]
        for (const syllable of new Set(forms.flatMap(syllablesOf))) {
          put('syllables', character, `t${syllable}`, 1)
        }
      }
    },
  }
}

/** Two or more ideographs: a single one has too many homophones to be worth typing. */
function isPhrase(word: string): boolean {
  const [first = '', second] = word
  if (second === undefined) return false
  return classOf(first) === IDEOGRAPHIC || classOf(second) === IDEOGRAPHIC || runsOf(word).some(hasIdeographs)
}

function hasIdeographs({ stretches }: Run): boolean {
  return stretches.some((stretch) => !stretch.alphabetic)
}

/** Characters (code points); those of one code unit are marked in a table, for there are many words. */
class CharacterSet {
  readonly #units = new Uint8Array(2 ** 16)
  readonly #others = new Set<string>()

  addAll(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if ((unit & 0xf800) !== 0xd800) {
        this.#units[unit] = 1
        continue
      }
      const character = String.fromCodePoint(text.codePointAt(i)!)
      this.#others.add(character)
      i += character.length - 1
    }
  }

  *[Symbol.iterator](): Generator<string> {
    for (let unit = 0; unit < this.#units.length; unit++) {
      if (this.#units[unit]) yield String.fromCharCode(unit)
    }
    yield* this.#others
  }
}

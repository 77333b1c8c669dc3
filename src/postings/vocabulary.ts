import type { Reply, Section } from '../reply/reply.js'
import { commonCharacters } from '../text/common-characters.js'
import type { Folding } from '../text/normalize.js'
import { createPrintedWords } from '../text/printed-words.js'
import { readingOf, syllablesOf } from '../text/readings.js'
import { runsOf } from '../text/runs.js'
import { namesOf, proposalTitles } from './documents.js'
import type { Vocabulary } from './posting-store.js'
import type { PhraseKind } from './vocabulary-term.js'

/** Sorted by code unit; the number is the count of paragraphs. */
export type VocabularyEntries = [term: string, documentFrequency: number][]

export interface VocabularyBuilder {
  add(reply: Reply): void
  /** @param words The terms of the field `words` with their document frequencies, in any order. */
  compile(
    words: Iterable<readonly [word: string, documentFrequency: number]>,
  ): Map<Vocabulary, VocabularyEntries>
}

/** Gathers what is found by typing: words, titles and names, under their pinyin and their folded form. */
export function createVocabulary(folding: Folding): VocabularyBuilder {
  const phrases = new Map<string, number>()
  const { printed, characters: printedCharacters } = createPrintedWords(folding)

  function count(kind: PhraseKind, text: string, paragraphs: number): void {
    if (paragraphs > 0) phrases.set(kind + text, (phrases.get(kind + text) ?? 0) + paragraphs)
  }

  return {
    add(reply) {
      let paragraphs = 0
      for (const section of reply.sections) paragraphs += addSection(section)
      for (const title of proposalTitles(reply)) count('p', title, paragraphs)
      for (const name of namesOf(reply)) count('n', name, paragraphs && 1)
    },
    compile(words) {
      const vocabularies = new Map<Vocabulary, Map<string, number>>([
        ['readings', new Map()],
        ['initials', new Map()],
        ['titles', new Map()],
        ['syllables', new Map()],
      ])
      const put = (vocabulary: Vocabulary, key: string, phrase: string, count: number): void => {
        if (key) vocabularies.get(vocabulary)?.set(`${key}\0${phrase}`, count)
      }
      const putReading = (folded: string, phrase: string, count: number): void => {
        const reading = readingOf(printed(folded))
        for (const full of reading.full) put('readings', full, phrase, count)
        put('initials', reading.initials, phrase, count)
      }
      const characters = new Set(commonCharacters().map((character) => folding.fold(character)))
      for (const [word, documentFrequency] of words) {
        for (const character of word) characters.add(character)
        if (isPhrase(word)) putReading(word, `t${word}`, documentFrequency)
      }
      for (const [phrase, paragraphs] of phrases) {
        const folded = folding.fold(phrase.slice(1))
        if (isPhrase(folded)) putReading(folded, phrase, paragraphs)
        put('titles', folded, phrase, paragraphs)
      }
      for (const character of characters) {
        for (const syllable of syllablesOf(character)) put('syllables', character, `t${syllable}`, 1)
      }
      for (const [character, folded] of printedCharacters) {
        for (const syllable of syllablesOf(character)) put('syllables', folded, `t${syllable}`, 1)
      }
      return new Map([...vocabularies].map(([name, entries]) => [name, sorted(entries)]))
    },
  }

  function addSection(section: Section): number {
    let paragraphs = section.paragraphs.length
    for (const inner of section.sections) paragraphs += addSection(inner)
    if (section.title) count('s', section.title, paragraphs)
    return paragraphs
  }
}

/** Two or more ideographs: a single one has too many homophones to be worth typing. */
function isPhrase(word: string): boolean {
  const stretches = runsOf(word).flatMap((run) => run.stretches)
  return stretches.some((stretch) => !stretch.alphabetic) && [...word].length > 1
}

function sorted(entries: ReadonlyMap<string, number>): VocabularyEntries {
  return [...entries.keys()].sort().map((term) => [term, entries.get(term)!])
}

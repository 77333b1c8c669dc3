import type { Reply, Section } from '../reply/reply.js'
import { commonCharacters } from '../text/common-characters.js'
import { classOf, type Folding, IDEOGRAPHIC } from '../text/normalize.js'
import { createPrintedWords } from '../text/printed-words.js'
import { readingOf, syllablesOf } from '../text/readings.js'
import { type Run, runsOf } from '../text/runs.js'
import { namesOf, proposalTitles } from './documents.js'
import type { Vocabulary } from './posting-store.js'
import { TermCounts } from './term-counts.js'
import type { PhraseKind } from './vocabulary-term.js'

export interface VocabularyBuilder {
  add(reply: Reply): void
  /** Adds a term of the field `words`; each once. */
  addWord(word: string, documentFrequency: number): void
  /** All entries, to be called once, at the end. */
  compile(): Record<Vocabulary, TermCounts>
}

/** Gathers what is found by typing: words, titles and names, under their pinyin and their folded form. */
export function createVocabulary(folding: Folding): VocabularyBuilder {
  const phrases = new Map<string, number>()
  const { printed, characters: printedCharacters } = createPrintedWords(folding)
  const characters = new CharacterSet()
  const readings = new TermCounts()
  const initials = new TermCounts()

  function count(kind: PhraseKind, text: string, paragraphs: number): void {
    if (paragraphs > 0) phrases.set(kind + text, (phrases.get(kind + text) ?? 0) + paragraphs)
  }

  function putReading(folded: string, phrase: string, count: number): void {
    const reading = readingOf(printed(folded))
    for (const full of reading.full) if (full) readings.add(full, phrase, count)
    if (reading.initials) initials.add(reading.initials, phrase, count)
  }

  return {
    add(reply) {
      let paragraphs = 0
      for (const section of reply.sections) paragraphs += addSection(section)
      for (const title of proposalTitles(reply)) count('p', title, paragraphs)
      for (const name of namesOf(reply)) count('n', name, paragraphs && 1)
    },
    addWord(word, documentFrequency) {
      characters.addAll(word)
      if (isPhrase(word)) putReading(word, `t${word}`, documentFrequency)
    },
    compile() {
      const titles = new TermCounts()
      const syllables = new TermCounts()
      for (const [phrase, paragraphs] of phrases) {
        const folded = folding.fold(phrase.slice(1))
        if (isPhrase(folded)) putReading(folded, phrase, paragraphs)
        if (folded) titles.add(folded, phrase, paragraphs)
      }
      for (const character of commonCharacters()) characters.addAll(folding.fold(character))
      const printedFor = new Map<string, string[]>()
      for (const [character, folded] of printedCharacters) {
        characters.addAll(folded)
        printedFor.set(folded, [...(printedFor.get(folded) ?? []), character])
      }
      for (const character of characters) {
        const forms = [character, ...(printedFor.get(character) ?? [])]
        for (const syllable of new Set(forms.flatMap(syllablesOf))) {
          syllables.add(character, `t${syllable}`, 1)
        }
      }
      return { readings, initials, titles, syllables }
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

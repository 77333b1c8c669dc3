import type { TermEntry, TermStore } from '../../postings/posting-store.js'
import { MOST_OF_KIND, parseVocabularyTerm } from '../../postings/vocabulary-term.js'
import type { Folding } from '../../text/normalize.js'
import { isOneEdit } from '../../text/one-edit.js'
import type { Run } from '../../text/runs.js'
import {
  confusedSpellings,
  cutSyllables,
  isSyllable,
  otherInitials,
  plainSound,
} from '../../text/syllables.js'
import { NO_INITIALS, VOWEL } from './doubt.js'
import { FEWEST_SYLLABLES, initialsOf, isSpelled, MOST_UNITS } from './letters.js'
import { severalWords } from './several-words.js'

/** Texts of the index by how they are typed or sound; folded, the most used first. */
export interface Readings {
  /**
   * Spelled in full, by initials, or in several words: kejichengguo is 科技成果.
   * @param likely Told the several words, if it may be these, while it is looked whether it is something else.
   */
  textsSpelled(letters: string, likely: (texts: string[]) => void): Promise<string[]>
  /** Spelled in full. */
  textsRead(letters: string): Promise<string[]>
  /** Of as many characters. */
  textsOfUnits(units: readonly string[]): Promise<TextsOfUnits>
  /** Spelled in several words, as far as they are words of the index; else in other spellings of the same sound. */
  inSeveralWords(letters: string): Promise<string[]>
  /** Spelled in part: 先投hougu, 先投hg. */
  textsLike(run: Run): Promise<string[]>
  /** How a run is typed: its letters, behind and between the readings or the initials of its ideographs. */
  spellingsOf(run: Run): Promise<{ full: string[]; initials: string[]; ideographs: string[] }>
  /** Of as many characters, and other ones. */
  textsSounding(characters: readonly string[]): Promise<string[]>
}

export interface TextsOfUnits {
  /** Each character is spelled in full, in part or by its initial: xian t h g. */
  spelled: string[]
  /** Where there are none: spelled in full, but for one slip or what many ears do not tell apart: xian tou huo gu. */
  near: string[]
}

/** Texts that are taken of those that sound alike. */
const MOST_TEXTS = 12
/** Of those with the same initials, which are more, while they stand in so few paragraphs that their lists are short. */
const MOST_ABBREVIATED = MOST_OF_KIND.t
const SHORT_LISTS = 4_000
/** How many of them may be titles, and how many names. */
const MOST_TITLES = 4
const MOST_NAMES = 2
/** Entries with one beginning that are compared by use. */
const MOST_ENTRIES = 1_000
/** Readings of one piece: characters with several multiply. */
const MOST_READINGS = 8
/** Shorter words are too near to too many others. */
const FEWEST_NEAR = 3

export function createReadings({
  store,
  folding,
  signal,
}: {
  store: TermStore
  folding: Folding
  signal: AbortSignal | undefined
}): Readings {
  async function textsAt(vocabulary: 'readings' | 'initials', keys: readonly string[]): Promise<string[]> {
    return textsOf(
      keys.map((key) => `${key}\0`),
      vocabulary,
    )
  }

  /** @param beginnings Of entries: whole keys end in \0. */
  async function textsOf(
    beginnings: readonly string[],
    vocabulary: 'readings' | 'initials' = 'readings',
  ): Promise<string[]> {
    const lists = await Promise.all(
      beginnings.map((beginning) => store.prefix(vocabulary, beginning, MOST_ENTRIES, signal)),
    )
    return mostUsed(lists.flat(), vocabulary === 'initials' ? MOST_ABBREVIATED : MOST_TEXTS)
  }

  /** Words and titles in turn, for a title is rare however well it is known; some names between them. */
  function mostUsed(entries: readonly TermEntry[], most: number): string[] {
    const sorted = [...entries].sort((a, b) => b.documentFrequency - a.documentFrequency)
    const byKind: Record<'words' | 'titles' | 'names', TermEntry[]> = { words: [], titles: [], names: [] }
    for (const entry of sorted) {
      const { kind } = parseVocabularyTerm(entry.term)
      byKind[kind === 't' ? 'words' : kind === 'n' ? 'names' : 'titles'].push(entry)
    }
    const lists = [byKind.words, byKind.titles.slice(0, MOST_TITLES), byKind.names.slice(0, MOST_NAMES)]
    const inTurn = Array.from({ length: most }, (_, i) => lists.flatMap((list) => list[i] ?? []))
    const texts = new Set<string>()
    let paragraphs = 0
    for (const { term, documentFrequency } of inTurn.flat()) {
      paragraphs += documentFrequency
      if (texts.size >= (paragraphs > SHORT_LISTS ? MOST_TEXTS : most)) break
      texts.add(folding.fold(parseVocabularyTerm(term).text))
    }
    return [...texts]
  }

  const syllables = new Map<string, Promise<string[]>>()
  function syllablesOf(character: string): Promise<string[]> {
    let known = syllables.get(character)
    if (!known) {
      known = readSyllables(character)
      syllables.set(character, known)
    }
    return known
  }

  async function readSyllables(character: string): Promise<string[]> {
    const entries = await store.prefix('syllables', `${character}\0`, MOST_READINGS, signal)
    return entries.map(({ term }) => parseVocabularyTerm(term).text)
  }

  /** What is typed for a piece: letters as they are, ideographs in each of their readings. */
  async function spellings(
    units: readonly string[],
    shorten: (syllable: string) => string,
  ): Promise<string[]> {
    const choices = await Promise.all(
      units.map(async (unit) => {
        if (isLatin(unit)) return [unit]
        return [...new Set((await syllablesOf(unit)).map(shorten))]
      }),
    )
    return combinationsOf(choices)
  }

  async function spellingsOf(run: Run): ReturnType<Readings['spellingsOf']> {
    const units = unitsOf(run)
    const [full, initials] = await Promise.all([
      spellings(units, (syllable) => syllable),
      spellings(units, (syllable) => syllable.charAt(0)),
    ])
    return { full, initials, ideographs: units.filter((unit) => !isLatin(unit)) }
  }

  async function textsOfUnits(units: readonly string[]): Promise<TextsOfUnits> {
    if (units.length < FEWEST_SYLLABLES || units.length > MOST_UNITS) return { spelled: [], near: [] }
    const texts = await textsAt('initials', [initialsOf(units)])
    const candidates = await Promise.all(
      texts.map(async (text) => ({ text, sounds: await Promise.all([...text].map(syllablesOf)) })),
    )
    const equal = candidates.filter(({ sounds }) => sounds.length === units.length)
    const spelled = equal.filter(({ sounds }) =>
      units.every((unit, i) => sounds[i]!.some((syllable) => syllable.startsWith(unit))),
    )
    const isWhole = spelled.length === 0 && units.length >= FEWEST_NEAR && units.every(isSyllable)
    const near = isWhole ? equal.filter(({ sounds }) => isNear(units.join(''), sounds)) : []
    return { spelled: spelled.map(({ text }) => text), near: near.map(({ text }) => text) }
  }

  /** Letters that spell nothing are read by ears that tell no zh from z. */
  async function orHeard(texts: string[], letters: string): Promise<string[]> {
    if (texts.length > 0) return texts
    const units = cutSyllables(letters, MOST_UNITS).find((cut) => cut.every(isSyllable)) ?? []
    if (units.length < FEWEST_NEAR) return textsAt('readings', confusedSpellings(units))
    const heard = await Promise.all(otherInitials(units).map(textsOfUnits))
    return heard.flatMap(({ spelled, near }) => [...spelled, ...near])
  }

  const wordsIn = (letters: string): Promise<string[]> => severalWords(letters, textsOf)

  return {
    async textsSpelled(letters, likely) {
      const [full, initials] = await Promise.all([
        VOWEL.test(letters) ? textsAt('readings', [letters]) : [],
        NO_INITIALS.test(letters) ? [] : textsAt('initials', [letters]),
      ])
      const whole = [...new Set([...full, ...initials])].slice(0, MOST_ABBREVIATED)
      if (whole.length > 0) return whole
      const [abbreviated, words, ...shortened] = await Promise.all([
        textsAt('initials', [letters]),
        wordsIn(letters).then((texts) => {
          if (texts.length > 0) likely(texts)
          return texts
        }),
        ...cutSyllables(letters, MOST_UNITS).map(textsOfUnits),
      ])
      if (abbreviated.length > 0) return abbreviated
      const spelled = new Set(shortened.flatMap((texts) => texts.spelled))
      const near = new Set([...shortened.flatMap((texts) => texts.near), ...words])
      return spelled.size > 0 ? [...spelled].slice(0, MOST_TEXTS) : orHeard([...near], letters)
    },
    textsRead: (letters) => textsAt('readings', [letters]),
    textsOfUnits,
    inSeveralWords: async (letters) => orHeard(await wordsIn(letters), letters),
    async textsLike(run) {
      const { full, initials, ideographs } = await spellingsOf(run)
      const letters = run.stretches.flatMap(({ text, alphabetic }) => (alphabetic ? text : []))
      const texts = await Promise.all([
        letters.every((some) => VOWEL.test(some)) ? textsAt('readings', full) : [],
        letters.some(isSpelled) ? [] : textsAt('initials', initials),
      ])
      return [...new Set(texts.flat())].filter((text) => containsInOrder(text, ideographs))
    },
    spellingsOf,
    async textsSounding(characters) {
      const keys = await spellings(characters, (syllable) => syllable)
      const typed = characters.join('')
      const texts = keys.includes('') ? [] : await textsAt('readings', keys)
      return texts.filter((text) => text !== typed && [...text].length === characters.length)
    },
  }
}

/** Whether syllables are those of a text, but for one slip or for what many ears do not tell apart. */
function isNear(letters: string, sounds: readonly (readonly string[])[]): boolean {
  const typed = plainSound(letters)
  return combinationsOf(sounds).some((spelled) => {
    const meant = plainSound(spelled)
    return meant === typed || isOneEdit(meant, typed)
  })
}

/** One of each in turn, put together; the first ones of many. */
function combinationsOf(choices: readonly (readonly string[])[]): string[] {
  let combined = ['']
  for (const choice of choices) {
    combined = combined.flatMap((before) => choice.map((next) => before + next)).slice(0, MOST_READINGS)
  }
  return combined
}

function unitsOf(run: Run): string[] {
  return run.stretches.flatMap((stretch) => (stretch.alphabetic ? [stretch.text] : [...stretch.text]))
}

function isLatin(unit: string): boolean {
  return /^[a-z0-9]/.test(unit)
}

function containsInOrder(text: string, parts: readonly string[]): boolean {
  let at = 0
  return parts.every((part) => {
    at = text.indexOf(part, at) + 1
    return at > 0
  })
}

import type { TermStore } from '../../postings/posting-store.js'
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
import { combinationsOf, createSpellings, type Spellings } from './spellings.js'
import { createTextsByKey, MOST_ABBREVIATED, MOST_TEXTS } from './texts-by-key.js'

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
  spellingsOf: Spellings['ofRun']
  /** Of as many characters, and other ones. */
  textsSounding(characters: readonly string[]): Promise<string[]>
}

export interface TextsOfUnits {
  /** Each character is spelled in full, in part or by its initial: xian t h g. */
  spelled: string[]
  /** Where there are none: spelled in full, but for one slip or what many ears do not tell apart: xian tou huo gu. */
  near: string[]
}

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
  const { at: textsAt, beginning } = createTextsByKey(store, folding, signal)
  const spellings = createSpellings(store, signal)

  async function textsOfUnits(units: readonly string[]): Promise<TextsOfUnits> {
    if (units.length < FEWEST_SYLLABLES || units.length > MOST_UNITS) return { spelled: [], near: [] }
    const texts = await textsAt('initials', [initialsOf(units)])
    const candidates = await Promise.all(
      texts.map(async (text) => ({ text, sounds: await Promise.all([...text].map(spellings.syllablesOf)) })),
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

  const wordsIn = (letters: string): Promise<string[]> => severalWords(letters, beginning)

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
      const { full, initials, ideographs } = await spellings.ofRun(run)
      const letters = run.stretches.flatMap(({ text, alphabetic }) => (alphabetic ? text : []))
      const texts = await Promise.all([
        letters.every((some) => VOWEL.test(some)) ? textsAt('readings', full) : [],
        letters.some(isSpelled) ? [] : textsAt('initials', initials),
      ])
      return [...new Set(texts.flat())].filter((text) => containsInOrder(text, ideographs))
    },
    spellingsOf: spellings.ofRun,
    async textsSounding(characters) {
      const keys = await spellings.inFull(characters)
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

function containsInOrder(text: string, parts: readonly string[]): boolean {
  let at = 0
  return parts.every((part) => {
    at = text.indexOf(part, at) + 1
    return at > 0
  })
}

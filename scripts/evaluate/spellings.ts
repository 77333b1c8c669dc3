import { pinyin } from 'pinyin-pro'
import { commonCharacters } from '../../src/text/common-characters.js'
import { simplified } from './forms.js'
import { oneOf, type Random } from './random.js'

/** How a word is typed by its sound; undefined where it cannot be. */
export type Spelling = (word: string) => string | undefined

/**
 * @param stands Whether a text stands anywhere in the set: a slip that makes another word of it is no slip.
 */
export function spellings(
  random: Random,
  stands: (text: string) => boolean,
): Record<'pinyin' | 'initials' | 'mixed' | 'homophone', Spelling> {
  return {
    pinyin: (word) => syllablesOf(word).join(''),
    initials: initialsOf,
    mixed: (word) => BEGINNINGS.han(word) + syllablesOf(word).slice(halfOf(word)).join(''),
    homophone: (word) => {
      const slips = homophonesOf(word).filter((slip) => !stands(slip))
      return slips.length > 0 ? oneOf(random, slips) : undefined
    },
  }
}

/** How the beginning of a word or title is typed: the longer half, the same in pinyin with the next letter, all initials. */
export const BEGINNINGS: Record<'han' | 'pinyin' | 'initials', (text: string) => string> = {
  han: (text) => [...text].slice(0, halfOf(text)).join(''),
  pinyin: (text) => {
    const syllables = syllablesOf(text)
    const half = halfOf(text)
    return [...syllables.slice(0, half), syllables[half]?.[0]].join('')
  },
  initials: (text) => initialsOf(text),
}

/** Of its characters, rounded up. */
const halfOf = (text: string): number => Math.ceil([...text].length / 2)

const initialsOf = (word: string): string =>
  syllablesOf(word)
    .map((syllable) => syllable[0])
    .join('')

/** Read as one phrase, in Simplified characters. */
const syllablesOf = (word: string): string[] =>
  pinyin(simplified(word), { toneType: 'none', type: 'array', v: true })

/** The word with one character replaced by another of everyday use that sounds alike, its tone aside. */
function homophonesOf(word: string): string[] {
  const characters = [...word]
  return syllablesOf(word).flatMap((syllable, at) =>
    (charactersBySyllable().get(syllable) ?? [])
      .filter((other) => !sameCharacter(other, characters[at] as string))
      .map((other) => characters.map((character, i) => (i === at ? other : character)).join('')),
  )
}

function sameCharacter(a: string, b: string): boolean {
  return simplified(a) === simplified(b)
}

let bySyllable: Map<string, string[]> | undefined

function charactersBySyllable(): Map<string, string[]> {
  if (!bySyllable) {
    bySyllable = new Map()
    for (const character of commonCharacters()) {
      const syllable = pinyin(character, { toneType: 'none', type: 'array', v: true })[0] as string
      bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), character])
    }
  }
  return bySyllable
}

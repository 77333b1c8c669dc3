import type { TermKey } from '../../postings/posting-store.js'
import { cutSyllables, isSyllable, syllableRanges } from '../../text/syllables.js'
import { NO_INITIALS } from './doubt.js'

/** Longest spelling that is cut into several words, in letters. */
const LONGEST_SPELLING = 60
/** Words of a spelling, in syllables. */
export const FEWEST_SYLLABLES = 2
const MOST_SYLLABLES = 4
/** Most syllables of a text that is spelled in part by initials. */
export const MOST_UNITS = 12

/** Where in letters words may stand. */
export function wordRanges(letters: string): { start: number; end: number }[] {
  return letters.length > LONGEST_SPELLING ? [] : syllableRanges(letters, FEWEST_SYLLABLES, MOST_SYLLABLES)
}

/** Letters that were typed in pieces, as syllables and initials. */
export function unitsOf(pieces: readonly string[]): string[] {
  return pieces.flatMap((piece) => (isSyllable(piece) ? [piece] : (cutSyllables(piece, MOST_UNITS)[0] ?? [])))
}

export function initialsOf(units: readonly string[]): string {
  return units.map((unit) => unit.charAt(0)).join('')
}

/** Fewer initials are those of many words: their lists are read when they are needed. */
const FEWEST_AHEAD = 3

/** Where else letters lead, if not as a whole: the words in them, and what they spell in part. */
export function partKeys(letters: string): TermKey[] {
  const ranges = wordRanges(letters)
  const cuts = cutSyllables(letters, MOST_UNITS).filter((units) => units.length >= FEWEST_AHEAD)
  return [
    ...(ranges.length > 1 ? [initials(letters)] : []),
    ...(ranges.length > 1 ? ranges : []).map(({ start, end }) => reading(letters.slice(start, end))),
    ...cuts.map((units) => initials(initialsOf(units))),
  ]
}

/** Where letters lead that were typed in pieces. */
export function pieceKeys(pieces: readonly string[]): TermKey[] {
  const letters = pieces.join('')
  const together = [reading(letters), initials(initialsOf(unitsOf(pieces)))]
  return [...together, ...(pieces.every(isSyllable) ? [letters] : pieces).flatMap(partKeys)]
}

/** Whether letters are whole syllables and no initials. */
export function isSpelled(letters: string): boolean {
  return (
    NO_INITIALS.test(letters) && cutSyllables(letters, MOST_UNITS).some((units) => units.every(isSyllable))
  )
}

function reading(letters: string): TermKey {
  return { field: 'readings', term: `${letters}\0` }
}

function initials(letters: string): TermKey {
  return { field: 'initials', term: `${letters}\0` }
}

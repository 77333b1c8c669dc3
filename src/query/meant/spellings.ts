import type { TermStore } from '../../postings/posting-store.js'
import { parseVocabularyTerm } from '../../postings/vocabulary-term.js'
import type { Run } from '../../text/runs.js'

/** How texts are typed, by the readings of the index's characters. */
export interface Spellings {
  syllablesOf(character: string): Promise<string[]>
  /** What is typed in full for a piece: letters as they are, ideographs in each of their readings. */
  inFull(units: readonly string[]): Promise<string[]>
  /** How a run is typed: its letters, behind and between the readings or the initials of its ideographs. */
  ofRun(run: Run): Promise<{ full: string[]; initials: string[]; ideographs: string[] }>
}

/** Readings of one piece: characters with several multiply. */
const MOST_READINGS = 8

export function createSpellings(store: TermStore, signal: AbortSignal | undefined): Spellings {
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

  const inFull: Spellings['inFull'] = (units) => spellings(units, (syllable) => syllable)

  const ofRun: Spellings['ofRun'] = async (run) => {
    const units = unitsOf(run)
    const [full, initials] = await Promise.all([
      inFull(units),
      spellings(units, (syllable) => syllable.charAt(0)),
    ])
    return { full, initials, ideographs: units.filter((unit) => !isLatin(unit)) }
  }

  return { syllablesOf, inFull, ofRun }
}

/** One of each in turn, put together; the first ones of many. */
export function combinationsOf(choices: readonly (readonly string[])[]): string[] {
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

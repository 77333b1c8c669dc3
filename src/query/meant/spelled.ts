import { runsOf } from '../../text/runs.js'
import { isSyllable } from '../../text/syllables.js'
import type { Lexicon } from '../lexicon.js'
import type { Part } from '../parts/parts.js'
import { unitsOf } from './letters.js'
import type { Readings } from './readings.js'
import { withCorrections } from './with-corrections.js'

/** Letters, as pinyin is typed with spaces, apostrophes or the numbers of tones: xi'an, xi1 an1. */
const SPELLED = /^[a-z]+[1-5]?(?:'?[a-z]+[1-5]?)*$/

/** Ideographs, and behind them letters: 日本dian ying. */
const SPELLED_BEHIND = /^(.*\p{Script=Han})([a-z]+(?:'[a-z]+)*)$/u

/** Most pieces that are read together. */
const MOST_PIECES = 16

/**
 * Makes one part of pinyin that was typed in pieces (xian tou hou gu, xian touhougu, x t h g), where together they spell
 * what stands in the index and not every piece is a Latin word of its own.
 */
export async function joinSpelled(
  parts: readonly Part[],
  readings: Readings,
  lexicon: Lexicon,
): Promise<Part[]> {
  const joined: Part[] = []
  for (const group of groupsOf(parts)) {
    const one = group.letters ? await joinedPart(group, readings, lexicon) : undefined
    joined.push(...(one ? [one] : group.parts))
  }
  return joined
}

/** The pieces of pinyin that are read together. */
export function piecesIn(parts: readonly Part[]): string[][] {
  return groupsOf(parts).map(({ letters }) => piecesOf(letters))
}

/** Parts of which the first may begin with something else before the letters; no letters for one that has none. */
interface Group {
  parts: readonly Part[]
  before: string
  letters: string
}

function groupsOf(parts: readonly Part[]): Group[] {
  const groups: Group[] = []
  for (let at = 0; at < parts.length; ) {
    const before = SPELLED_BEHIND.exec(parts[at]!.text)?.[1] ?? ''
    let end = before ? at + 1 : at
    while (end < parts.length && SPELLED.test(parts[end]!.text)) end++
    const group = parts.slice(at, Math.max(end, at + 1))
    const letters = end > at ? wholeOf(group).slice(before.length) : ''
    groups.push({ parts: group, before, letters })
    at += group.length
  }
  return groups
}

function wholeOf(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join(' ')
}

function piecesOf(letters: string): string[] {
  return letters.match(/[a-z]+/g) ?? []
}

async function joinedPart(
  { parts, before, letters: text }: Group,
  readings: Readings,
  lexicon: Lexicon,
): Promise<Part | undefined> {
  const whole = wholeOf(parts)
  const start = before.length
  const pieces = piecesOf(text)
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return undefined
  if (
    /[1-5]/.test(text) &&
    !text.split(/[ ']/).every((piece) => /^(?:[a-z]*[aeiouv][a-z]*[1-5])+$/.test(piece))
  )
    return undefined
  if (pieces.every((piece) => lexicon.count(piece) > 0)) return undefined
  const [run, ...others] = before ? runsOf(before + pieces.join('')) : []
  const mixed = run && others.length === 0 ? await readings.textsLike(run) : []
  const texts = mixed.length > 0 ? mixed : await textsSpelledBy(pieces, readings)
  if (texts.length === 0) return undefined
  const part: Part = { text: whole, runs: runsOf(whole), alternatives: [] }
  const from = mixed.length > 0 ? 0 : start
  return withCorrections(part, [{ start: from, end: whole.length, kind: 'pinyin', texts, stands: false }])
}

async function textsSpelledBy(pieces: readonly string[], readings: Readings): Promise<string[]> {
  const letters = pieces.join('')
  const whole = await readings.textsRead(letters)
  if (whole.length > 0) return whole
  const units = unitsOf(pieces)
  const [{ spelled, near }, several] = await Promise.all([
    units.join('') === letters ? readings.textsOfUnits(units) : { spelled: [], near: [] },
    // Pieces of several syllables are words by themselves.
    pieces.every(isSyllable) ? readings.inSeveralWords(letters) : [],
  ])
  return spelled.length > 0 ? spelled : [...near, ...several]
}

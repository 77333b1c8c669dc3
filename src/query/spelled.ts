import { runsOf } from '../text/runs.js'
import { cutSyllables, isSyllable } from '../text/syllables.js'
import type { Lexicon } from './lexicon.js'
import type { Part } from './parts.js'
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
  for (let at = 0; at < parts.length; ) {
    const behind = SPELLED_BEHIND.exec(parts[at]!.text)
    let end = behind ? at + 1 : at
    while (end < parts.length && SPELLED.test(parts[end]!.text)) end++
    const group = parts.slice(at, Math.max(end, at + 1))
    const one = end > at ? await joinedPart(group, behind?.[1] ?? '', readings, lexicon) : undefined
    joined.push(...(one ? [one] : group))
    at += group.length
  }
  return joined
}

/** @param before What stands before the letters of the first part. */
async function joinedPart(
  parts: readonly Part[],
  before: string,
  readings: Readings,
  lexicon: Lexicon,
): Promise<Part | undefined> {
  const whole = parts.map((part) => part.text).join(' ')
  const start = before.length
  const text = whole.slice(start)
  const pieces = text.match(/[a-z]+/g)!
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
  const units = pieces.flatMap((piece) =>
    isSyllable(piece) ? [piece] : (cutSyllables(piece, MOST_PIECES)[0] ?? []),
  )
  const { spelled, near } =
    units.join('') === letters ? await readings.textsOfUnits(units) : { spelled: [], near: [] }
  if (spelled.length > 0) return spelled
  // Pieces of several syllables are words by themselves.
  return pieces.every(isSyllable) ? [...near, ...(await readings.inSeveralWords(letters))] : near
}

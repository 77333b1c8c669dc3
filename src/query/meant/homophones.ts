import { bigramsOf } from '../../text/bigrams.js'
import type { Run } from '../../text/runs.js'
import { isKnownPair, type Lexicon } from '../lexicon.js'
import type { Numeral } from '../numbers/numerals.js'
import { type Correction, GUESS_WEIGHT } from './correction.js'
import { WORD } from './doubt.js'
import type { Readings } from './readings.js'

/** The numbers of the part that a run stands in. */
export interface Numbers {
  numerals: readonly Numeral[]
  /** The part with its numbers written otherwise. */
  forms: readonly { runs: readonly Run[] }[]
}

/** Shortest piece of a longer run that is looked for by its sound, in characters. */
const SHORTEST_PIECE = 3
/** Longest piece around a slip that is looked for, in characters. */
const LONGEST_PIECE = 6
/** One wrong character makes two pairs that stand nowhere; a run with more of them is new, not wrong. */
const PAIRS_OF_A_SLIP = 2

/** Ideographs that hold no number; `start` is an UTF-16 offset into the part. */
interface Piece {
  start: number
  characters: readonly string[]
  /** For each two neighbours, whether they stand together nowhere. */
  unknown: readonly boolean[]
}

/**
 * 先头后股: around each pair that stands nowhere, the longest piece that sounds like a word of the index, and where all
 * stand somewhere, the whole if it does. In more than a word's length such pairs are common, where one word ends and the
 * next begins: there a piece must be longer, and what was typed is never put behind what it sounds like. Numbers are left
 * out, so that each form of them is corrected alike.
 */
export async function homophones(
  run: Run,
  numbers: Numbers,
  readings: Readings,
  lexicon: Lexicon,
): Promise<Correction[]> {
  const pieces = piecesOf(run, numbers.numerals, lexicon)
  const size = pieces.reduce((sum, { characters }) => sum + characters.length, 0)
  const slips = pieces.reduce((sum, { unknown }) => sum + unknown.filter(Boolean).length, 0)
  const isWord = size <= WORD
  if (!isWord && slips > PAIRS_OF_A_SLIP) return []
  const numbered = numbers.numerals.some(
    ({ start, end }) => start < run.start + run.text.length && end > run.start,
  )
  const around = await Promise.all(
    pieces.map(({ characters, unknown }) => {
      const isNew = isWord && !numbered && lexicon.count(characters.join('')) === 0
      return Promise.all(
        unknown.map((isUnknown, pair) => {
          if (!isUnknown) return isNew ? homophonesAround(characters, pair, characters.length, readings) : []
          return homophonesAround(characters, pair, isWord ? 2 : SHORTEST_PIECE, readings)
        }),
      )
    }),
  )
  const corrections: Correction[] = []
  pieces.forEach((piece, i) => {
    const { characters, unknown } = piece
    let from = 0
    for (let pair = 0; pair < unknown.length; pair++) {
      const found = pair < from ? undefined : around[i]![pair]!.find(({ start }) => start >= from)
      if (!found) continue
      const { start, end, texts } = found
      const stands = !isWord || !unknown.slice(start, end - 1).includes(true)
      const offset = (character: number): number =>
        piece.start + characters.slice(0, character).join('').length
      const weight = stands ? GUESS_WEIGHT : 1
      corrections.push({ start: offset(start), end: offset(end), kind: 'pinyin', texts, stands, weight })
      from = end
    }
  })
  if (!numbered || !isWord || corrections.length > 0) return corrections
  return wholeHomophones(run, numbers, readings, lexicon)
}

/** 一代一路: a word with a number in it, if the number stands so in none of its forms. */
async function wholeHomophones(
  run: Run,
  { numerals, forms }: Numbers,
  readings: Readings,
  lexicon: Lexicon,
): Promise<Correction[]> {
  const isOneWord = run.stretches.length === 1 && !run.stretches[0]!.alphabetic && run.text.length <= WORD
  if (!isOneWord || numerals.some(({ certain }) => certain)) return []
  const stands = (other: Run): boolean =>
    bigramsOf(other.text).every((bigram) => isKnownPair(bigram, lexicon))
  if ([run, ...forms.flatMap(({ runs }) => runs)].some(stands)) return []
  const texts = await readings.textsSounding([...run.text])
  const end = run.start + run.text.length
  return texts.length > 0 ? [{ start: run.start, end, kind: 'pinyin', texts, stands: false }] : []
}

function piecesOf(run: Run, numerals: readonly Numeral[], lexicon: Lexicon): Piece[] {
  const pieces: Piece[] = []
  for (const stretch of run.stretches) {
    if (stretch.alphabetic) continue
    const end = stretch.start + stretch.text.length
    let at = stretch.start
    const inside = numerals.filter((numeral) => numeral.end > at && numeral.start < end)
    for (const { start: stop, end: next } of [...inside, { start: end, end }]) {
      const text = stretch.text.slice(at - stretch.start, Math.max(at, stop) - stretch.start)
      const unknown = bigramsOf(text).map((bigram) => !isKnownPair(bigram, lexicon))
      if (text) pieces.push({ start: at, characters: [...text], unknown })
      at = next
    }
  }
  return pieces
}

interface Found {
  start: number
  end: number
  texts: string[]
}

/** The pieces around a pair that sound like words of the index, the longest first. */
async function homophonesAround(
  characters: readonly string[],
  pair: number,
  shortest: number,
  readings: Readings,
): Promise<Found[]> {
  const pieces: Promise<Found>[] = []
  for (let length = Math.min(LONGEST_PIECE, characters.length); length >= shortest; length--) {
    const last = Math.min(pair, characters.length - length)
    for (let start = Math.max(0, pair + 2 - length); start <= last; start++) {
      const end = start + length
      const texts = readings.textsSounding(characters.slice(start, end))
      pieces.push(texts.then((texts) => ({ start, end, texts })))
    }
  }
  return (await Promise.all(pieces)).filter(({ texts }) => texts.length > 0)
}

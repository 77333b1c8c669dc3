import { slipsOf } from '../../text/slips.js'
import { confusedSpellings, cutSyllables, isSyllable } from '../../text/syllables.js'
import { isSpelled, MOST_UNITS, wordRanges } from './letters.js'

/** The texts of the index whose readings begin so, a whole one ending in \0; the most used first. */
type TextsOf = (beginnings: readonly string[]) => Promise<string[]>

/** A word that a piece of the letters may be. */
interface Word {
  start: number
  end: number
  texts: readonly string[]
  isNear?: boolean
}

/** Texts of each of several words: together they tell which are meant. */
const MOST_VARIANTS = 4
/** Pieces between words that are looked at for a slip: for each, a far file is asked for some 20 spellings. */
const MOST_GAPS = 3
/** In letters; a shorter piece is near to too many words. */
const SHORTEST_GAP = 3
const LONGEST_GAP = 12

/**
 * What letters spell in several words, as far as they are words of the index. Where some letters are in none, words with
 * a slip fill the gaps, and one that is not typed to its end stands last.
 */
export async function severalWords(letters: string, textsOf: TextsOf): Promise<string[]> {
  const wordsAt = async (
    ranges: readonly { start: number; end: number }[],
    beginningsOf: (piece: string, end: number) => readonly string[],
  ): Promise<Word[]> => {
    const words = await Promise.all(
      ranges.map(async ({ start, end }) => ({
        start,
        end,
        texts: await textsOf(beginningsOf(letters.slice(start, end), end)),
      })),
    )
    return words.filter(({ texts }) => texts.length > 0)
  }
  const words = await wordsAt(wordRanges(letters), (piece) => [`${piece}\0`])
  const cover = bestCover(letters.length, words)
  if (cover.letters === letters.length || words.length === 0) return textsOfCover(cover, letters)
  // One syllable is no word.
  const gaps = gapsBetween(letters.length, words).filter(
    ({ start, end }) => !isSyllable(letters.slice(start, end)),
  )
  const near = await wordsAt(gaps, (piece, end) => {
    const syllables = cutSyllables(piece, MOST_UNITS).find((cut) => cut.every(isSyllable))
    const spellings = [...new Set([...confusedSpellings(syllables ?? []), ...slipsOf(piece)])].map(
      (spelling) => `${spelling}\0`,
    )
    return !syllables && end === letters.length ? [...spellings, piece] : spellings
  })
  const all = bestCover(letters.length, [...words, ...near.map((word) => ({ ...word, isNear: true }))])
  return textsOfCover(all, letters)
}

/** Pieces with words from the beginning up to them, and from them to the end; the shortest first. */
function gapsBetween(length: number, words: readonly Word[]): { start: number; end: number }[] {
  const starts = new Set([0])
  for (const at of starts) for (const { start, end } of words) if (start === at) starts.add(end)
  const ends = new Set([length])
  for (const at of ends) for (const { start, end } of words) if (end === at) ends.add(start)
  return [...starts]
    .flatMap((start) => [...ends].map((end) => ({ start, end, size: end - start })))
    .filter(({ size }) => size >= SHORTEST_GAP && size <= LONGEST_GAP && size < length)
    .sort((a, b) => a.size - b.size)
    .slice(0, MOST_GAPS)
}

interface Cover {
  letters: number
  words: Word['texts'][]
}

/** The words that cover most letters, by the fewest; one with a slip covers half of its own. */
function bestCover(length: number, words: readonly Word[]): Cover {
  const best: Cover[] = [{ letters: 0, words: [] }]
  for (let end = 1; end <= length; end++) {
    let cover = best[end - 1]!
    for (const word of words) {
      if (word.end !== end) continue
      const before = best[word.start]!
      const letters = before.letters + (word.end - word.start) / (word.isNear ? 2 : 1)
      if (
        letters > cover.letters ||
        (letters === cover.letters && before.words.length + 1 < cover.words.length)
      ) {
        cover = { letters, words: [...before.words, word.texts] }
      }
    }
    best.push(cover)
  }
  return best[length]!
}

/**
 * For each word one that sounds so, then the next; nothing for words that cover less than half, or less than a third of
 * what is spelled in full, of which a word may be none of the index.
 */
function textsOfCover({ letters, words }: Cover, spelling: string): string[] {
  if (letters * (isSpelled(spelling) ? 3 : 2) < spelling.length) return []
  const variants = Math.min(MOST_VARIANTS, Math.max(0, ...words.map((texts) => texts.length)))
  // What stands between the words is looked for in the likeliest texts only.
  return Array.from({ length: variants }, (_, i) =>
    words.map((texts) => texts[i] ?? texts[0]).join(i === 0 ? '' : ' '),
  )
}

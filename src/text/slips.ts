import { cutSyllables } from './syllables.js'

/** A syllable, by the initials and finals that stand together. */
const SYLLABLE = [
  '(?:[zcs]h?|[bpmfdtnlgkhrwy])(?:ai?|ao|ang?|ei?|eng?|ou?|ong)',
  '(?:[zcs]h?|[bpmfdtnlgkhrw])u(?:ai?|ang?|[ino])?',
  '[bpmdtnljqx]i(?:[aeu]|ao|ang?|ng?|ong)?',
  '[jqxy]u(?:e|n|an)?',
  '[ln][uv]e?',
  '(?:[zcs]h?|r)i',
  'yi(?:ng?)?',
  'ai?|ao|ang?|ei?|eng?|er|ou?',
].join('|')
/** More syllables are no word. */
const MOST_SYLLABLES = 6
const SYLLABLES = RegExp(`^(?:${SYLLABLE}){1,${MOST_SYLLABLES}}$`)

/** What stands beside a letter on a keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const LETTERS = [...ROWS.join('')]
/** How many spellings are tried. */
const MOST_SLIPS = 20

/**
 * Syllables that letters may be, if one was typed twice, exchanged with the next, put in, left out, or taken from beside
 * the right key; the fewest syllables and the likeliest slips first.
 */
export function slipsOf(letters: string): string[] {
  const typed = [...letters]
  const replaced = (at: number, size: number, by: string): string =>
    letters.slice(0, at) + by + letters.slice(at + size)
  const doubled = typed.flatMap((letter, at) => (letter === typed[at + 1] ? replaced(at, 1, '') : []))
  const exchanged = typed.slice(1).map((letter, at) => replaced(at, 2, letter + typed[at]))
  const put = typed.map((_, at) => replaced(at, 1, ''))
  const left = [...typed, ''].flatMap((_, at) => LETTERS.map((letter) => replaced(at, 0, letter)))
  const beside = typed.flatMap((letter, at) => neighboursOf(letter).map((other) => replaced(at, 1, other)))
  return [...new Set([...doubled, ...exchanged, ...put, ...left, ...beside])]
    .filter((spelling) => spelling !== letters && SYLLABLES.test(spelling))
    .map((spelling) => ({ spelling, size: cutSyllables(spelling, MOST_SYLLABLES)[0]?.length ?? Infinity }))
    .sort((a, b) => a.size - b.size)
    .slice(0, MOST_SLIPS)
    .map(({ spelling }) => spelling)
}

function neighboursOf(letter: string): string[] {
  const row = ROWS.findIndex((keys) => keys.includes(letter))
  const at = ROWS[row]?.indexOf(letter) ?? 0
  return [row - 1, row, row + 1].flatMap((near) =>
    [at - 1, at, at + 1].flatMap((place) => ROWS[near]?.[place] ?? []),
  )
}

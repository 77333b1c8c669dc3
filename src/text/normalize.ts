// Folding makes forms that mean the same equal: width, case, accents, brackets and quotes, Traditional characters,
// spaces inside words. It looks at one character at a time (a space: at its two neighbours), so that the folded form of
// a substring is a substring of the folded form.

/** What a folded character is for matching. */
export const OTHER = 0
/** Letters and digits of scripts that put spaces between words. */
export const ALPHABETIC = 1
/** Han, kana and bopomofo. */
export const IDEOGRAPHIC = 2
export type CharacterClass = typeof OTHER | typeof ALPHABETIC | typeof IDEOGRAPHIC

export interface FoldedText {
  readonly text: string
  /** For each UTF-16 code unit of `text`, where the character it was made from starts in the original … */
  readonly starts: Uint32Array
  /** … and ends (exclusive). */
  readonly ends: Uint32Array
}

/** Closed: folding a folded text changes nothing. */
export interface Folding {
  fold(text: string): string
  foldWithOffsets(text: string): FoldedText
}

const SPACE = ' '
const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u
const WHITESPACE = /^\s$/u
const ACCENTS = /[\u0300-\u036f]/g

/** Each line: characters that fold to its first. */
const EQUIVALENT = [
  '(〔［[【〖{〘〚',
  ')〕］]】〗}〙〛',
  '<《〈«',
  '>》〉»',
  '"“”„‟「」『』〝〞〟',
  "'‘’‚‛`´",
  '-‐‑‒–—―−－',
  '·•・‧∙',
  '~〜∼',
  '〇○◯',
]

/**
 * @param pairs Characters that fold to others, beyond what is folded everywhere: `from` and `to` in turn, each one code
 *   point; no `to` stands as a `from`.
 */
export function createFolding(pairs: string): Folding {
  const table = new Map<string, string>()
  for (const [to, ...variants] of EQUIVALENT.map((line) => [...line])) {
    for (const from of variants) table.set(from, to as string)
  }
  const characters = [...pairs]
  for (let i = 0; i + 1 < characters.length; i += 2) {
    table.set(characters[i] as string, characters[i + 1] as string)
  }
  const cache = new Map<string, string>()

  function foldCharacter(character: string): string {
    let folded = cache.get(character)
    if (folded === undefined) {
      folded = computeFold(character, table)
      cache.set(character, folded)
    }
    return folded
  }

  function walk(text: string, emit: (folded: string, start: number, end: number) => void): void {
    let spaceAt = -1
    let previous: CharacterClass = OTHER
    let end = 0
    for (const character of text) {
      const start = end
      end += character.length
      const folded = foldCharacter(character)
      if (folded === '') continue
      if (folded === SPACE) {
        if (spaceAt < 0) spaceAt = start
        continue
      }
      if (spaceAt >= 0) {
        if (previous === ALPHABETIC && classOf(folded) === ALPHABETIC) emit(SPACE, spaceAt, start)
        spaceAt = -1
      }
      emit(folded, start, end)
      previous = classOf(lastCharacter(folded))
    }
  }

  return {
    fold(text) {
      let folded = ''
      walk(text, (part) => {
        folded += part
      })
      return folded
    },
    foldWithOffsets(text) {
      let folded = ''
      const starts: number[] = []
      const ends: number[] = []
      walk(text, (part, start, end) => {
        folded += part
        for (let i = 0; i < part.length; i++) {
          starts.push(start)
          ends.push(end)
        }
      })
      return { text: folded, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
    },
  }
}

function computeFold(character: string, table: ReadonlyMap<string, string>): string {
  if (WHITESPACE.test(character)) return SPACE
  if (IGNORABLE.test(character)) return ''
  const mapped = (part: string): string => table.get(part) ?? part
  const compatible = mapped(character).normalize('NFKD').toLowerCase().replace(ACCENTS, '').normalize('NFKC')
  return [...compatible]
    .filter((part) => !WHITESPACE.test(part))
    .map((part) => [...mapped(mapped(part).toUpperCase().toLowerCase())].map(mapped).join(''))
    .join('')
}

const classes = new Map<string, CharacterClass>()

/** The class of the first character of a folded text. */
export function classOf(text: string): CharacterClass {
  const character = text.length === 1 ? text : String.fromCodePoint(text.codePointAt(0) ?? 0)
  let found = classes.get(character)
  if (found === undefined) {
    found = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u.test(character)
      ? IDEOGRAPHIC
      : /[\p{L}\p{N}\p{M}]/u.test(character)
        ? ALPHABETIC
        : OTHER
    classes.set(character, found)
  }
  return found
}

function lastCharacter(text: string): string {
  if (text.length === 1) return text
  const characters = [...text]
  return characters[characters.length - 1] as string
}

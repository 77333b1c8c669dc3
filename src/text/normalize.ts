import { matcher } from '../unicode.js'

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
const SURROGATE = /[\ud800-\udfff]/
const UNKNOWN = 0
/** No character: what is not in the table. */
const NOT_ONE = 0xffff
/** Code units of a text whose offsets may be those of other texts. */
const SHORT = 2 ** 14
const isIgnorable = matcher(String.raw`^[\p{Default_Ignorable_Code_Point}\p{Cc}]$`)
/** ー belongs to both kana, and so to no script. */
const isIdeograph = matcher(
  String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]`,
)
const isLetter = matcher(String.raw`[\p{L}\p{N}\p{M}]`)
/** A letter or digit, or a sign, of everyday texts: to ask Unicode's tables about these takes a part of a first search. */
const COMMON = /^(?:([\dA-Za-z])|[!-~‐-‧、。〈-】！-／：-＠])$/
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
  '-‐‑‒–—―−－~〜∼',
  '·•・‧∙',
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

  const folds = new Uint16Array(0x10000)

  /** What a code unit folds to if both are one character, as nearly all do; else `NOT_ONE`. */
  function foldUnit(unit: number): number {
    if (folds[unit] === UNKNOWN) folds[unit] = computeUnitFold(unit)
    return folds[unit]!
  }

  function computeUnitFold(unit: number): number {
    const character = String.fromCharCode(unit)
    if (isUnified(unit) && !table.has(character)) return unit
    if (SURROGATE.test(character)) return NOT_ONE
    const folded = foldCharacter(character)
    return folded.length === 1 && folded !== SPACE ? folded.charCodeAt(0) : NOT_ONE
  }

  /** The folded text if each of its code units folds to one, as in most texts. */
  function foldUnits(text: string): string | undefined {
    let folded = ''
    let copied = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const one = foldUnit(unit)
      if (one === unit) continue
      if (one === NOT_ONE) return undefined
      folded += text.slice(copied, at) + String.fromCharCode(one)
      copied = at + 1
    }
    return copied === 0 ? text : folded + text.slice(copied)
  }

  /** Tells, from the start of a text to its end, which stretches fold to themselves and what the rest folds to. */
  function walk(
    text: string,
    copy: (start: number, end: number) => void,
    put: (folded: string, start: number, end: number) => void,
  ): void {
    let copied = 0
    let previous: CharacterClass = OTHER
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (foldUnit(unit) === unit) continue
      if (at > copied) {
        copy(copied, at)
        previous = classOf(text[at - 1]!)
      }
      let spaceAt = -1
      let start = at
      let folded = ''
      for (; at < text.length && (folded === '' || folded === SPACE); at += characterAt(text, at).length) {
        start = at
        folded = foldCharacter(characterAt(text, at))
        if (folded === SPACE && spaceAt < 0) spaceAt = at
      }
      if (folded !== '' && folded !== SPACE) {
        if (spaceAt >= 0 && previous === ALPHABETIC && classOf(folded) === ALPHABETIC)
          put(SPACE, spaceAt, start)
        put(folded, start, at)
        previous = classOfLast(folded)
      }
      copied = at--
    }
    if (copied < text.length) copy(copied, text.length)
  }

  return {
    fold(text) {
      const units = foldUnits(text)
      if (units !== undefined) return units
      let folded = ''
      walk(
        text,
        (start, end) => {
          folded += start === 0 && end === text.length ? text : text.slice(start, end)
        },
        (part) => {
          folded += part
        },
      )
      return folded
    },
    foldWithOffsets(text) {
      const units = text.length <= SHORT ? foldUnits(text) : undefined
      if (units !== undefined) return { text: units, ...offsetsOfSame(units.length) }
      let folded = ''
      const starts: number[] = []
      const ends: number[] = []
      walk(
        text,
        (start, end) => {
          folded += text.slice(start, end)
          for (let at = start; at < end; at++) {
            starts.push(at)
            ends.push(at + 1)
          }
        },
        (part, start, end) => {
          folded += part
          for (let i = 0; i < part.length; i++) {
            starts.push(start)
            ends.push(end)
          }
        },
      )
      return { text: folded, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
    },
  }
}

/** 0, 1, 2 …, made on first use. */
let ascending: Uint32Array | undefined

/** The offsets where each code unit was made from one. @param length At most `SHORT`. */
function offsetsOfSame(length: number): Pick<FoldedText, 'starts' | 'ends'> {
  // Not by `from`, which takes four times as long: half a millisecond of a first search.
  ascending ??= new Uint32Array(SHORT + 1).map((_, i) => i)
  return { starts: ascending.subarray(0, length), ends: ascending.subarray(1, length + 1) }
}

function computeFold(character: string, table: ReadonlyMap<string, string>): string {
  if (WHITESPACE.test(character)) return SPACE
  if (!COMMON.test(character) && isIgnorable(character)) return ''
  const mapped = (part: string): string => table.get(part) ?? part
  const compatible = mapped(character).normalize('NFKD').toLowerCase().replace(ACCENTS, '').normalize('NFKC')
  return [...compatible]
    .filter((part) => !WHITESPACE.test(part))
    .map((part) => [...mapped(mapped(part).toUpperCase().toLowerCase())].map(mapped).join(''))
    .join('')
}

const classes = new Uint8Array(0x10000)
const NO_CLASS = 0

/** The class of the first character of a folded text; of an empty one `OTHER`. */
export function classOf(text: string): CharacterClass {
  const unit = text.charCodeAt(0)
  if (Number.isNaN(unit)) return OTHER
  if (unit >= 0xd800 && unit <= 0xdbff) return computeClass(characterAt(text, 0))
  return classOfUnit(unit)
}

/** The class of a character that is one code unit. */
export function classOfUnit(unit: number): CharacterClass {
  if (isUnified(unit)) return IDEOGRAPHIC
  if (classes[unit] === NO_CLASS) classes[unit] = computeClass(String.fromCharCode(unit)) + 1
  return (classes[unit]! - 1) as CharacterClass
}

function computeClass(character: string): CharacterClass {
  const common = COMMON.exec(character)
  if (common) return common[1] ? ALPHABETIC : OTHER
  if (isIdeograph(character)) return IDEOGRAPHIC
  return isLetter(character) ? ALPHABETIC : OTHER
}

/** An ideograph as nearly all are: without case, width or parts, which take some microseconds to look up. */
function isUnified(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}

function classOfLast(text: string): CharacterClass {
  return classOf(/[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(-2)) ? text.slice(-2) : text.slice(-1))
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at)!)
}

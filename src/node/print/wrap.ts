import { eastAsianWidth } from 'get-east-asian-width'
import type { TextRange } from '../../search/hit.js'
import { matcher } from '../../unicode.js'

/** What does not stand at the start of a line, and what does not at its end. */
const isClosing = matcher(String.raw`^[\p{Pe}\p{Pf}，。、；：？！…—,.;:?!%％·]`)
const isOpening = matcher(String.raw`^[\p{Ps}\p{Pi}]`)
/** Letters, digits and marks of scripts that put spaces between words. */
const isOfWord = matcher(
  String.raw`^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}]`,
)
/** What takes no column: marks, and what steers the characters beside it. */
const isWidthless = matcher(String.raw`^[\p{M}\p{C}\p{Default_Ignorable_Code_Point}]`)
const SPACE = /^\s/u
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu
/** Asks for the form of an emoji, which takes two columns. */
const EMOJI_FORM = '\ufe0f'

let segmenter: Intl.Segmenter | undefined

/** What a reader takes for one character each, with their places. The data of Unicode are loaded on first use. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** The columns that a text takes in a terminal. */
export function widthOf(text: string): number {
  let columns = 0
  for (const { segment } of graphemesOf(text)) columns += widthOfOne(segment)
  return columns
}

function widthOfOne(grapheme: string): number {
  if (isWidthless(grapheme)) return 0
  return grapheme.includes(EMOJI_FORM) ? 2 : eastAsianWidth(grapheme.codePointAt(0)!)
}

/** The text with a space for every character that steers a terminal, a wide one between cells of a table; offsets stay. */
export function harmless(text: string): string {
  return text.replaceAll('\t', '\u3000').replace(CONTROL, ' ')
}

/**
 * The lines of a text in columns of a terminal, where a Chinese character takes two. Lines break between Chinese
 * characters and between words; a closing mark stays with what precedes it, an opening one with what follows.
 */
export function wrap(text: string, width: number): TextRange[] {
  const lines: TextRange[] = []
  let start = 0
  let columns = 0
  /** The last place where the line may break, and the columns up to it. */
  let breakAt = 0
  let breakColumns = 0
  let previous = ''
  for (const { segment, index } of graphemesOf(text)) {
    if (index > start && mayBreak(previous, segment)) {
      breakAt = index
      breakColumns = columns
    }
    const own = widthOfOne(segment)
    if (columns + own > width && index > start && !SPACE.test(segment)) {
      if (breakAt <= start) {
        breakAt = index
        breakColumns = columns
      }
      lines.push(trimmed(text, start, breakAt))
      start = breakAt
      columns -= breakColumns
    }
    columns += own
    previous = segment
  }
  if (start < text.length) lines.push(trimmed(text, start, text.length))
  return lines
}

function mayBreak(before: string, after: string): boolean {
  if (SPACE.test(after) || isClosing(after) || isOpening(before)) return false
  return SPACE.test(before) || !(isOfWord(before) && isOfWord(after))
}

function trimmed(text: string, start: number, end: number): TextRange {
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

/** The part of a text that `within` covers, with `style` on what `ranges` cover of it. */
export function paint(
  text: string,
  ranges: readonly TextRange[],
  style: (text: string) => string,
  within: TextRange = { start: 0, end: text.length },
): string {
  let painted = ''
  let at = within.start
  for (const range of ranges) {
    const start = Math.max(range.start, at)
    const end = Math.min(range.end, within.end)
    if (start >= end) continue
    painted += text.slice(at, start) + style(text.slice(start, end))
    at = end
  }
  return painted + text.slice(at, within.end)
}

import type { FacetName } from '../../postings/posting-store.js'
import type { TakeNote } from '../note.js'
import { FIELDS, NO_FIELD } from './names.js'
import { BAR, CLOSE, CLOSING, COLON, MINUS, NOT, OPEN, OR } from './signs.js'

/** A piece of a search box's text. */
export type Token =
  | { kind: 'word'; text: string }
  | { kind: 'phrase'; text: string }
  /** Of a field that there is not. */
  | { kind: 'value'; text: string }
  | { kind: 'field'; field: FacetName; value: string }
  | { kind: 'or' | 'not' | 'open' | 'close' }

const SPACE = /\s/u
/** Surrogates belong to letters outside the basic plane, or to signs that no quotation mark follows. */
const LETTER = /[\p{L}\p{N}\p{Cs}]/u
/** Below zero: -18℃, -18 ℃, -110dBm, -0.5, -5%, -2层, -5~-10℃; but -2024, -12345, -5G and -2路 are words to exclude. */
const NEGATIVE = /^.[\d０-９~至-]+(?:\.\d+(?![.\d])| ?[°℃]|[摄度%％‰米层楼]|分贝|个百|db)/i
const FIELD = new RegExp(`^([\\p{L}]{1,9})[${COLON}]`, 'u')

/**
 * Cuts the text of a search box. Operators stand at the edges of words: inside a word, brackets, quotation marks and
 * hyphens are part of it.
 */
export function tokenize(input: string, note: TakeNote): Token[] {
  const tokens: Token[] = []
  /** Quotation marks that nothing closes any more. */
  const unclosed = new Set<string>()
  let at = 0

  while (at < input.length) {
    const character = input[at]!
    if (SPACE.test(character)) at++
    else if (OPEN.includes(character)) take({ kind: 'open' })
    else if (CLOSE.includes(character)) take({ kind: 'close' })
    else if (BAR.includes(character)) take({ kind: 'or' })
    else if (character in CLOSING && !isGlued(at)) phrase()
    else if (isNot()) take({ kind: 'not' })
    else word()
  }
  return tokens

  function isNot(): boolean {
    const next = input[at + 1]
    if (!MINUS.includes(input[at]!) || !isOperand(next) || next === input[at]) return false
    return !NEGATIVE.test(input.slice(at))
  }

  function take(token: Token): void {
    tokens.push(token)
    at++
  }

  function phrase(): void {
    const quoted = quotedAt(at)
    if (quoted === undefined) {
      note({ kind: 'quotation never closed', mark: input[at]! })
      at++
      return
    }
    tokens.push({ kind: 'phrase', text: quoted })
    at += quoted.length + 2
  }

  /** Whether the quotation ends inside a word: “乡里制”的特点 is words. */
  function isGlued(start: number): boolean {
    const quoted = quotedAt(start)
    return quoted !== undefined && LETTER.test(input[start + quoted.length + 2] ?? '')
  }

  /** What stands between the quotation mark at `start` and the one that closes it. */
  function quotedAt(start: number): string | undefined {
    const opening = input[start]!
    if (unclosed.has(opening)) return undefined
    const closing = CLOSING[opening]!
    for (let end = start + 1; end < input.length; end++) {
      if (closing.includes(input[end]!)) return input.slice(start + 1, end)
    }
    unclosed.add(opening)
    return undefined
  }

  function word(): void {
    const field = FIELD.exec(input.slice(at, at + 12))
    const name = field?.[1]?.toLowerCase() ?? ''
    const known = Object.hasOwn(FIELDS, name) && FIELDS[name]
    if (field && (known || NO_FIELD.test(name)) && isOperand(input[at + field[0].length])) {
      at += field[0].length
      const value = fieldValue()
      tokens.push(known ? { kind: 'field', field: known, value } : { kind: 'value', text: value })
      if (!known) note({ kind: 'unknown field', name, value })
      return
    }
    const text = input.slice(at, wordEnd(at))
    at += text.length
    if (OR.includes(text)) tokens.push({ kind: 'or' })
    else if (NOT.includes(text)) tokens.push({ kind: 'not' })
    else tokens.push({ kind: 'word', text })
  }

  function fieldValue(): string {
    const quoted = input[at]! in CLOSING ? quotedAt(at) : undefined
    const value = quoted ?? input.slice(at, wordEnd(at))
    at += quoted === undefined ? value.length : quoted.length + 2
    return value
  }

  /** A word ends before the brackets that it does not open, and, where it is punctuation, before a quotation mark. */
  function wordEnd(start: number): number {
    let end = start
    let lettered = false
    for (; end < input.length && !SPACE.test(input[end]!) && !BAR.includes(input[end]!); end++) {
      if (!lettered && end > start && input[end]! in CLOSING) break
      lettered ||= LETTER.test(input[end]!)
    }
    const word = input.slice(start, end)
    let unopened = count(word, CLOSE) - count(word, OPEN)
    while (unopened-- > 0 && CLOSE.includes(input[end - 1]!)) end--
    return end
  }
}

function isOperand(character: string | undefined): boolean {
  return character !== undefined && !SPACE.test(character)
}

function count(text: string, characters: string): number {
  let found = 0
  for (const character of text) if (characters.includes(character)) found++
  return found
}

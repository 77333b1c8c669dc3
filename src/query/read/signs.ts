import type { QueryNote } from '../note.js'

// What a text must hold for any of it to be read as more than words.

/** Opening quotation marks, and what closes each. */
export const CLOSING: Readonly<Record<string, string>> = {
  '"': '"”＂',
  '“': '”"',
  '„': '”“"',
  '＂': '＂"”',
  '「': '」',
  '『': '』',
}
export const OPEN = '(（'
export const CLOSE = ')）'
export const MINUS = '-－−'
export const BAR = '|｜'
/** Behind the name of a field. */
export const COLON = ':：'
export const OR: readonly string[] = ['OR', 'ＯＲ']
export const NOT: readonly string[] = ['NOT', 'ＮＯＴ']

const SIGNS = [...Object.keys(CLOSING), ...OPEN, ...CLOSE, ...MINUS, ...BAR, ...COLON, ...OR, ...NOT]

export function hasSigns(input: string): boolean {
  return SIGNS.some((sign) => input.includes(sign))
}

/** What is to be said of a text in which there is no letter and no digit, though there is something. */
export function noteOfSigns(input: string): QueryNote[] {
  return /[\p{L}\p{N}]|^\s*$/u.test(input.normalize('NFKC')) ? [] : [{ kind: 'signs alone' }]
}

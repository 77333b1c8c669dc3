/** Goes through terms in their order; what it says of one is good until it is asked for the next. */
export interface ListCursor {
  /** The first two code units of the term; of a term of one the second is 0. */
  readonly key: number
  /** The term if it is longer than two code units, else the empty string. */
  readonly text: string
  /** Hold the term's list (see `PostingLog`) … */
  readonly bytes: Uint8Array
  /** … from here … */
  readonly from: number
  /** … to here (exclusive). */
  readonly to: number
  /** Whether `next` has come to the end. */
  readonly done: boolean
  /** False at the end. To be called before the first term. */
  next(): boolean
}

export function keyOf(term: string): number {
  return ((term.charCodeAt(0) << 16) | (term.length > 1 ? term.charCodeAt(1) : 0)) >>> 0
}

export function termOf({ key, text }: ListCursor): string {
  return text || termOfKey(key)
}

export function termOfKey(key: number): string {
  return key & 0xffff ? String.fromCharCode(key >>> 16, key & 0xffff) : String.fromCharCode(key >>> 16)
}

/** Whether a term of at most two code units is one character (code point). */
export function isCharacter(key: number): boolean {
  return (key & 0xffff) === 0 || (key & 0xfc00fc00) >>> 0 === 0xd800dc00
}

/** Below 0 if the term of `a` comes before that of `b`: code unit order. */
export function compareTerms(a: ListCursor, b: ListCursor): number {
  return a.key - b.key || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
}

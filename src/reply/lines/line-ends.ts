/** A document with `\n` at the end of each line, and the way back from its positions. */
export interface UnixDocument {
  text: string
  /** Where a character stood before. */
  place(offset: number): number
}

/** Drops a byte order mark and turns every kind of line end to `\n`. */
export function withUnixLineEnds(document: string): UnixDocument {
  const start = document.startsWith('\ufeff') ? 1 : 0
  const text = document.slice(start).replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
  if (text.length + start === document.length) return { text, place: (offset) => offset + start }
  const dropped = [...document.slice(start).matchAll(/\r\n/g)].map(({ index }, i) => index + 1 - i)
  return { text, place: (offset) => offset + start + numberUpTo(dropped, offset) }
}

/** How many of sorted numbers are at most `limit`. */
function numberUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}

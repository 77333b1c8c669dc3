const DIGITS = '0123456789'
const LARGE = '百千万亿'
export const HAN: string = `〇零一二两三四五六七八九十${LARGE}`
/** Two characters at least, for 三 of 十三 may begin anything; what 万元 begins with is no number by itself. */
const FIRST_HAN = RegExp(`^(?![${LARGE}])[${HAN}]{2}`)
const LAST_HAN = RegExp(`[${HAN}]{2}$`)

/** What all pieces of numbers begin or end with. */
export const NUMBER_EDGE: RegExp = RegExp(`^[${DIGITS + HAN}]|[${DIGITS + HAN}]$`)

/** Is in no text. */
const NONE = '\0'

/** One of each text's characters behind the other. */
export type Sequence = readonly string[]

/** What stands before and behind a folded text where it is a piece of a longer number: 10万元 in 110万元. */
export function numberEdges(text: string): { before: readonly Sequence[]; after: readonly Sequence[] } {
  const before: Sequence[] = []
  const after: Sequence[] = []
  if (/^\d/.test(text)) before.push([`${DIGITS + LARGE}.`])
  if (/^\d{3}(?!\d)/.test(text)) before.push([DIGITS, ','])
  if (FIRST_HAN.test(text)) before.push([`${HAN}点`])
  if (/\d$/.test(text)) after.push([DIGITS + LARGE], ['.', DIGITS], [',', DIGITS, DIGITS, DIGITS])
  if (LAST_HAN.test(text)) after.push([HAN])
  return { before, after }
}

/** Where a text stands in another one, and is no piece of a longer number. Both are folded. */
export function wholeOccurrences(text: string, part: string): number[] {
  const found = occurrencesOf(text, part)
  if (found.length === 0 || !NUMBER_EDGE.test(part)) return found
  const { before, after } = numberEdges(part)
  const stands = (sequence: Sequence, from: number): boolean =>
    sequence.every((characters, i) => characters.includes(text[from + i] ?? NONE))
  return found.filter(
    (at) =>
      !before.some((sequence) => stands(sequence, at - sequence.length)) &&
      !after.some((sequence) => stands(sequence, at + part.length)),
  )
}

/** Whether a text stands in another one somewhere as no piece of a longer number. */
export function standsWhole(text: string, part: string): boolean {
  return text.includes(part) && (!NUMBER_EDGE.test(part) || wholeOccurrences(text, part).length > 0)
}

export function occurrencesOf(text: string, part: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at)
  return found
}

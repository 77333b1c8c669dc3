import { compact, type Line, offsetAt } from '../lines/line.js'
import type { FieldOrigin, Provenance, Span } from '../reply.js'

/** Lines as one text without white space, which knows where each character stands in the document. */
interface Stretch {
  text: string
  printed: string
  offsets: number[]
}

/** Where the values of a reply stand, gathered while it is composed. */
export interface Trace {
  /** Notes where a value stands in some lines, and gives it in the characters that are printed there. */
  found<Value extends string | undefined>(
    value: Value,
    path: Provenance['path'],
    lines: readonly Line[],
    origin?: FieldOrigin,
  ): Value
  /** Notes a place that is known. */
  at(span: Span, path: Provenance['path'], origin: FieldOrigin): void
  readonly provenance: Provenance[]
}

export function createTrace(): Trace {
  const provenance: Provenance[] = []
  const stretches = new Map<readonly Line[], Stretch>()
  return {
    provenance,
    at({ start, end }, path, origin) {
      provenance.push({ path, origin, start, end })
    },
    found(value, path, lines, origin = 'letter') {
      if (value === undefined) return value
      const stretch = stretches.get(lines) ?? stretchOf(lines)
      stretches.set(lines, stretch)
      const letters = compact(value)
      const from = stretch.text.indexOf(letters)
      if (from === -1 || value === '') return value
      const to = from + letters.length
      provenance.push({ path, origin, start: stretch.offsets[from]!, end: stretch.offsets[to - 1]! + 1 })
      // Only Latin names have white space, and one spelling.
      return letters === value ? (asPrinted(value, stretch.printed.slice(from, to)) as typeof value) : value
    },
  }
}

function stretchOf(lines: readonly Line[]): Stretch {
  const [text, printed, offsets]: [string[], string[], number[]] = [[], [], []]
  for (const line of lines) {
    for (let i = 0; i < line.text.length; i++) {
      if (/\s/.test(line.text.charAt(i))) continue
      text.push(line.text.charAt(i))
      printed.push(line.printed.charAt(i))
      offsets.push(offsetAt(line, i))
    }
  }
  return { text: text.join(''), printed: printed.join(''), offsets }
}

/** Han and quotation marks as the letter has them; letters and digits stay as the grammar reads them. */
function asPrinted(value: string, printed: string): string {
  return Array.from({ length: value.length }, (_, i) =>
    /[\p{Script=Han}「」『』﹁﹂﹃﹄]/u.test(printed.charAt(i)) ? printed.charAt(i) : value.charAt(i),
  ).join('')
}

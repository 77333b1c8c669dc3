import type { FieldOrigin, NoteKind, Provenance, Reply, Span } from '../../reply/reply.js'
import { createColors } from './colors.js'
import { createPrinter, type Page } from './print.js'
import { harmless, paint } from './wrap.js'

/** A document, and what was read from it. */
export interface Reading {
  path: string
  /** What the spans of the reply stand in. */
  text: string
  reply: Reply
}

/** Notes that ask a person to look. */
const DOUBTS: ReadonlySet<NoteKind> = new Set([
  'mojibake',
  'lost characters',
  'ambiguous date',
  'conflicting numbers',
  'missing salutation',
  'another letter',
  'unread pages',
])

/** In characters: of a document around a span, and of a span. */
const AROUND = 12
const LONGEST = 60

/** For a person who checks what was read: the tree, where each field stands in the document, repairs and doubts. */
export function printReading({ path, text, reply }: Reading, page: Page): string {
  const color = createColors(page.color)
  const colors: Record<FieldOrigin, (part: string) => string> = {
    letter: color.green,
    title: color.cyan,
    page: color.yellow,
  }
  const placeOf = createPlaces(text)

  function field({ path: names, origin, ...span }: Provenance): string {
    const value = names.reduce<unknown>((outer, name) => (outer as Record<string, unknown>)?.[name], reply)
    const read = typeof value === 'string' ? harmless(value) : ''
    const label = `${names.join('.')}  ${read}`
    return `${label}\n  ${color.dim(`${origin} ${placeOf(span.start)}`)}  ${shown(span, colors[origin])}`
  }

  /** The span in its colour, with a little of what stands around it, on one line. */
  function shown({ start, end }: Span, style: (part: string) => string): string {
    const from = Math.max(0, start - AROUND)
    const until = Math.min(end, start + LONGEST)
    const piece = text.slice(from, until + AROUND)
    const clean = harmless(piece.replace(/\s/g, ' '))
    return paint(clean, [{ start: start - from, end: until - from }], (part) => style(color.underline(part)))
  }

  function part(title: string, lines: readonly string[]): string[] {
    return lines.length > 0 ? ['', color.bold(title), ...lines] : []
  }

  const notes = (reply.notes ?? []).map((note) => ({
    isDoubt: DOUBTS.has(note.kind),
    line: `${color.dim(placeOf(note.start))} ${note.kind}: ${harmless(note.message)}`,
  }))
  const fields = (reply.provenance ?? []).filter(({ path: [name] }) => name !== 'sections')
  const metadata = reply.pageMetadata?.entries ?? []
  return [
    color.bold(color.inverse(` ${harmless(path)} `)),
    createPrinter(page).reply(reply),
    ...part('Fields, and where they stand', fields.map(field)),
    ...part(
      'What the page says',
      metadata.map(({ label, value }) => harmless(`${label}  ${value}`)),
    ),
    ...part(
      'Repairs',
      notes.filter(({ isDoubt }) => !isDoubt).map(({ line }) => line),
    ),
    ...part(
      color.red('Doubts'),
      notes.filter(({ isDoubt }) => isDoubt).map(({ line }) => line),
    ),
  ].join('\n')
}

/** Gives places as people count: line and column from 1. */
function createPlaces(text: string): (offset: number) => string {
  const starts = [0]
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1)
  return (offset) => {
    let line = 0
    for (let step = 1 << 30; step > 0; step >>= 1) {
      if ((starts[line + step] ?? Number.POSITIVE_INFINITY) <= offset) line += step
    }
    return `${line + 1}:${offset - (starts[line] ?? 0) + 1}`
  }
}

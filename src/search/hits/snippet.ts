import type { Hit, TextRange } from '../hit.js'

/** Length of a snippet, in UTF-16 code units, before it is drawn out to its sentence's edge. */
const LENGTH = 120
/** How far an edge may move to fall on a punctuation mark. */
const SLACK = 20
const ELLIPSIS = '…'
const BREAK = /[，。；：！？、\s,;:!?]/

/** The window of the text that shows most of its marked characters, the first of equal ones. */
export function snippetOf(text: string, highlights: readonly TextRange[]): Hit['snippet'] {
  if (text.length <= LENGTH + SLACK) return { text, highlights: highlights.map((range) => ({ ...range })) }
  const window = windowStart(text, highlights)
  const start = startOf(text, window)
  const end = endOf(text, Math.min(text.length, window + LENGTH))
  const before = start > 0 ? ELLIPSIS : ''
  const after = end < text.length ? ELLIPSIS : ''
  const shift = before.length - start
  const shown: TextRange[] = []
  for (const range of highlights) {
    const from = Math.max(range.start, start)
    const to = Math.min(range.end, end)
    if (from < to) shown.push({ start: from + shift, end: to + shift })
  }
  return { text: before + text.slice(start, end) + after, highlights: shown }
}

function windowStart(text: string, highlights: readonly TextRange[]): number {
  let best = 0
  let most = 0
  highlights.forEach(({ start }, first) => {
    const edge = start + LENGTH
    let marked = 0
    for (let at = first; at < highlights.length && highlights[at]!.start < edge; at++) {
      marked += Math.min(highlights[at]!.end, edge) - highlights[at]!.start
    }
    if (marked > most) {
      most = marked
      best = start
    }
  })
  return Math.max(0, Math.min(best - SLACK, text.length - LENGTH))
}

/** Behind the last punctuation mark before `at`, if one is near; never inside a surrogate pair. */
function startOf(text: string, at: number): number {
  for (let edge = at; edge > 0 && edge > at - SLACK; edge--) if (BREAK.test(text[edge - 1]!)) return edge
  return isInsidePair(text, at) ? at - 1 : at
}

function endOf(text: string, at: number): number {
  for (let edge = at; edge < text.length && edge < at + SLACK; edge++)
    if (BREAK.test(text[edge]!)) return edge + 1
  return isInsidePair(text, at) ? at + 1 : at
}

function isInsidePair(text: string, at: number): boolean {
  return text.codePointAt(at - 1)! > 0xffff
}

import { keepParts, type Line } from './line.js'

/** [^1]: 资金由区财政承担。 */
const NOTE = /^\[\^([^\]\s]{1,20})\][：:]\s*(?=\S)/
const MARK = /\[\^([^\]\s]{1,20})\]/g

/** The lines without the marks of those footnotes that stand among them, in the text and before the notes, which are told. */
export function withoutFootnoteMarks(lines: readonly Line[]): Line[] {
  const names = new Set(lines.flatMap(({ text }) => NOTE.exec(text)?.[1] ?? []))
  if (names.size === 0) return [...lines]
  return lines.map((line) => {
    const note = NOTE.exec(line.text)?.[0].length ?? 0
    const marks = [...line.text.matchAll(MARK)].filter(
      ({ 1: name, index }) => index >= note && names.has(name!),
    )
    if (note + marks.length === 0) return line
    const starts = [note, ...marks.map(({ 0: mark, index }) => index + mark.length)]
    const kept = keepParts(
      line,
      starts.map((start, i) => [start, marks[i]?.index ?? line.text.length]),
    )
    return note > 0 ? { ...kept, table: 'note' } : kept
  })
}

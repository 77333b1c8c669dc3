import { keepParts, type Line, type Lines, spanOf } from './line.js'

const HAN = /\p{Script=Han}/gu
const APART = /\p{Script=Han}[ \u3000\u00a0](?=\p{Script=Han})/gu
/** Of all characters: before a sign or a digit of a text that is spread there may be no space. */
const SHARE = 0.6
const FEWEST = 40
/** Wider gaps align a sign-off or part cells, and words of Latin letters have spaces of their own. */
const GAP = /(?<=\S)[ \u3000\u00a0](?=\S)(?<![A-Za-z].(?=[A-Za-z]))/g

/** unified plugin: closes the gaps between all characters that text recognition leaves in a scanned letter. */
export function closeSpreadText(): (lines: Lines) => Lines {
  return (lines) => {
    const count = (pattern: RegExp) =>
      lines.children.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
    const apart = count(APART)
    const [first, last] = [lines.children[0], lines.children.at(-1)]
    if (!first || !last || apart < FEWEST || apart < count(HAN) * SHARE) return lines
    return {
      ...lines,
      children: lines.children.map(closeGaps),
      notes: [
        ...(lines.notes ?? []),
        {
          kind: 'page chrome',
          message: 'The spaces between all characters, as text recognition leaves them, were left out.',
          start: spanOf(first).start,
          end: spanOf(last).end,
        },
      ],
    }
  }
}

function closeGaps(line: Line): Line {
  const gaps = [...line.text.matchAll(GAP)].map(({ index }) => index)
  const starts = [0, ...gaps.map((gap) => gap + 1)]
  return keepParts(
    line,
    starts.map((start, i) => [start, gaps[i] ?? line.text.length]),
  )
}

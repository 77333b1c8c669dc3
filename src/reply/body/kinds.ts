import type { ParagraphKind } from '../reply.js'

/** The first two of a series that is counted inside a paragraph, in each way of counting. */
const FIRST_AND_SECOND: [first: RegExp, second: RegExp][] = [
  [/(?<![^。；;，,：:\s议施作])一[是要]/, /(?<=[。；;，,：:\s])二[是要]/],
  [/(?<![^。；;，,：:\s])第一[，,、]/, /(?<=[。；;，,：:\s])第二[，,、]/],
  [/(?<![^。；;，,：:\s])[（(][1一][）)]/, /[（(][2二][）)]/],
  [/(?<![^。；;：:\s])[1一][.、．](?!\d)/, /(?<=[。；;：:\s])[2二][.、．](?!\d)/],
  [/①/, /②/],
  [/(?<![^。；;：:\s])首先[，,]/, /(?<=[。；;：:\s])其次[，,]/],
]

/** The second in any way of counting; most paragraphs have none. */
const SECOND = /二[是要]|第二|[（(][2二]|[2二][.、．]|②|其次/

/** Where in a paragraph a series begins that is counted inside: `…采取以下措施：一是…；二是…。`; -1 without one. */
export function startOfSeries(text: string): number {
  if (!SECOND.test(text)) return -1
  const starts = FIRST_AND_SECOND.flatMap(([first, second]) => {
    const start = first.exec(text)
    return start && second.test(text.slice(start.index + start[0].length)) ? [start.index] : []
  })
  return starts.length > 0 ? Math.min(...starts) : -1
}

/** How a paragraph is numbered, by its lead, its marker and what it counts. */
export function kindOf(text: string, marker: string, lead: string | undefined): ParagraphKind | undefined {
  if (lead !== undefined) return 'run-in'
  if (startOfSeries(text) !== -1) return 'series'
  return marker === '' ? undefined : 'numbered'
}

import { type PluggableList, unified } from 'unified'
import * as z from 'zod/mini'
import { InvalidReplyError } from '../errors.js'
import { splitGluedHeadings } from './body/glued.js'
import { dropPageNumbers, joinBrokenSentences } from './body/repair.js'
import { joinWrappedLines } from './body/wrapped.js'
import { checkDocument, type Format, refuseDocument } from './check-document.js'
import { oneOf } from './checks.js'
import { composeReply } from './compose.js'
import { summaryOf, toIssues } from './issues.js'
import { findLetter } from './letter/letter.js'
import { dropLinks } from './letter/links.js'
import { unfold } from './letter/unfold.js'
import { readDotsAsStops } from './lines/dots.js'
import { withUnixLineEnds } from './lines/line-ends.js'
import { markdownLines } from './lines/markdown-lines.js'
import { dropMirrorNoise } from './lines/mirror-noise.js'
import { openOnlyCells } from './lines/only-cells.js'
import { closeSpreadText } from './lines/spread-text.js'
import { textLines } from './lines/text-lines.js'
import { mojibakeOf } from './mojibake.js'
import { type RepairedText, repairMojibake } from './repair-mojibake.js'
import type { Note, Reply } from './reply.js'
import { isStackOverflow } from './stack-overflow.js'

/** How a document is read. */
export interface ParseReplyOptions {
  /** How the document is marked up; default `markdown`. */
  format?: Format
  /** Default: the letter's document number, else the number of its proposal. */
  id?: string
  /** The path or URL that the document was read from; copied to the reply. */
  source?: string
}

const optionsSchema: z.ZodMiniType<ParseReplyOptions> = z.strictObject({
  format: z.exactOptional(oneOf(['markdown', 'text', 'html'])),
  id: z.exactOptional(z.string().check(z.minLength(1, 'a string that is not empty'))),
  source: z.exactOptional(z.string()),
})

/** From the lines that every format becomes to the reply. */
export const fromLines: PluggableList = [
  closeSpreadText,
  openOnlyCells,
  readDotsAsStops,
  dropPageNumbers,
  joinWrappedLines,
  dropMirrorNoise,
  dropLinks,
  unfold,
  findLetter,
  splitGluedHeadings,
  joinBrokenSentences,
  composeReply,
]

/** A frozen processor of unified that ends with `fromLines`. */
interface LetterProcessor {
  processSync(document: { value: string; data: Record<string, unknown> }): { result: unknown }
}

/** Those of all formats but HTML, whose parser is more code than all else that reads a letter. */
export const plainProcessors: Readonly<Record<Exclude<Format, 'html'>, LetterProcessor>> = {
  markdown: unified().use(markdownLines).use(fromLines).freeze(),
  text: unified().use(textLines).use(fromLines).freeze(),
}

/**
 * See `parseReply`.
 * @param processors Of the format that is asked for, at least.
 */
export function parseWith(
  processors: Readonly<Partial<Record<Format, LetterProcessor>>>,
  document: string,
  options: ParseReplyOptions,
): Reply {
  const { format = 'markdown', ...origin } = checkOptions(options)
  checkDocument(document, format)
  const decoded = decodeAnew(document)
  const { text, place } = withUnixLineEnds(decoded.text)
  try {
    const reply = processors[format]!.processSync({ value: text, data: { ...origin } }).result as Reply
    for (const span of [...(reply.provenance ?? []), ...(reply.notes ?? [])]) {
      const end = span.end > span.start ? place(span.end - 1) + 1 : place(span.start)
      span.start = decoded.place(place(span.start))
      span.end = decoded.place(end)
    }
    return decoded.note ? { ...reply, notes: [decoded.note, ...(reply.notes ?? [])] } : reply
  } catch (error) {
    if (!isStackOverflow(error)) throw error
    const message = 'The markup of the document nests too deeply to be read.'
    throw new InvalidReplyError(message, [{ path: [], message }], { cause: error })
  }
}

/** The document, decoded anew if it is mojibake. */
function decodeAnew(document: string): RepairedText & { note?: Note } {
  const wrong = mojibakeOf(document)
  if (!wrong) return { text: document, place: (offset) => offset }
  const repaired = repairMojibake(document, wrong)
  if (!repaired) {
    refuseDocument(
      `The document is mojibake: ${wrong.name}, and characters were lost by it. Decode its bytes as what they are.`,
    )
  }
  const message = `The document was mojibake, ${wrong.name}, and was decoded anew.`
  return { ...repaired, note: { kind: 'mojibake', message, start: 0, end: document.length } }
}

function checkOptions(options: unknown): ParseReplyOptions {
  const checked = z.safeParse(optionsSchema, options, { reportInput: true })
  if (checked.success) return checked.data
  const issues = toIssues(checked.error)
  throw new InvalidReplyError(`The options of parseReply are not valid: ${summaryOf(issues)}.`, issues)
}

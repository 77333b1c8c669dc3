import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type PluggableList, unified } from 'unified'
import * as z from 'zod/mini'
import { DafuError, InvalidReplyError } from '../errors.js'
import { checkDocument, type Format } from './check-document.js'
import { composeReply, type Origin } from './compose.js'
import { htmlLines } from './html-lines.js'
import { toIssues } from './issues.js'
import { findLetter } from './letter.js'
import { lettersAsMarkdown, markdownLines } from './markdown-lines.js'
import { dropPageNumbers, joinBrokenSentences } from './repair.js'
import type { Reply } from './reply.js'
import { textLines } from './text-lines.js'
import { unfold } from './unfold.js'

export interface ParseReplyOptions {
  /** How the document is marked up; default `markdown`. */
  format?: Format
  /** Default: the letter's document number, else the number of its proposal. */
  id?: string
  /** The path or URL that the document was read from; copied to the reply. */
  source?: string
}

const optionsSchema = z.strictObject({
  format: z.exactOptional(z.enum(['markdown', 'text', 'html'])),
  id: z.exactOptional(z.string().check(z.minLength(1))),
  source: z.exactOptional(z.string()),
})

/** What every format has in common once it is lines. */
const letter: PluggableList = [dropPageNumbers, unfold, findLetter, joinBrokenSentences, composeReply]

const processors = {
  markdown: unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(lettersAsMarkdown)
    .use(markdownLines)
    .use(letter)
    .freeze(),
  text: unified().use(textLines).use(letter).freeze(),
  html: unified().use(rehypeParse).use(htmlLines).use(letter).freeze(),
}

/**
 * Reads a reply letter. What the letter does not print stays empty; nothing is guessed or corrected, but
 * sentences that a page break cut in two are joined.
 *
 * @throws {InvalidReplyError} if the document is no reply letter, holds something other than text, has more
 * characters than are read (500,000 of Markdown, 2,000,000 of text, 5,000,000 of HTML), or has no number
 * to serve as its id while `options.id` is missing.
 */
export function parseReply(document: string, options: ParseReplyOptions = {}): Reply {
  if (typeof document !== 'string') {
    throw new InvalidReplyError(
      `A document is a string, got ${document === null ? 'null' : typeof document}.`,
    )
  }
  const checked = z.safeParse(optionsSchema, options, { reportInput: true })
  if (!checked.success) {
    const issues = toIssues(checked.error)
    const summary = issues.map(({ path, message }) => `${path.join('.') || 'options'}: ${message}`).join('; ')
    throw new InvalidReplyError(`The options of parseReply are not valid: ${summary}.`, issues)
  }
  const { format = 'markdown', id, source } = options
  checkDocument(document, format)
  try {
    const origin: Origin = { id, source }
    return processors[format].processSync({ value: normalizeLineEnds(document), data: { ...origin } })
      .result as Reply
  } catch (error) {
    if (error instanceof DafuError || !(error instanceof RangeError)) throw error
    throw new InvalidReplyError('The markup of the document nests too deeply to be read.', [], {
      cause: error,
    })
  }
}

function normalizeLineEnds(document: string): string {
  return document.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
}

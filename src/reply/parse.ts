import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { htmlLines } from './lines/html-lines.js'
import { fromLines, type ParseReplyOptions, parseWith, plainProcessors } from './parse-plain.js'
import type { Reply } from './reply.js'

export type { ParseReplyOptions }

const processors = {
  ...plainProcessors,
  html: unified().use(rehypeParse).use(htmlLines).use(fromLines).freeze(),
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
  return parseWith(processors, document, options)
}

import { createRequire } from 'node:module'
import type { ParseReplyOptions } from '../reply/parse.js'
import type { Reply } from '../reply/reply.js'

/**
 * Reads a reply letter, as `parseReply` of `dafu` does, which is loaded by the first call: a program that only searches
 * starts without parsers. Bundlers do not follow that; a program in a bundle imports it from `dafu`.
 *
 * @throws {InvalidReplyError} if the document is no reply letter.
 */
export function parseReply(document: string, options?: ParseReplyOptions): Reply {
  const core: typeof import('../index.js') = createRequire(import.meta.url)('dafu')
  return core.parseReply(document, options)
}

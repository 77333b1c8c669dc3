import { InvalidReplyError } from '../errors.js'
import { failedToLoad } from '../failed-to-load.js'
import type { parseReply } from '../reply/parse.js'
import type { Reply } from '../reply/reply.js'
import { ScannedDocumentError } from './errors.js'
import type { ReadDocument } from './files/read-document.js'

/** The letter in a document that was read from a file, which errors name. */
export async function parseDocument(
  { text, format, notes }: ReadDocument,
  path: string,
  id: string,
): Promise<Reply> {
  const parse = await parserOf(format)
  try {
    const reply = parse(text, { format, id, source: path })
    return notes ? { ...reply, notes: [...notes, ...(reply.notes ?? [])] } : reply
  } catch (error) {
    if (!(error instanceof InvalidReplyError)) throw error
    const [unread] = notes ?? []
    if (unread) {
      throw new ScannedDocumentError(`${path}: ${error.message} ${unread.message}`, path, { cause: error })
    }
    throw new InvalidReplyError(`${path}: ${error.message}`, error.issues, { cause: error })
  }
}

/** Loaded on use: the parsers are most of what a program that only searches would load, and that of HTML most of them. */
async function parserOf(format: ReadDocument['format']): Promise<typeof parseReply> {
  if (format === 'html') return (await import('../reply/parse.js').catch(failedToLoad)).parseReply
  const { parseWith, plainProcessors } = await import('../reply/parse-plain.js').catch(failedToLoad)
  return (text, options = {}) => parseWith(plainProcessors, text, options)
}

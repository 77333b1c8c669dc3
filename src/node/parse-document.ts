import { basename, extname } from 'node:path'
import { InvalidReplyError } from '../errors.js'
import { failedToLoad } from '../failed-to-load.js'
import type { Reply } from '../reply/reply.js'
import { ScannedDocumentError } from './errors.js'
import type { ReadDocument } from './files/read-document.js'

/** The letter in a document that was read from a file, which errors name. */
export async function parseDocument({ text, format, notes }: ReadDocument, path: string): Promise<Reply> {
  // Loaded on use: the parsers are most of what a program that only searches would load.
  const { parseReply } = await import('../reply/parse.js').catch(failedToLoad)
  try {
    const reply = parseReply(text, { format, id: basename(path, extname(path)), source: path })
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

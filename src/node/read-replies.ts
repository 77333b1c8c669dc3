import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { DafuError, InvalidReplyError } from '../errors.js'
import { checkDocument } from '../reply/check-document.js'
import { parseReply } from '../reply/parse.js'
import type { Reply } from '../reply/reply.js'
import { findDocuments, formatOf, type OnDocumentError } from './documents.js'
import { DocumentReadError, reasonOf } from './errors.js'

export interface ReadRepliesOptions {
  /** Called for each document that cannot be read, which is then passed over. Without it, the first one throws. */
  onError?: OnDocumentError
}

/** In bytes: the longest text that is parsed, with room for its encoding. */
const LARGEST_DOCUMENT = 40_000_000

/**
 * Reads the letters in files, folders and globs, one at a time: `.md`, `.markdown`, `.txt`, `.html` and `.htm` in
 * UTF-8. A reply's `id` is the name of its file without the extension, its `source` the path.
 *
 * @throws DocumentReadError for a path without documents, and for a document that cannot be read.
 * @throws InvalidReplyError for a document that is no reply letter, or has the name of an earlier one.
 */
export async function* readReplies(
  paths: string | readonly string[],
  options: ReadRepliesOptions = {},
): AsyncGenerator<Reply> {
  const sources = new Map<string, string>()
  for (const path of await findDocuments(typeof paths === 'string' ? [paths] : paths, options.onError)) {
    try {
      const reply = await readReply(path)
      const earlier = sources.get(reply.id)
      if (earlier) {
        throw new InvalidReplyError(
          `${path}: ${earlier} has the same name, and the name is the reply's id. Rename one of the two.`,
        )
      }
      sources.set(reply.id, path)
      yield reply
    } catch (error) {
      if (!options.onError || !(error instanceof DafuError)) throw error
      options.onError(error, path)
    }
  }
}

/** Reads one letter; errors name the file. */
export async function readReply(path: string): Promise<Reply> {
  const format = formatOf(path)
  const bytes = await readBytes(path)
  const id = basename(path, extname(path))
  try {
    return parseReply(decode(bytes, path, format), { format, id, source: path })
  } catch (error) {
    if (!(error instanceof InvalidReplyError)) throw error
    throw new InvalidReplyError(`${path}: ${error.message}`, error.issues, { cause: error })
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_DOCUMENT) {
      throw new DocumentReadError(
        `${path}: the file has ${size} bytes; at most ${LARGEST_DOCUMENT} are read. A letter has some 10,000: is this one?`,
        path,
      )
    }
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof DafuError) throw cause
    throw new DocumentReadError(`${path}: ${reasonOf(cause)}.`, path, { cause })
  }
}

function decode(bytes: Uint8Array, path: string, format: ReturnType<typeof formatOf>): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  try {
    if (!utf16) return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    checkDocument(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)), format)
  }
  const encoding = utf16 ? 'UTF-16' : 'GB18030'
  throw new DocumentReadError(
    `${path}: the text is not UTF-8${utf16 ? ' but UTF-16' : ''}. Save it as UTF-8, for example with \`iconv -f ${encoding} -t UTF-8\`.`,
    path,
  )
}

import { checkOptions } from '../check-options.js'
import { DafuError, InvalidReplyError } from '../errors.js'
import { checkRedactions, type Redaction, redactReply } from '../reply/redact.js'
import type { Reply } from '../reply/reply.js'
import { DocumentReadError } from './errors.js'
import { findDocuments, type OnDocumentError, stemOf } from './files/documents.js'
import { readDocument } from './files/read-document.js'
import { parseDocument } from './parse-document.js'

/** How documents are read. */
export interface ReadRepliesOptions {
  /** Called for each document that cannot be read, which is then passed over. Without it, the first one throws. */
  onError?: OnDocumentError
  /**
   * What is hidden behind `*` in every reply before anyone sees it: `phone`, mobile numbers, which are people's own; and
   * `landline`, the numbers of offices. Default: nothing.
   */
  redact?: readonly Redaction[]
  /**
   * Gives a reply's id by the path of its file, for letters of one name in several folders. Default: the name of the file
   * without the extension.
   */
  idOf?: (path: string) => string
}

/**
 * Reads the letters in files, folders and globs, one at a time, in every format of `readDocument`. A reply's
 * `source` is the path.
 *
 * @throws MissingPackageError where a format takes a package that is not installed.
 * @throws DocumentReadError for a path without documents, and for a document that cannot be read.
 * @throws InvalidReplyError for a document that is no reply letter, or has the id of an earlier one.
 */
export async function* readReplies(
  paths: string | readonly string[],
  options: ReadRepliesOptions = {},
): AsyncGenerator<Reply> {
  checkOptions(options, 'readReplies')
  const { onError, redact = [], idOf = stemOf } = options
  checkRedactions(redact)
  const given: readonly unknown[] = Array.isArray(paths) ? paths : [paths]
  const wrong = given.find((path) => typeof path !== 'string')
  if (given.some((path) => typeof path !== 'string')) {
    throw new DocumentReadError(
      `The path of the letters is ${String(wrong)}. Name a file, a folder or a glob, or a list of them.`,
      String(wrong),
    )
  }
  const sources = new Map<string, string>()
  for (const { path } of await findDocuments(given as readonly string[], onError)) {
    try {
      const reply = await readReply(path, redact, idOf(path))
      const earlier = sources.get(reply.id)
      if (earlier) {
        throw new InvalidReplyError(
          `${path}: ${earlier} has the same id, ${reply.id}. Rename one of the two, or make ids of their paths (idOf, --ids path).`,
        )
      }
      sources.set(reply.id, path)
      yield reply
    } catch (error) {
      if (!onError || !(error instanceof DafuError)) throw error
      onError(error, path)
    }
  }
}

/** Reads one letter; errors name the file. */
export async function readReply(
  path: string,
  redact: readonly Redaction[] = [],
  id: string = stemOf(path),
): Promise<Reply> {
  return redactReply(await parseDocument(await readDocument(path), path, id), redact)
}

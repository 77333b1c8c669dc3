import { readFile, stat } from 'node:fs/promises'
import { DafuError } from '../../errors.js'
import { failedToLoad } from '../../failed-to-load.js'
import type { ParseReplyOptions } from '../../reply/parse.js'
import type { Note } from '../../reply/reply.js'
import { DocumentReadError, reasonOf } from '../errors.js'
import { decodeText } from '../readers/decode.js'
import { withoutRadicals } from '../readers/radicals.js'
import { formatOf } from './documents.js'

/** What `parseReply` takes. */
export interface ReadDocument {
  text: string
  format: NonNullable<ParseReplyOptions['format']>
  /** What could not be read of it; the letter's notes begin with these. */
  notes?: Note[]
}

/** In bytes: the longest text that is parsed, with room for its encoding. */
const LARGEST_DOCUMENT = 40_000_000

/**
 * Reads a file as a text for `parseReply`: `.md`, `.markdown`, `.txt`, `.html`, `.htm` and `.shtml` in UTF-8, UTF-16,
 * GB18030 (GBK, GB 2312) or Big5; `.docx` with the package mammoth and `.pdf` with pdfjs-dist, both as HTML.
 *
 * @throws DocumentReadError for a file that is missing, too large, damaged, encrypted or of another format.
 * @throws ScannedDocumentError for a PDF file whose pages are images. Where only some are, the others are read.
 * @throws MissingPackageError where mammoth or pdfjs-dist is needed and not installed.
 */
export async function readDocument(path: string): Promise<ReadDocument> {
  if (typeof path !== 'string') {
    throw new DocumentReadError(`The path of the letter is ${String(path)}. Name a file.`, String(path))
  }
  const format = formatOf(path)
  const bytes = await readBytes(path)
  // Loaded on use: most letters are text.
  if (format === 'docx') {
    const { readDocx } = await import('../readers/docx.js').catch(failedToLoad)
    return { text: withoutRadicals(await readDocx(bytes, path)), format: 'html' }
  }
  if (format === 'pdf') {
    const { readPdf } = await import('../readers/pdf.js').catch(failedToLoad)
    const { html, scanned } = await readPdf(bytes, path)
    return { text: html, format: 'html', ...(scanned.length > 0 && { notes: [unreadPages(scanned)] }) }
  }
  return { text: withoutRadicals(decodeText(bytes).text), format }
}

function unreadPages(pages: readonly number[]): Note {
  const message = `Pages that are scanned images without a text layer were not read: ${pages.join(', ')}. Let a program for text recognition (OCR) add one.`
  return { kind: 'unread pages', message, start: 0, end: 0 }
}

async function readBytes(path: string): Promise<Buffer> {
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

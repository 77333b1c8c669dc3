import { DocumentReadError } from '../errors.js'
import { writeListMarkers } from './docx-markers.js'
import { loadPeer } from './load-peer.js'
import { unzip, type ZipParts, zip } from './zip.js'

/** In bytes, of all parts that hold text: some hundred times those of a long letter. */
const MOST_UNPACKED = 50_000_000

/** What Word 97, and Word with a password, write: a compound file. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * Reads a Word document as HTML, with the numbers of its lists, without headers, footers, images and deleted text.
 *
 * @throws MissingPackageError without mammoth.
 * @throws DocumentReadError for what is no Word document, is damaged, or has a password.
 */
export async function readDocx(bytes: Buffer, path: string): Promise<string> {
  const { default: mammoth } = await loadPeer('mammoth', 'Reading DOCX files', () => import('mammoth'))
  if (bytes.subarray(0, 4).equals(COMPOUND_FILE)) {
    throw new DocumentReadError(
      `${path}: the file is encrypted with a password, or a DOC file by another name. Open it in Word or WPS, and save it as DOCX without a password.`,
      path,
    )
  }
  try {
    const buffer = zip(textParts(bytes))
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return withNumberedNotes(value)
      .replace(/<\/(?:p|h\d|li|table)>/g, '$&\n')
      .replace(/\t| {2,}/g, wideGap)
  } catch (cause) {
    const { message } = cause as Error
    throw new DocumentReadError(
      `${path}: the file cannot be read as a Word document (${message}). Open and save it anew.`,
      path,
      {
        cause,
      },
    )
  }
}

/** Without images, and with nothing that unpacks to more than memory holds. */
function textParts(bytes: Buffer): ZipParts {
  const parts = unzip(bytes, (name) => /\.(?:xml|rels)$/.test(name), MOST_UNPACKED)
  const document = [...parts.keys()].find((name) => /^word\/document\d*\.xml$/.test(name))
  if (document === undefined) throw new Error('it has no part word/document.xml')
  writeListMarkers(parts, document)
  return parts
}

/** A footnote begins with its mark, as [1] stands in the text; the way back to that is left out. */
function withNumberedNotes(html: string): string {
  let number = 0
  return html
    .replace(/<li id="(?:foot|end)note-[^"]*">(?:<p>)?/g, (start) => `${start}[${++number}] `)
    .replace(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
}

/** Several spaces part the things on a line; HTML would make one of them. */
function wideGap(gap: string): string {
  return gap === '\t' ? '\u3000\u3000' : '\u00a0'.repeat(gap.length)
}

import { InvalidReplyError } from '../errors.js'

export type Format = 'markdown' | 'text' | 'html'

/** In UTF-16 code units. The longest letters have some 30,000; web pages carry images and scripts besides. */
const MOST_CHARACTERS: Record<Format, number> = { markdown: 500_000, text: 2_000_000, html: 5_000_000 }

/** Emphasis and links that never close cost a Markdown parser the square of their number; tables cost much. */
const MOST_MARKS = 20_000

/** @throws {InvalidReplyError} for a document with a problem. */
export function refuseDocument(problem: string): never {
  throw new InvalidReplyError(problem, [{ path: [], message: problem }])
}

/** Refuses what cannot be the text of a letter before any parser sees it, and says what it is instead. */
export function checkDocument(document: unknown, format: Format): asserts document is string {
  if (typeof document !== 'string') {
    const message = `expected a string, got ${document === null ? 'null' : typeof document}`
    throw new InvalidReplyError(`The document is not valid: ${message}.`, [{ path: [], message }])
  }
  const problem = foreignContent(document) ?? excess(document, format)
  if (problem !== undefined) refuseDocument(problem)
}

function foreignContent(document: string): string | undefined {
  const start = document.slice(0, 1024).trimStart()
  if (document.trim() === '') return 'The document is empty: there is no letter in it.'
  if (start.startsWith('%PDF-')) return 'The document is a PDF file read as text: extract its text first.'
  if (start.startsWith('PK\u0003\u0004')) {
    return 'The document is a ZIP archive (such as DOCX) read as text: extract its text first.'
  }
  if (start.startsWith('{\\rtf')) return 'The document is RTF: save it as text, Markdown or HTML first.'
  const sample = document.slice(0, 100_000)
  if (share(sample, '\u0000') > 0.1) {
    return 'The document is full of NUL characters: decode it as UTF-16, not as UTF-8.'
  }
  if (share(sample, '\u0000') > 0 || share(sample, '\ufffd') > 0.02) {
    return 'The document was decoded with the wrong encoding, or is no text: decode it as what it is (GB18030, UTF-16).'
  }
  return undefined
}

function excess(document: string, format: Format): string | undefined {
  const limit = MOST_CHARACTERS[format]
  if (document.length > limit) {
    return `The document has ${document.length} characters; at most ${limit} are read as ${format}.`
  }
  const marks = format === 'markdown' ? (document.match(/[*_[\]|]/g)?.length ?? 0) : 0
  return marks > MOST_MARKS
    ? `The document has ${marks} of the characters * _ [ ] |; at most ${MOST_MARKS} are read as markdown. Read it as text.`
    : undefined
}

function share(text: string, character: string): number {
  return (text.split(character).length - 1) / text.length
}

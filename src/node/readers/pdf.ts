import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { DocumentReadError, MissingPackageError, ScannedDocumentError } from '../errors.js'
import { startWorker } from '../threads/start-worker.js'
import type { PdfAnswer, PdfText } from './pdf-text.js'

type Answer = PdfAnswer | { missing: unknown }

/** In milliseconds; a letter takes a few hundred. */
const LONGEST = 60_000

/** One for all files, as it loads slowly; it does not keep the process alive. */
let thread: Worker | undefined
let turns: Promise<unknown> = Promise.resolve()

/**
 * Reads the text of a PDF file as HTML, in a thread of its own: small files can be made that no reader comes to an end with.
 *
 * @param longest How many milliseconds it may take.
 * @throws MissingPackageError without pdfjs-dist.
 * @throws ScannedDocumentError where all pages are images.
 * @throws DocumentReadError for what is no PDF file, is damaged, has a password, or takes too long.
 */
export async function readPdf(bytes: Uint8Array, path: string, longest: number = LONGEST): Promise<PdfText> {
  const turn = turns.then(() => ask(bytes, longest))
  turns = turn.catch(() => {})
  const answer = await turn
  if ('html' in answer) return answer
  if ('missing' in answer)
    throw new MissingPackageError('pdfjs-dist', 'Reading PDF files', { cause: answer.missing, version: '5' })
  throw new (answer.scanned ? ScannedDocumentError : DocumentReadError)(`${path}: ${answer.problem}`, path)
}

async function ask(bytes: Uint8Array, longest: number): Promise<Answer> {
  // What the reader prints is about fonts and drawing, which no text depends on.
  thread ??= startWorker('pdf-worker', { stdout: true, stderr: true })
  thread.ref()
  try {
    thread.postMessage(bytes)
    const [answer] = await once(thread, 'message', { signal: AbortSignal.timeout(longest) })
    thread.unref()
    return answer
  } catch (error) {
    await thread.terminate()
    thread = undefined
    const { name, message } = error as Error
    const reason = name === 'AbortError' ? `it takes more than ${longest / 1000} seconds` : message
    return { problem: `the file cannot be read as PDF (${reason}). Save or print it anew as PDF.` }
  }
}

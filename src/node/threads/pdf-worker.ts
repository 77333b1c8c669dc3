import { parentPort } from 'node:worker_threads'
import { MissingPackageError } from '../errors.js'
import { loadPeer } from '../readers/load-peer.js'
import { readPdfText } from '../readers/pdf-text.js'

// Run by `readers/pdf.ts`, which sends the bytes of one file at a time and waits for the answer.
const load = (): ReturnType<typeof importPdfjs> => loadPeer('pdfjs-dist', 'Reading PDF files', importPdfjs)
parentPort?.on('message', async (bytes: Uint8Array) => {
  try {
    parentPort?.postMessage(await readPdfText(bytes, await load()))
  } catch (error) {
    if (!(error instanceof MissingPackageError)) throw error
    // An error loses its code on the way.
    const { code, message } = error.cause as NodeJS.ErrnoException
    parentPort?.postMessage({ missing: { code, message } })
  }
})

function importPdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

import { DafuError } from '../../errors.js'
import { findDocuments, stemOf } from '../files/documents.js'
import { readDocument } from '../files/read-document.js'
import { parseDocument } from '../parse-document.js'
import { pageOf } from '../print/print.js'
import { printReading, type Reading } from '../print/print-reading.js'
import { ReportedError } from '../program.js'

/** Prints what is read from letters: for a person one after the other, or as one JSON array. */
export async function inspectLetters(paths: readonly string[], json: boolean): Promise<void> {
  const failures: { path: string; error: DafuError }[] = []
  const onError = (error: DafuError, path: string): void => void failures.push({ path, error })
  const readings: Reading[] = []
  for (const { path } of await findDocuments(paths, onError)) {
    try {
      const document = await readDocument(path)
      const reading = {
        path,
        text: document.text,
        reply: await parseDocument(document, path, stemOf(path)),
      }
      if (json) readings.push(reading)
      else console.log(`${printReading(reading, pageOf(process.stdout))}\n`)
    } catch (error) {
      if (!(error instanceof DafuError)) throw error
      onError(error, path)
    }
  }
  if (json) {
    const refused = failures.map(({ path, error }) => ({
      path,
      error: { name: error.name, message: error.message },
    }))
    console.log(JSON.stringify([...readings, ...refused], null, 2))
  } else {
    for (const { error } of failures) console.error(error.message)
  }
  if (failures.length > 0) throw new ReportedError()
}

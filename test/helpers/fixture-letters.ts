import { readdirSync, readFileSync } from 'node:fs'
import type { Format } from '../../src/reply/check-document.js'
import type { Reply } from '../../src/reply/reply.js'

/** A letter and what a reader of it expects, written from the letter and not from what the parser makes of it. */
export interface FixtureLetter {
  name: string
  document: string
  format: Format
  /** The tree, with the kinds of its notes where these matter. */
  expected: Omit<Reply, 'notes'> & { notes?: string[] }
}

/** Whether a fixture is the text of a letter, which may stand in a Word file or be printed, and not that of a web page. */
export function isLetterAlone({ name, format, expected }: FixtureLetter): boolean {
  return format === 'text' && !expected.pageMetadata && name !== 'printed-lines-page-numbers'
}

const folder = new URL('../fixtures/replies/', import.meta.url)
const FORMATS: Record<string, Format> = { md: 'markdown', txt: 'text', html: 'html' }

/** The letters under `test/fixtures/replies`: each a folder with `document.md`, `.txt` or `.html`, and `expected.json`. */
export const fixtureLetters: readonly FixtureLetter[] = readdirSync(folder).flatMap((name) => {
  const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, folder), 'utf8')
  const file = readdirSync(new URL(`${name}/`, folder)).find((each) => each.startsWith('document.')) ?? ''
  const format = FORMATS[file.slice(file.indexOf('.') + 1)]
  return format ? [{ name, document: read(file), format, expected: JSON.parse(read('expected.json')) }] : []
})

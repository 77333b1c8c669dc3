import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseReply } from '../../src/reply/parse.js'
import { assertReply } from '../../src/reply/schema.js'

const folder = new URL('../fixtures/replies/', import.meta.url)
const FORMATS = { md: 'markdown', txt: 'text', html: 'html' } as const

/** A letter as `document.md`, `.txt` or `.html`, and the tree that a reader of the letter expects. */
function readFixture(name: string) {
  const files = readdirSync(new URL(`${name}/`, folder))
  const file = files.find((each) => each.startsWith('document.')) ?? ''
  const extension = file.slice(file.indexOf('.') + 1) as keyof typeof FORMATS
  return {
    document: readFileSync(new URL(`${name}/${file}`, folder), 'utf8'),
    format: FORMATS[extension],
    expected: JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')),
  }
}

describe.each(readdirSync(folder).map((name) => [name, readFixture(name)] as const))(
  'the letter %s',
  (name, { document, format, expected }) => {
    test('becomes the expected tree', () => {
      expect(parseReply(document, { format, id: name })).toStrictEqual(expected)
    })

    test('becomes the same tree with \\r\\n and a byte order mark', () => {
      const windows = `\ufeff${document.replaceAll('\n', '\r\n')}`
      expect(parseReply(windows, { format, id: name })).toStrictEqual(expected)
    })

    test('becomes a valid reply', () => {
      expect(() => assertReply(parseReply(document, { format, id: name }))).not.toThrow()
    })
  },
)

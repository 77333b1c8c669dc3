import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { InvalidReplyError } from '../../src/errors.js'
import { plain } from '../../src/reply/lines/plain.js'
import { type ParseReplyOptions, parseReply } from '../../src/reply/parse.js'
import { assertReply } from '../../src/reply/schema.js'
import { type FixtureLetter, fixtureLetters } from '../helpers/fixture-letters.js'

const FORMATS = { txt: 'text', html: 'html', md: 'markdown' } as const

/** The tree of a reply, and the kinds of its notes if the fixture lists them. */
function readTree(document: string, { expected }: FixtureLetter, options: ParseReplyOptions) {
  const { notes = [], provenance: _, ...tree } = parseReply(document, options)
  return expected.notes ? { ...tree, notes: notes.map(({ kind }) => kind) } : tree
}

describe.each(fixtureLetters.map((letter) => [letter.name, letter] as const))(
  'the letter %s',
  (id, letter) => {
    const { document, format, expected } = letter
    const options = { format, id }

    test('becomes the expected tree', () => {
      expect(readTree(document, letter, options)).toStrictEqual(expected)
    })

    test('becomes the same tree with \\r\\n and a byte order mark', () => {
      const windows = `\ufeff${document.replaceAll('\n', '\r\n')}`
      expect(readTree(windows, letter, options)).toStrictEqual(expected)
    })

    test.runIf(format === 'text')('becomes the same tree as Markdown and as a web page', () => {
      const lines = document.split('\n')
      const markdown = lines.map((line) => line.trimStart()).join('\n\n')
      const html = lines
        .map((line) => `<p>${line.replace(/ {2,}/g, ({ length }) => '&nbsp;'.repeat(length))}</p>`)
        .join('\n')
      const { notes: _notes, ...tree } = expected
      for (const [format, marked] of [['markdown', markdown] as const, ['html', html] as const]) {
        const { notes: _, provenance: __, ...got } = parseReply(marked, { id, format })
        expect(got).toStrictEqual(tree)
      }
    })

    test('becomes a valid reply', () => {
      expect(() => assertReply(parseReply(document, options))).not.toThrow()
    })

    test('is the source of every value', () => {
      for (const text of [document, `\ufeff${document.replaceAll('\n', '\r\n')}`]) {
        const reply = parseReply(text, options)
        const places = new Map(reply.provenance?.map((place) => [place.path.join('.'), place]))
        for (const [path, value] of valuesOf(reply)) {
          const place = places.get(path)
          expect(place, path).toBeDefined()
          const printed = lettersOf(text.slice(place!.start, place!.end))
          expect(isPartOf(lettersOf(value), printed), `${path}: ${value} is not ${printed}`).toBe(true)
        }
      }
    })
  },
)

/** Every value of a reply that stands in its document, by its path. */
function* valuesOf(value: unknown, path: (string | number)[] = []): Generator<[path: string, value: string]> {
  const name = String(path.at(-1))
  if (typeof value === 'string') {
    if (path.length === 1 && name === 'documentNumberPrinted') yield ['documentNumber', value]
    else if (path.length === 1 && name === 'datePrinted') yield ['date', value]
    else if (!/^(?:id|kind|role|marker|lead|documentNumber|date|source)$/.test(name)) {
      yield [
        path.flatMap((step, i) => (step === 'text' && i === path.length - 1 ? [] : step)).join('.'),
        value,
      ]
    }
  } else if (
    value !== null &&
    typeof value === 'object' &&
    !/^(?:provenance|notes|pageMetadata)$/.test(name)
  ) {
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    for (const [key, inner] of entries) yield* valuesOf(inner, [...path, key])
  }
}

/** Whether the characters of a value stand in a text in order: a page number may stand in a paragraph. */
function isPartOf(value: string, text: string): boolean {
  let at = 0
  for (const character of text) if (character === value[at]) at++
  return at === value.length
}

/** A text without markup, entities and what is not said. */
function lettersOf(text: string): string {
  const seen = text.replace(/<[^>]*>|&[#\w]+;|\u200b/g, '')
  return plain(seen).replace(/[^\p{L}\p{N}]/gu, '')
}

test('every document that is no reply letter is refused', () => {
  const neighbours = new URL('../fixtures/neighbours/', import.meta.url)
  for (const file of readdirSync(neighbours)) {
    const document = readFileSync(new URL(file, neighbours), 'utf8')
    const format = FORMATS[file.slice(file.indexOf('.') + 1) as keyof typeof FORMATS]
    expect(() => parseReply(document, { format, id: 'x' }), file).toThrow(InvalidReplyError)
  }
})
